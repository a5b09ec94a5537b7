"""What a tap about one's own data means."""

from aiogram.filters.callback_data import CallbackData

from bot.residents.model import AgeBand


class SeeKept(CallbackData, prefix="ys"):
    """What is kept about me?"""

    page: int = 0


class FetchFile(CallbackData, prefix="yf"):
    """Send it to me as a file."""


class Correct(CallbackData, prefix="yc"):
    """Something is wrong."""


class CallMe(CallbackData, prefix="yn"):
    """Call me by another name; `on_roll` where the roll itself has it wrong."""

    on_roll: bool


class MyAgeIsWrong(CallbackData, prefix="ya"):
    """The roll has my age wrong."""


class RightAge(CallbackData, prefix="yb"):
    age_band: AgeBand


class Decide(CallbackData, prefix="yd"):
    """A moderator has compared what the roll says."""

    correction: int
    agreed: bool


class ExplainDeletion(CallbackData, prefix="yx"):
    """What happens when I have my data deleted?"""

    page: int = 0


class Delete(CallbackData, prefix="yy"):
    """Do it."""


class KeepMe(CallbackData, prefix="yk"):
    """I have changed my mind."""
