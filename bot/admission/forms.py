"""What somebody on the way in has said so far."""

from dataclasses import dataclass

from bot.kit.forms import Form


@dataclass(frozen=True)
class Asking(Form):
    """Their building is known; the door is being asked."""

    name = "asking_admission"
    building: int = 0
