"""What a tap on an outcome's buttons means. `vote` is the id of the vote."""

from aiogram.filters.callback_data import CallbackData


class SeeOutcome(CallbackData, prefix="eo"):
    """What came of it? In 长辈版 page by page."""

    vote: int
    page: int = 0


class OutcomeDeeds(CallbackData, prefix="ed"):
    """What else can I do with it?"""

    vote: int
    page: int = 0


class SeeWhy(CallbackData, prefix="ew"):
    """Sentence by sentence. In a group it opens the private chat where there is more than one page."""

    vote: int
    page: int = 0


class SeePicture(CallbackData, prefix="ep"):
    """Turnout and outcome as one picture."""

    vote: int


class SeeWhoTookPart(CallbackData, prefix="et"):
    """Whose ballots were cast, never what they said. Page by page."""

    vote: int
    page: int = 0


class GetRecord(CallbackData, prefix="er"):
    """The published file."""

    vote: int


class PrintNotice(CallbackData, prefix="en"):
    """As a sheet of paper, for the notice board."""

    vote: int


class FindReceipt(CallbackData, prefix="ef"):
    """Where does my receipt stand in it?"""

    vote: int


class LeaveReceipt(CallbackData, prefix="ex"):
    """I look for none."""
