"""What a moderator is about to do in a group."""

from dataclasses import dataclass
from typing import ClassVar

from bot.kit.forms import Form
from bot.moderation.model import Said


@dataclass(frozen=True)
class Moderating(Form):
    """The message that was answered: a button cannot carry it."""

    name: ClassVar[str] = "moderating"

    key: str
    said: Said
