"""What somebody wrote, while it is not clear what they mean."""

from dataclasses import dataclass

from bot.kit.forms import Form


@dataclass(frozen=True)
class Unclear(Form):
    """Kept until they say. `key` names what would begin by it, so that saying it twice is once."""

    name = "unclear"
    key: str
    words: str
