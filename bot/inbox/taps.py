"""What a tap in the inbox means. What is looked at travels in the button: nothing of it is kept."""

from enum import StrEnum

from aiogram.filters.callback_data import CallbackData

from bot.inbox.model import Filter, Waiting


class By(StrEnum):
    """By what the inbox is filtered."""

    UNSAID = ""
    BUILDING = "building"
    CATEGORY = "category"
    WAITING = "waiting"


class SeeInbox(CallbackData, prefix="b"):
    building: int = 0
    category: str = ""
    waiting: Waiting = Waiting.WHATEVER
    page: int = 0


class Narrow(CallbackData, prefix="bf"):
    """Show only some of it: by what, and which?"""

    by: By = By.UNSAID
    building: int = 0
    category: str = ""
    waiting: Waiting = Waiting.WHATEVER
    page: int = 0
    """Of what there is to choose from."""


class Look(CallbackData, prefix="bl"):
    """Open this concern; the rest leads back to where it stands in the inbox."""

    concern: int
    building: int = 0
    category: str = ""
    waiting: Waiting = Waiting.WHATEVER
    page: int = 0


class AnswerMany(CallbackData, prefix="ba"):
    """One answer for all that is shown and that nobody has answered."""

    building: int = 0
    category: str = ""
    waiting: Waiting = Waiting.WHATEVER


class UseForMany(CallbackData, prefix="bu"):
    """This ready answer is what all of them get; `key` says for which concerns."""

    key: str
    canned: int


class TurnForMany(CallbackData, prefix="bt"):
    """Show the next page of ready answers."""

    key: str
    page: int


class SendMany(CallbackData, prefix="bs"):
    """Send it to all of them."""

    key: str


class SendOne(CallbackData, prefix="bw"):
    """Send what was read back."""

    concern: int


class SeeHistory(CallbackData, prefix="bh"):
    """Who has done what and when."""

    concern: int
    page: int = 0


class SeeCanned(CallbackData, prefix="bc"):
    """The ready answers."""

    page: int = 0


class AddCanned(CallbackData, prefix="bd"):
    """The next words are one."""


class RemoveCanned(CallbackData, prefix="br"):
    canned: int


def only(tap: SeeInbox | Narrow | Look | AnswerMany) -> Filter:
    """What a tap carries of the filter."""
    return Filter(tap.building, tap.category, tap.waiting)


def shown(only: Filter, page: int = 0) -> SeeInbox:
    """The inbox with this filter."""
    return SeeInbox(building=only.building, category=only.category, waiting=only.waiting, page=page)
