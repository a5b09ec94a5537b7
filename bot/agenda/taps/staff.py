"""What a tap on a moderator's buttons means."""

from aiogram.filters.callback_data import CallbackData

from bot.agenda.model.item import Scope, Verdict
from bot.agenda.model.steps import Step


class ManageItem(CallbackData, prefix="am"):
    """What can be done with it now?"""

    item: int
    page: int = 0


class AskScope(CallbackData, prefix="ac"):
    """Whose matter is it?"""

    item: int
    page: int = 0


class SetScope(CallbackData, prefix="ao"):
    item: int
    scope: Scope


class MoveOn(CallbackData, prefix="av"):
    """One step further than this one: an old button moves nothing twice."""

    item: int
    step: Step


class AnswerPoint(CallbackData, prefix="aw"):
    """I answer this question."""

    point: int


class DecideObjection(CallbackData, prefix="aod"):
    """I uphold this objection, or I do not, and say why."""

    point: int
    verdict: Verdict


class AddPapers(CallbackData, prefix="aa"):
    item: int


class PapersSent(CallbackData, prefix="qp"):
    """That is all."""

    key: str


class Schedule(CallbackData, prefix="ai"):
    """On which sitting's agenda?"""

    item: int
    page: int = 0


class Plan(CallbackData, prefix="au"):
    """On this one's: how long will it take?"""

    item: int
    sitting: int


class PutOn(CallbackData, prefix="az"):
    item: int
    sitting: int
    minutes: int


class TakeOff(CallbackData, prefix="ab"):
    """Off this sitting's agenda."""

    item: int
    sitting: int


class Shift(CallbackData, prefix="qu"):
    """One place up or down on its agenda."""

    item: int
    up: bool


class JoinTo(CallbackData, prefix="qj"):
    """With which other one shall it go on?"""

    item: int
    page: int = 0


class JoinInto(CallbackData, prefix="qi"):
    item: int
    other: int
    sure: bool = False
