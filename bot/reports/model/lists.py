"""What waits longer than was promised, the ten concerns that most households have met, and the week."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from bot.concerns.model.concern import Concern, ConcernId
from bot.reports.model.dates import Span
from bot.reports.model.rates import Rate, Share
from bot.roles.model import Role

TEN: Final = 10
"""居民最关心的10个问题."""


@dataclass(frozen=True)
class Late:
    """A concern that waits longer than was promised, without a word of whoever raised it."""

    number: int
    category: str
    building: int | None
    since: datetime


@dataclass(frozen=True)
class Overdue:
    """How many concerns are open, how many of these are late, and the oldest of the late ones."""

    open: int
    late: int
    oldest: Sequence[Late] = ()


@dataclass(frozen=True)
class Ranked:
    """A concern of the ten of a month: how many households were behind it when these were chosen."""

    rank: int
    concern: ConcernId
    households: int


@dataclass(frozen=True)
class Place:
    """A place among the ten, with how things are by now: the concern, and as what its owner sees to it."""

    ranked: Ranked
    concern: Concern
    owner: Role | None


@dataclass(frozen=True)
class TopTen:
    """The ten of a month; fewer where there were fewer. None were chosen for a month that has no places."""

    month: date
    places: Sequence[Place]
    earlier: bool = False
    """Whether there are ten of the month before, too."""


@dataclass(frozen=True)
class Week:
    """What a digest tells."""

    span: Span
    raised: int
    closed: int
    open: int
    """By now."""
    rates: Mapping[Rate, Share]
    """Satisfaction is that of a whole month:"""
    month: date
