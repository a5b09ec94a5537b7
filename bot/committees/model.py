"""A standing committee: what it is called, and which concerns are its own."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.kit.events import Event
from bot.kit.people import CommunityId
from bot.kit.refusals import Refused

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
class BadName(Refused):
    """Empty, or too long."""

    most: int


@dataclass(eq=False)
class CategoryTaken(Refused):
    """Another committee sees to it."""

    category: str
    by: str
