"""An agenda item and the rules of its life; what each step asks for stands in `steps.py`."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from hashlib import sha256
from typing import NewType

from bot.agenda.model.history import Entry as Entry
from bot.agenda.model.history import Line as Line
from bot.agenda.model.refusals import ItemOver, NotAllowedNow, NotYet, ObjectionsOver, StepMissing, WrongStep
from bot.agenda.model.scope import Outcome as Outcome
from bot.agenda.model.scope import Scope as Scope
from bot.agenda.model.steps import DROPPABLE, OVER, STEPS, Contribution, Need, Step, least_days
from bot.agenda.model.verdict import Verdict as Verdict
from bot.concerns.model.concern import ConcernId
from bot.config import AgendaRules, Community
from bot.kit.people import CommunityId
from bot.roles.model import Expertise
from bot.sittings.model.sitting import SittingId

ItemId = NewType("ItemId", int)


@dataclass(frozen=True)
class Item:
    """`number` counts in its community; `key` is the draft's, so that proposing twice is once."""

    id: ItemId
    community: CommunityId
    number: int
    key: str
    proposer: int
    """Telegram id; 0 once they have had their data deleted."""
    what: str
    where: str
    why: str
    wanted: str
    proposed_at: datetime
    step: Step
    stepped_at: datetime
    """Since when it is in its step."""
    concern: ConcernId | None = None
    """The concern that it came from."""
    scope: Scope | None = None
    version: int = 0
    """Of the frozen wording; 0 while there is none."""
    sitting: SittingId | None = None
    """On whose agenda it stands."""
    position: int = 0
    """On that agenda, from 1."""
    minutes: int = 0
    """Planned for it."""
    outcome: Outcome | None = None
    joined_to: ItemId | None = None
    reason: str = ""
    """Why it was dropped; empty where who proposed it took it back."""

    @property
    def over(self) -> bool:
        return self.step in OVER

    def check(self, contribution: Contribution) -> None:
        """Raises `ItemOver`, or `NotAllowedNow` where the present step has no room for it."""
        if self.over:
            raise ItemOver(self.number)
        if contribution not in STEPS[self.step].allows:
            raise NotAllowedNow(self.number, contribution, self.step)

    def moved_on(self, at: datetime, met: Collection[Need], rules: AgendaRules) -> "Item":
        """One step further. Raises `ItemOver`, `NotYet` before its time, `StepMissing` for what is not there."""
        stage = STEPS[self.step]
        if stage.leads_to is None:
            raise ItemOver(self.number)
        for need in Need:
            if need in stage.needs and need not in met:
                raise StepMissing(self.number, need)
        earliest = self.stepped_at + timedelta(days=least_days(self.step, rules))
        if at < earliest:
            raise NotYet(self.number, earliest)
        ends = self.step is Step.PUBLISHED and self.outcome is Outcome.REJECTED
        return replace(self, step=Step.DONE if ends else stage.leads_to, stepped_at=at)

    def resolved(self, outcome: Outcome, at: datetime, rules: AgendaRules) -> "Item":
        """④ → ⑤ with its result. Raises `ItemOver`, `WrongStep`."""
        self._before_end_in({Step.RESOLVING})
        return replace(self, outcome=outcome).moved_on(at, {Need.OUTCOME}, rules)

    def put_off(self, at: datetime) -> "Item":
        """④ → ③: the sitting ended before anything was resolved. Raises `ItemOver`, `WrongStep`."""
        self._before_end_in({Step.RESOLVING})
        return replace(self.unscheduled(), step=Step.REVIEWING, stepped_at=at)

    def objections_until(self, rules: AgendaRules) -> datetime:
        """Of an item in ⑤: the moment from which objections are too late."""
        return self.stepped_at + timedelta(days=rules.objection_days)

    def reopened(self, at: datetime) -> "Item":
        """⑤ → ③: an objection to its result is upheld, so it is decided anew. Raises `ItemOver`, `WrongStep`."""
        self._before_end_in({Step.PUBLISHED})
        return replace(self.unscheduled(), step=Step.REVIEWING, stepped_at=at, outcome=None)

    def check_objection(self, at: datetime, rules: AgendaRules) -> None:
        """Raises `ItemOver`, `NotAllowedNow` outside ⑤, `ObjectionsOver` once its days are over."""
        self.check(Contribution.OBJECTION)
        if at >= self.objections_until(rules):
            raise ObjectionsOver(self.number, self.objections_until(rules))

    def scheduled(self, sitting: SittingId, position: int, minutes: int) -> "Item":
        """On this sitting's agenda. Raises `ItemOver`, `WrongStep` before ② and from ④ on."""
        self._before_end_in({Step.DELIBERATING, Step.REVIEWING})
        return replace(self, sitting=sitting, position=position, minutes=minutes)

    def unscheduled(self) -> "Item":
        return replace(self, sitting=None, position=0)

    def reworded(self) -> "Item":
        """With a new version of its wording. Raises `ItemOver`, `NotAllowedNow`."""
        self.check(Contribution.WORDING)
        return replace(self, version=self.version + 1)

    def dropped(self, at: datetime, reason: str) -> "Item":
        """Withdrawn or not taken up. Raises `ItemOver`, `WrongStep`."""
        self._before_end_in(DROPPABLE)
        return replace(self.unscheduled(), step=Step.DROPPED, stepped_at=at, reason=reason)

    def joined(self, other: "Item", at: datetime) -> "Item":
        """Goes on with `other`. Raises `ItemOver`, `WrongStep`."""
        self._before_end_in(DROPPABLE)
        other._before_end_in(DROPPABLE)
        if other.id == self.id:
            raise WrongStep(self.number, self.step)
        return replace(self.unscheduled(), step=Step.JOINED, stepped_at=at, joined_to=other.id)

    def _before_end_in(self, steps: Collection[Step]) -> None:
        if self.over:
            raise ItemOver(self.number)
        if self.step not in steps:
            raise WrongStep(self.number, self.step)


@dataclass(frozen=True)
class Wording:
    """The exact words of a motion, frozen: `digest` is SHA-256 of the words in UTF-8, in hex."""

    item: ItemId
    version: int
    words: str
    digest: str
    frozen_at: datetime
    frozen_by: int

    @property
    def intact(self) -> bool:
        """Whether these still are the words that were frozen."""
        return digest_of(self.words) == self.digest


def freeze(item: Item, words: str, at: datetime, by: int) -> tuple[Item, Wording]:
    """The item with these words as its newest version. Raises `ItemOver`, `NotAllowedNow`."""
    after = item.reworded()
    return after, Wording(item.id, after.version, words, digest_of(words), at, by)


def digest_of(words: str) -> str:
    return sha256(words.encode()).hexdigest()


def notice_days(scope: Scope | None, settings: Community) -> int:
    """How many days before the sitting the group must have had the item."""
    return settings.agenda.owners_notice_days if scope is Scope.OWNERS else settings.sittings.preview_days


class Side(StrEnum):
    PRO = "pro"
    CON = "con"
    QUESTION = "question"
    ADVICE = "advice"
    """Of a guide."""
    REPLY = "reply"
    """Of the sub-district office; no advice, and nothing is decided by it."""
    OBJECTION = "objection"
    """In ⑤."""
    ANSWER = "answer"
    """Of a moderator, to a question or an objection."""


CONTRIBUTES = {
    Side.PRO: Contribution.POINT,
    Side.CON: Contribution.POINT,
    Side.QUESTION: Contribution.POINT,
    Side.ADVICE: Contribution.ADVICE,
    Side.OBJECTION: Contribution.OBJECTION,
}
"""What a step must allow for it."""


SIGNED = (Side.ADVICE, Side.REPLY)
"""Said by name."""


@dataclass(frozen=True)
class Point:
    """What somebody says about an item, in words or as a voice message."""

    id: int
    item: ItemId
    side: Side
    author: int
    """Telegram id."""
    words: str
    voice: str | None
    """Telegram's file id."""
    at: datetime
    answers: int | None = None
    """The point that this one answers."""
    verdict: Verdict | None = None
    """Of an answer to an objection."""
    expertise: Expertise | None = None
    """Of advice: the guide's field when it was given."""


class PaperKind(StrEnum):
    TEXT = "text"
    PHOTO = "photo"
    DOCUMENT = "document"


@dataclass(frozen=True)
class Paper:
    """What is to be read beside the item: `title` is the text itself, or the caption or name of a file."""

    id: int
    item: ItemId
    kind: PaperKind
    title: str
    file: str | None
    """Telegram's file id."""
    by: int
    at: datetime
