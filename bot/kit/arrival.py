"""What is known of an update before anybody handles it."""

from dataclasses import dataclass

from bot.kit.forms import Form
from bot.kit.people import Reader


@dataclass(frozen=True)
class Arrival:
    """Who it is, which form is open in this chat, and whether the update had its effect before."""

    reader: Reader
    form: Form | None
    handled: bool
