"""A fixed rubric of five criteria, and the mean of those who rated by it. Nobody reads what one of them has said."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from fractions import Fraction
from typing import Final

from bot.floor.model.treated import Treated
from bot.kit.events import Event
from bot.kit.people import CommunityId
from bot.kit.refusals import Refused
from bot.previews.model.notice import Slot
from bot.sittings.model.sitting import SittingId


class Criterion(StrEnum):
    """In the order in which they are asked."""

    AGENDA = "agenda"
    """It was kept."""
    TURNS = "turns"
    """To speak: they were fair."""
    EVIDENCE = "evidence"
    """Was given for what was said."""
    DECISION = "decision"
    """It was clear what was decided."""
    TIME = "time"
    """It was kept."""


RUBRIC: Final[Mapping[Criterion, int]] = dict.fromkeys(Criterion, 2)
"""So many points at most."""
BEST: Final = sum(RUBRIC.values())
LEAST: Final = 3
"""Of fewer raters there is no score."""
TIME_TO_RATE: Final = timedelta(days=3)
"""After the sitting; then the score is published, and who gave what is erased."""
COMPARED: Final = 3
"""So many of the first sittings are set against so many of the last."""


class State(StrEnum):
    ASKING = "asking"
    """Those who were there are asked, in batches."""
    OPEN = "open"
    PUBLISHED = "published"


@dataclass(frozen=True)
class Assessment:
    """Of one sitting that was held."""

    sitting: SittingId
    community: CommunityId
    chair: int
    """Telegram id: rates others' work, not their own."""
    until: datetime
    state: State = State.ASKING
    due_at: datetime | None = None
    asked: int = 0
    """The greatest Telegram id of those who were asked."""
    raters: int = 0
    total: int = 0
    """Of all of them; both are 0 until it is published, and `total` where they were too few."""

    @property
    def score(self) -> Fraction | None:
        """Out of ten; None until it is published, and where too few have rated."""
        published = self.state is State.PUBLISHED and self.raters >= LEAST
        return Fraction(self.total, self.raters) if published else None

    def published(self, totals: Sequence[int]) -> "Assessment":
        """Too few are counted and not summed up: their sum would be what one of them said."""
        total = sum(totals) if len(totals) >= LEAST else 0
        return replace(self, state=State.PUBLISHED, due_at=None, raters=len(totals), total=total)

    def takes_ratings(self, now: datetime) -> bool:
        return self.state is not State.PUBLISHED and now < self.until


def tenths(value: Fraction) -> str:
    """7.8; rounded half up."""
    whole = int(value * 10 + Fraction(1, 2))
    return f"{whole // 10}.{whole % 10}"


def read_marks(written: str) -> tuple[int, ...]:
    """As buttons carry them, a digit each. What no button of ours says is no mark: the questions begin again."""
    most = [str(best) for best in RUBRIC.values()]
    fits = len(written) <= len(most) and all("0" <= mark <= best for mark, best in zip(written, most, strict=False))
    return tuple(map(int, written)) if fits else ()


@dataclass(frozen=True)
class Rating:
    """What one person gives; a new one is in place of the old one."""

    sitting: SittingId
    rater: int
    """Telegram id."""
    marks: tuple[int, ...]
    """One for each criterion, in their order."""
    at: datetime

    @property
    def total(self) -> int:
        return sum(self.marks)


@dataclass(frozen=True)
class Signals:
    """What the books say of it by themselves: beside the score, never in it."""

    planned: int
    """Items of the published agenda."""
    treated: int
    """Of these."""
    in_time: int
    """Of these again: closed within the minutes that were planned for them."""


def signals(slots: Sequence[Slot], treated: Sequence[Treated]) -> Signals:
    planned = {one.item: timedelta(minutes=one.minutes) for one in slots}
    done = [one for one in treated if one.item in planned]
    in_time = [one for one in done if one.closed_at and one.closed_at - one.opened_at <= planned[one.item]]
    return Signals(len(planned), len(done), len(in_time))


@dataclass(frozen=True)
class Assessed:
    """As somebody looks at it."""

    assessment: Assessment
    starts_at: datetime
    signals: Signals
    rates: bool = False
    """Whether they may rate it now."""


@dataclass(frozen=True)
class Trend:
    """The mean of the first scores against that of the last."""

    first: Fraction
    last: Fraction


def trend(first: Sequence[Fraction], last: Sequence[Fraction], count: int) -> Trend | None:
    """None while a sitting would stand on both sides; `count`: how many have a score."""
    if count < 2 * COMPARED:
        return None
    return Trend(sum(first, Fraction()) / len(first), sum(last, Fraction()) / len(last))


@dataclass(frozen=True)
class RatersWanted(Event):
    """These people, one of several batches, are asked to rate."""

    assessment: Assessment
    starts_at: datetime
    people: tuple[int, ...]
    """Telegram ids."""


@dataclass(frozen=True)
class ScorePublished(Event):
    assessed: Assessed


class NoAssessment(Refused):
    """This sitting is not rated: it was not held, or before there were ratings."""


class NoRater(Refused):
    """Only who was there, and guides, rate; and not who was in the chair."""


@dataclass(eq=False)
class RatingOver(Refused):
    """Since then."""

    until: datetime
