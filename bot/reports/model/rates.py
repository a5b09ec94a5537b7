"""三率: response, resolution, satisfaction; what a small number could tell of somebody is hidden.

Response: of the first answers that fell due, or came before that, so many came in time.
Resolution: of what was closed, or is open again because its resident said so, so much was confirmed by its resident.
Satisfaction: of the answers to the survey, so many were happy ones.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from fractions import Fraction

from bot.concerns.model.life import State
from bot.coverage.model import Cell, TooFew, suppress
from bot.reports.model.dates import Span
from bot.surveys.model import COMMON_GROUND, Answers, Tally


class Rate(StrEnum):
    RESPONSE = "response"
    RESOLUTION = "resolution"
    SATISFACTION = "satisfaction"


class Dimension(StrEnum):
    BUILDING = "building"
    CATEGORY = "category"


@dataclass(frozen=True)
class Case:
    """What the rates are counted from: a concern without its author and its words."""

    building: int | None
    category: str
    raised_at: datetime
    answered_at: datetime | None
    closed_at: datetime | None
    state: State
    reopened: bool = False
    """Open because its resident said, within the time that is looked at, that it is not solved."""


@dataclass(frozen=True)
class Share:
    """So many of so many. `hidden`: they are too few to be shown, or would give away what is."""

    good: int = 0
    all: int = 0
    hidden: bool = False

    def __add__(self, more: "Share") -> "Share":
        return Share(self.good + more.good, self.all + more.all)

    @property
    def known(self) -> Fraction | None:
        """None where there is nothing to show."""
        return None if self.hidden or not self.all else Fraction(self.good, self.all)

    @property
    def percent(self) -> int:
        """Rounded down, so that 100 means all."""
        return 100 * self.good // self.all if self.all else 0


def change(new: Share, old: Share) -> int | None:
    """(new − old) / old in percent; None where either is not shown, or there was nothing before."""
    if new.known is None or not old.known:
        return None
    return round(100 * (new.known - old.known) / old.known)


Parts = Mapping[str, Share]
"""A building's number (0: common ground) or a category → its share."""


@dataclass(frozen=True)
class Ends:
    """How concerns ended, each counted apart."""

    confirmed: int = 0
    uncontradicted: int = 0
    accepted: int = 0
    reopened: int = 0


@dataclass(frozen=True)
class Rates:
    """The three of some time, in all and by part."""

    total: Mapping[Rate, Share]
    parts: Mapping[tuple[Rate, Dimension], Parts] = field(default_factory=dict)
    ends: Ends = Ends()


@dataclass(frozen=True)
class Month:
    """A month's rates beside those of the month before."""

    month: date
    over: bool
    """While it runs, satisfaction is not shown: who looked every day would see each answer come in."""
    now: Rates
    before: Rates


ENDS = {State.CONFIRMED: "confirmed", State.UNCONTRADICTED: "uncontradicted", State.ACCEPTED: "accepted"}


def responded(case: Case, span: Span, promised: timedelta) -> bool | None:
    """Whether it was answered in time; None where that was not decided within `span`, or by its author alone."""
    by = case.raised_at + promised
    in_time = case.answered_at is not None and case.answered_at <= by
    if in_time:
        return True if case.answered_at is not None and span.holds(case.answered_at) else None
    gone = case.closed_at is not None and case.closed_at < by and case.answered_at is None
    return False if span.holds(by) and not gone else None


def resolved(case: Case, span: Span) -> bool | None:
    """Whether its resident confirmed it; None where it did not end within `span`."""
    ended = case.closed_at is not None and span.holds(case.closed_at) and case.state in ENDS
    return case.state is State.CONFIRMED if ended else False if case.reopened else None


def rates(cases: Sequence[Case], tally: Tally, span: Span, promised: timedelta, least: int) -> Rates:
    """Everything of some time that may be shown."""
    answers: dict[Dimension, Mapping[int, Answers] | Mapping[str, Answers]] = {
        Dimension.BUILDING: tally.buildings,
        Dimension.CATEGORY: tally.categories,
    }
    parts: dict[tuple[Rate, Dimension], Parts] = {}
    for dimension in Dimension:
        parts[Rate.RESPONSE, dimension] = _shares(cases, dimension, lambda case: responded(case, span, promised))
        parts[Rate.RESOLUTION, dimension] = _shares(cases, dimension, lambda case: resolved(case, span))
        parts[Rate.SATISFACTION, dimension] = {
            str(part): Share(found.happy, found.all) for part, found in answers[dimension].items()
        }
    total = {rate: sum(parts[rate, Dimension.BUILDING].values(), Share()) for rate in Rate}
    if 0 < total[Rate.SATISFACTION].all < least:
        total[Rate.SATISFACTION] = Share(hidden=True)
    ends = Counter(ENDS[case.state] for case in cases if case.state in ENDS and resolved(case, span) is not None)
    reopened = sum(case.reopened for case in cases)
    return Rates(total, {key: shown(found, least) for key, found in parts.items()}, Ends(**ends, reopened=reopened))


def without_satisfaction(rates: Rates) -> Rates:
    """What may be shown of a month that is not over."""
    hidden = {Rate.SATISFACTION: Share(hidden=True)}
    parts = {key: found for key, found in rates.parts.items() if key[0] is not Rate.SATISFACTION}
    return Rates({**rates.total, **hidden}, parts, rates.ends)


def shown(parts: Parts, least: int) -> Parts:
    """`parts` with those hidden that coverage would hide: of fewer than `least`, and what would give these away."""
    everybody = sum(share.all for share in parts.values())
    cells = [Cell(part, everybody, share.all) for part, share in parts.items()]
    try:
        hidden = {cell.part for cell in suppress(cells, least) if cell.hidden}
    except TooFew:
        hidden = set(parts)
    return {part: Share(hidden=True) if part in hidden else share for part, share in parts.items()}


def _shares(cases: Iterable[Case], dimension: Dimension, judge: Callable[[Case], bool | None]) -> Parts:
    found: dict[str, Share] = {}
    for case in cases:
        verdict = judge(case)
        if verdict is not None:
            part = case.category if dimension is Dimension.CATEGORY else str(case.building or COMMON_GROUND)
            found[part] = found.get(part, Share()) + Share(int(verdict), 1)
    return dict(sorted(found.items(), key=lambda one: (len(one[0]), one[0]) if one[0].isdigit() else (0, one[0])))
