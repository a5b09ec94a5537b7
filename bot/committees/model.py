"""A standing committee: what it is called, and which concerns are its own."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from statistics import median_high, median_low

from bot.kit.events import Event
from bot.kit.people import CommunityId
from bot.kit.refusals import Refused
from bot.reports.model.rates import Share, shown
from bot.surveys.model import Answers

NAME_CHARACTERS = 20


class Usual(StrEnum):
    """Those that most communities have; others are named in words."""

    ENVIRONMENT = "environment"
    CULTURE = "culture"
    SAFETY = "safety"


@dataclass(frozen=True)
class Committee:
    id: int
    community: CommunityId
    name: str
    categories: frozenset[str] = frozenset()
    """Of concerns; each belongs to one committee at most, and what belongs to none goes to liaisons and moderators."""


@dataclass(frozen=True)
class Seen:
    """A committee, who is on it, and what this person may do with it."""

    committee: Committee
    members: Sequence[str]
    manages: bool


@dataclass(frozen=True)
class Counted:
    """What the books say of concerns of some categories in a month."""

    raised: int
    answered: Sequence[timedelta]
    """How long each waited that got its first answer."""
    resolved: int
    open: int
    """Now; so are those overdue."""
    overdue: int


@dataclass(frozen=True)
class Work:
    """What the concerns of a committee came to in a month (row R055), as it stood when that was over. No names."""

    categories: tuple[str, ...]
    raised: int
    answered: int
    resolved: int
    open: int
    overdue: int
    tenths: int | None
    """Days to the first answer, in tenths: of half of those answered it took no longer. None where none was."""
    satisfied: Share


@dataclass(frozen=True)
class CommitteeMonth:
    """`name` as it was called then."""

    committee: int
    community: CommunityId
    month: date
    name: str
    made_at: datetime
    work: Work


@dataclass(frozen=True)
class Months:
    """One of them, and which others there are, the newest first."""

    month: CommitteeMonth
    others: Sequence[date]


def work(categories: frozenset[str], counted: Counted, tallied: Mapping[str, Answers], least: int) -> Work:
    """`tallied`: the month's answers to the survey by category, all categories."""
    return Work(
        tuple(sorted(categories)),
        counted.raised,
        len(counted.answered),
        counted.resolved,
        counted.open,
        counted.overdue,
        _tenths(counted.answered),
        satisfaction(categories, tallied, least),
    )


def satisfaction(categories: frozenset[str], tallied: Mapping[str, Answers], least: int) -> Share:
    """Hidden as soon as one of the categories is hidden in 三率: or the sum would give it away."""
    parts = shown({name: Share(found.happy, found.all) for name, found in tallied.items()}, least)
    own = [share for name, share in parts.items() if name in categories]
    return Share(hidden=True) if any(share.hidden for share in own) else sum(own, Share())


def _tenths(waits: Sequence[timedelta]) -> int | None:
    """Rounded half up."""
    if not waits:
        return None
    in_tenths = (median_low(waits) + median_high(waits)) * 5
    return (in_tenths + timedelta(hours=12)) // timedelta(days=1)


@dataclass(frozen=True)
class CommitteeReported(Event):
    """Its month is put together."""

    month: CommitteeMonth


@dataclass(frozen=True)
class CommitteeFounded(Event):
    committee: Committee


@dataclass(frozen=True)
class CommitteeChanged(Event):
    """It sees to other categories than before."""

    committee: Committee


@dataclass(frozen=True)
class CommitteeEnded(Event):
    committee: Committee


class NoCommittee(Refused):
    """There is none of this number here, any more."""


@dataclass(eq=False)
class NoMonth(Refused):
    """Nothing is put together of it (yet)."""

    committee: int


@dataclass(eq=False)
class BadName(Refused):
    """Empty, or too long."""

    most: int


@dataclass(eq=False)
class CategoryTaken(Refused):
    """Another committee sees to it."""

    category: str
    by: str
