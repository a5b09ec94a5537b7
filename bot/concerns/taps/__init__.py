"""What a tap on a concern's buttons means."""

from aiogram.filters.callback_data import CallbackData

from bot.concerns.forms import Question
from bot.concerns.model.concern import Partner
from bot.concerns.model.life import Deed


class PickPlace(CallbackData, prefix="cw"):
    """It is in this building and unit; 0 is the estate's common ground.

    `key` is the draft's, here and below: an old button changes no other one.
    """

    key: str
    building: int
    unit: int


class PickCategory(CallbackData, prefix="cc"):
    key: str
    category: str


class TurnCategories(CallbackData, prefix="cp"):
    """Show the next page of categories."""

    key: str
    page: int


class Confirm(CallbackData, prefix="cy"):
    """It is right so."""

    key: str


class AddMedia(CallbackData, prefix="ca"):
    """A photo or voice message shall go with it."""

    key: str


class Amend(CallbackData, prefix="ce"):
    """Something of it is wrong: ask what."""

    key: str


class AskAgain(CallbackData, prefix="cq"):
    key: str
    question: Question


class ReadBack(CallbackData, prefix="cr"):
    """Leave it as it was."""

    key: str


class NotWait(CallbackData, prefix="cd"):
    """I do not wait until the voice message was listened to."""

    key: str


class HeardRight(CallbackData, prefix="ch"):
    """That is what I said."""

    key: str


class HeardWrong(CallbackData, prefix="cu"):
    """That is not what I said."""

    key: str


class Drop(CallbackData, prefix="cx"):
    """I do not want to report it after all."""

    key: str


class ThatOne(CallbackData, prefix="ct"):
    """It is this concern, which others have raised: we have met it too."""

    key: str
    concern: int


class Another(CallbackData, prefix="cn"):
    """It is not that one."""

    key: str


class MeToo(CallbackData, prefix="cj"):
    """Our household has met it too; or has not, after all."""

    concern: int
    met: bool


class SeeChain(CallbackData, prefix="cl"):
    """All that became of a concern."""

    concern: int
    page: int = 0


class AllowName(CallbackData, prefix="cv"):
    """My name may stand there; or not any more."""

    concern: int
    named: bool


class TellFor(CallbackData, prefix="cf"):
    """This person has agreed that it is told for them."""

    resident: int
    paper: bool


class NotNow(CallbackData, prefix="kn"):
    """I do not answer it now."""


class Mine(CallbackData, prefix="cm"):
    """What I have reported; in 长辈版 one on each page."""

    page: int = 0


class Claim(CallbackData, prefix="k"):
    """`concern` is its id here and below: its number says nothing without its community."""

    concern: int


class Step(CallbackData, prefix="kd"):
    """This is what shall be done with it; words and a day are asked for where it needs them."""

    concern: int
    deed: Deed


class ForwardTo(CallbackData, prefix="kf"):
    """To whom it shall go."""

    concern: int
    to: Partner


class Steps(CallbackData, prefix="kq"):
    """What can be done with it now?"""

    concern: int
    page: int = 0


class PickDay(CallbackData, prefix="ky"):
    """So many days from today; what was written belongs to this concern."""

    concern: int
    days: int


class HandOver(CallbackData, prefix="kh"):
    concern: int


class Assign(CallbackData, prefix="kt"):
    """Who may see to it?"""

    concern: int
    page: int = 0


class HandTo(CallbackData, prefix="kg"):
    """This person shall see to it; `who` is their Telegram id."""

    concern: int
    who: int


class UseCanned(CallbackData, prefix="ku"):
    """This ready answer is what I would write; it is read back before it goes out."""

    concern: int
    canned: int


class TurnCanned(CallbackData, prefix="kv"):
    """Show the next page of ready answers."""

    concern: int
    page: int


class SeeAll(CallbackData, prefix="ks"):
    """Everything that was told: the whole text, the photo, the voice message."""

    concern: int


class ReadOn(CallbackData, prefix="kl"):
    """The next page of what the staff has said: a line of the history."""

    line: int
    page: int = 0


class ReadAnswer(CallbackData, prefix="kb"):
    """What was said last about my concern."""

    concern: int


class Withdraw(CallbackData, prefix="kz"):
    """I need it no more."""

    concern: int
    sure: bool = False


class Solved(CallbackData, prefix="s"):
    concern: int
    solved: bool
