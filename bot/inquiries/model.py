"""An inquiry: a supervisor's question, answers by those who are asked, and the clock that runs meanwhile."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import NewType

from bot.config import InquiryRules
from bot.kit.events import Event
from bot.kit.people import CommunityId
from bot.kit.refusals import Refused

InquiryId = NewType("InquiryId", int)
NEW = InquiryId(0)
"""Not kept yet."""


class About(StrEnum):
    """What an inquiry is about; one letter in a button, the name in the books."""

    CONCERN = "c"
    ITEM = "i"
    ENTRY = "e"
    """Of the ledger of points: an award, an exchange."""
    FREE = "f"


class State(StrEnum):
    WAITING = "waiting"
    """For an answer."""
    ANSWERED = "answered"
    """The supervisor says whether it will do."""
    CLOSED = "closed"


class Side(StrEnum):
    QUESTION = "question"
    ANSWER = "answer"


@dataclass(frozen=True)
class Line:
    """What was asked or answered; `key` makes sending twice once, `by` is a Telegram id, never shown."""

    side: Side
    key: str
    by: int
    words: str
    at: datetime


@dataclass(frozen=True)
class Inquiry:
    """`number` counts in its community; `of` is the number of what it is about, 0 for a free subject."""

    id: InquiryId
    community: CommunityId
    number: int
    about: About
    of: int
    supervisor: int
    """Telegram id of who opened it."""
    addressee: int | None
    """Who saw to the matter and may answer, beside those whose role it is."""
    opened_at: datetime
    due_at: datetime
    """When the answer is due."""
    state: State = State.WAITING
    look_at: datetime | None = None
    """When somebody is reminded next, or it becomes known that the answer is late."""
    reminded: bool = False
    late: bool = False
    """Whether an answer was not there in time; that stays."""

    def began(self, now: datetime, rules: InquiryRules) -> "Inquiry":
        """The clock runs from now on; where there is no time for a reminder, there is none."""
        due_at = now + timedelta(days=rules.answer_days)
        before = rules.remind_days if rules.remind_days < rules.answer_days else 0
        look_at = due_at - timedelta(days=before)
        return replace(self, state=State.WAITING, due_at=due_at, look_at=look_at, reminded=False)

    def looked_at(self, now: datetime) -> "Inquiry":
        """A mark has passed; after a standstill it may be both, and the later one counts."""
        if now >= self.due_at:
            return replace(self, look_at=None, reminded=True, late=True)
        return replace(self, look_at=self.due_at, reminded=True)

    def answered(self) -> "Inquiry":
        """Raises `InquiryClosed`, `NotWaiting`."""
        self._check(State.WAITING, NotWaiting(self.number))
        return replace(self, state=State.ANSWERED, look_at=None)

    def asked_again(self, now: datetime, rules: InquiryRules) -> "Inquiry":
        """Raises `InquiryClosed`, `NotAnswered`."""
        self._check(State.ANSWERED, NotAnswered(self.number))
        return self.began(now, rules)

    def closed(self) -> "Inquiry":
        """Raises `InquiryClosed`, `NotAnswered`."""
        self._check(State.ANSWERED, NotAnswered(self.number))
        return replace(self, state=State.CLOSED)

    def _check(self, state: State, otherwise: Refused) -> None:
        if self.state is State.CLOSED:
            raise InquiryClosed(self.number)
        if self.state is not state:
            raise otherwise


@dataclass(frozen=True)
class Story:
    """All of an inquiry, as the reader has it before them."""

    inquiry: Inquiry
    lines: tuple[Line, ...]
    answers: bool
    """Whether the reader can answer it."""
    decides: bool
    """Whether the reader can say that the answer will do, or ask again."""


@dataclass(frozen=True)
class Whose:
    """Who had a hand in a matter, and who of them is asked about it."""

    owners: frozenset[int]
    addressee: int | None = None


def check_interest(person: int, owners: Collection[int]) -> None:
    """Nobody supervises what is theirs (row R056). Raises `OwnMatter`."""
    if person in owners:
        raise OwnMatter


@dataclass(frozen=True)
class InquiryChanged(Event):
    inquiry: Inquiry


@dataclass(frozen=True)
class InquiryOpened(InquiryChanged):
    """A supervisor has asked."""


@dataclass(frozen=True)
class InquiryAskedAgain(InquiryChanged):
    """The answer did not do."""


@dataclass(frozen=True)
class InquiryAnswered(InquiryChanged):
    """Whoever was asked has said something."""

    by: int


@dataclass(frozen=True)
class InquirySettled(InquiryChanged):
    """The supervisor is satisfied."""


@dataclass(frozen=True)
class InquiryRunsOut(InquiryChanged):
    """Time runs short, or is over: `inquiry.late`."""


class OwnMatter(Refused):
    """Who had a hand in something neither asks about it as a supervisor nor says that an answer will do."""


class NoInquiry(Refused):
    """There is none with this number here."""


class NoInquiryDraft(Refused):
    """Nothing is being written any more, or it is something else by now."""


@dataclass(eq=False)
class NoMatter(Refused):
    """There is nothing with this number."""

    about: About


@dataclass(eq=False)
class NoInquiryWords(Refused):
    """Nothing was said, or too much."""

    most: int


@dataclass(eq=False)
class NotWaiting(Refused):
    """It has been answered already."""

    number: int


@dataclass(eq=False)
class NotAnswered(Refused):
    """It waits for an answer."""

    number: int


@dataclass(eq=False)
class InquiryClosed(Refused):
    number: int
