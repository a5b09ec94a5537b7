"""What a tap on a draft's buttons means. `key` is the draft's: an old button is about no newer one."""

from aiogram.filters.callback_data import CallbackData

from bot.agenda.forms import Kind, Question


class SkipQuestion(CallbackData, prefix="qs"):
    """I say nothing about that."""

    key: str
    question: Question


class ConfirmProposal(CallbackData, prefix="qy"):
    key: str


class AmendProposal(CallbackData, prefix="qe"):
    """Something of it is wrong: ask what."""

    key: str


class AskAgain(CallbackData, prefix="qq"):
    key: str
    question: Question


class ReadProposal(CallbackData, prefix="qr"):
    """Leave it as it was, and read it back; in 长辈版 page by page."""

    key: str
    page: int = 0


class DropProposal(CallbackData, prefix="qx"):
    """I propose nothing after all."""

    key: str


class ThatItem(CallbackData, prefix="qt"):
    """It is this one: we support it."""

    key: str
    item: int


class AnotherItem(CallbackData, prefix="qn"):
    """It is not that one."""

    key: str


class Write(CallbackData, prefix="ak"):
    """I write something about the item."""

    item: int
    kind: Kind


class ReadWords(CallbackData, prefix="at"):
    """Read back what I wrote; in 长辈版 page by page."""

    key: str
    page: int = 0


class KeepWords(CallbackData, prefix="ay"):
    """It is right so. Item and kind let the second answer to it be the first once more."""

    key: str
    item: int
    kind: Kind


class WordsAnew(CallbackData, prefix="an"):
    key: str


class LeaveWords(CallbackData, prefix="aq"):
    """I write nothing after all."""

    key: str
