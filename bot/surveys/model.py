"""How satisfied residents are with what was done, counted so that no answer leads back to a person.

That a concern was asked about is one thing, how it was answered another: nothing in the books joins the two.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, tzinfo
from enum import StrEnum

from bot.concerns.model.concern import Concern, ConcernId


class Score(StrEnum):
    """The five faces, the happiest first."""

    VERY_SATISFIED = "5"
    SATISFIED = "4"
    NEUTRAL = "3"
    DISSATISFIED = "2"
    VERY_DISSATISFIED = "1"


HAPPY = frozenset({Score.VERY_SATISFIED, Score.SATISFIED})
COMMON_GROUND = 0
"""Stands for a building where a concern is about none."""


@dataclass(frozen=True)
class Question:
    """The one question about one closing of a concern; a concern that is closed anew is asked about anew."""

    concern: ConcernId
    closing: int
    """The line of its history that says so."""


@dataclass(frozen=True)
class Answers:
    """How many of so many answers were happy ones."""

    happy: int = 0
    all: int = 0

    def __add__(self, more: "Answers") -> "Answers":
        return Answers(self.happy + more.happy, self.all + more.all)


@dataclass(frozen=True)
class Tally:
    """A month's answers, by building and by category; each adds up to the same total."""

    buildings: Mapping[int, Answers] = field(default_factory=dict)
    categories: Mapping[str, Answers] = field(default_factory=dict)

    @property
    def total(self) -> Answers:
        return sum(self.buildings.values(), Answers())


def where(concern: Concern) -> int:
    """The building that an answer counts for."""
    return COMMON_GROUND if concern.building is None else concern.building


def month_of(moment: datetime, zone: tzinfo) -> date:
    """The first day of the month: an answer has no finer time."""
    return moment.astimezone(zone).date().replace(day=1)
