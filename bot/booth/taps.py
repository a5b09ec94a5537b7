"""What a tap at a vote means. Marks are letters, see `bot.booth.model.marks`; a choice stands nowhere else.

`entry`: whose ballot on paper is typed in; 0 for one's own.
"""

from aiogram.filters.callback_data import CallbackData

from bot.booth.forms import Asked


class CastHere(CallbackData, prefix="vg"):
    """On the group's card: this is our ballot, at once."""

    vote: int
    marks: str


class SeeVote(CallbackData, prefix="vs"):
    """What is it about, how is it decided, who can see what? Under the last page stands the ballot paper."""

    vote: int
    page: int = 0


class FillIn(CallbackData, prefix="vf"):
    """The ballot paper with these marks so far; `page` turns the options in 长辈版."""

    vote: int
    marks: str = ""
    page: int = 0
    entry: int = 0


class ReadBack(CallbackData, prefix="vr"):
    """That is what I want to say: read it back to me."""

    vote: int
    marks: str
    page: int = 0
    entry: int = 0


class CastBallot(CallbackData, prefix="vc"):
    """Yes, cast it."""

    vote: int
    marks: str
    entry: int = 0


class SeeMissing(CallbackData, prefix="vm"):
    """还差多少: what an owners' vote still misses, by building."""

    vote: int
    page: int = 0


class ManageVote(CallbackData, prefix="vl"):
    """What can a moderator do with it?"""

    vote: int


class TypePaper(CallbackData, prefix="vt"):
    """Ballots on paper were handed in."""

    vote: int


class PapersDone(CallbackData, prefix="vd"):
    """That was the last one."""


class Answer(CallbackData, prefix="vp"):
    """To a question about the vote that is to be opened; `key` is the draft's."""

    key: str
    asked: Asked
    value: str


class AskOpening(CallbackData, prefix="vn"):
    """The next question, or all read back; page by page in 长辈版."""

    key: str
    page: int = 0


class OpenNow(CallbackData, prefix="vy"):
    key: str


class OpenAnew(CallbackData, prefix="vq"):
    """Something of it is wrong: ask from the start."""

    key: str


class DropOpening(CallbackData, prefix="vx"):
    key: str


class Extend(CallbackData, prefix="ve"):
    """Until when instead?"""

    vote: int


class ExtendTo(CallbackData, prefix="vu"):
    """`until`: seconds since 1970."""

    vote: int
    until: int


class Annul(CallbackData, prefix="vk"):
    vote: int


class ReasonRight(CallbackData, prefix="vz"):
    """Do it, for this reason. The vote lets the second answer to it be the first once more.

    `until` is a Unix timestamp, as in `ExtendTo`; 0 to annul it.
    """

    key: str
    vote: int
    until: int


class ReadReason(CallbackData, prefix="vj"):
    """The read-back, page by page in 长辈版."""

    key: str
    page: int = 0


class ReasonAnew(CallbackData, prefix="vw"):
    key: str


class DropReason(CallbackData, prefix="va"):
    key: str
