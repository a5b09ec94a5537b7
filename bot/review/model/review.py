"""Everything that a report says."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from bot.assessments.model import Trend
from bot.coverage.model import Cell, Dimension
from bot.kit.people import CommunityId
from bot.review.model.days import Days
from bot.review.model.measure import CONCENTRATION, Figure, Line, Measure
from bot.review.model.peaks import Node
from bot.savings.model import Sums

ENOUGH = 10
"""Of fewer turns or items nobody could say that they are in few hands."""


@dataclass(frozen=True)
class Targets:
    """In percent, from `config.yaml`: what shall be reached by the year's end, and when few hands are too few."""

    goals: Mapping[Measure, int]
    concentrated: int


@dataclass(frozen=True)
class Took:
    """How many of each part of the roll took part: households by tenure and building, adults by age."""

    parts: Mapping[Dimension, Sequence[Cell]]


@dataclass(frozen=True)
class Review:
    """The figures of some days beside those of the days before."""

    place: str
    """The community's name."""
    days: Days
    over: bool
    figures: Mapping[Measure, Figure]
    before: Mapping[Measure, Figure]
    baseline: Figure
    """Of the concerns: in the first 90 days in which there were any."""
    targets: Targets
    trend: Line
    deliberation: Trend | None = None
    """The first sittings with a score against the last."""
    money: Sums = field(default_factory=Sums)
    """Saved and raised so far, proved."""
    took: Took | None = None
    """Of a whole month that is over, where enough took part; so are:"""
    peaks: Sequence[Node] = ()
    parted: bool = False
    """Whether these are days of which parts are shown at all."""
    link: str = ""

    @property
    def alerts(self) -> Sequence[Figure]:
        """Too much is in the hands of three people."""
        found = [self.figures[measure] for measure in CONCENTRATION]
        return [
            one for one in found
            if one.value is not None and (one.whole or 0) >= ENOUGH and 100 * one.value > self.targets.concentrated
        ]  # fmt: skip


@dataclass(frozen=True)
class Shelf:
    """Up to which month a community's figures are kept; None where none are."""

    community: CommunityId
    founded_at: datetime
    last: date | None


def shows_parts(days: Days, today: date) -> bool:
    """Whether it is told who took part, and when and where.

    Only of whole months that are over: of days that can be chosen freely, or of a month that goes on, the difference
    of two reports would be a single person.
    """
    return days.kind == "month" and days.over(today)
