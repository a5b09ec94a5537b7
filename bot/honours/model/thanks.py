"""Who is thanked for a month, and what buildings reach together. Persons stand in no order of merit."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from enum import StrEnum

from bot.config import HonourRules
from bot.kit.events import Event
from bot.kit.people import CommunityId
from bot.points.model.ledger import Rule


class Step(StrEnum):
    """What comes next for a month: each person hears of it, a day later the group."""

    TELL = "tell"
    THANK = "thank"


@dataclass(frozen=True)
class ThanksDue:
    """The month's first day, and when its next step is taken."""

    community: CommunityId
    month: date
    step: Step
    at: datetime


@dataclass(frozen=True)
class Doer:
    """Somebody who has done something for the neighbourhood; without a name once they have left the roll."""

    telegram_id: int
    building: int
    name: str
    deeds: Mapping[Rule, int]
    points: int
    opted_out: bool
    """Wants to stand in no list."""

    @property
    def named(self) -> bool:
        return bool(self.name) and not self.opted_out


@dataclass(frozen=True)
class Thanks:
    """A month's, as the group reads it: names by building, and how many more there are without one."""

    month: date
    by_building: Mapping[int, Sequence[str]]
    unnamed: int
    deeds: Mapping[Rule, int]


@dataclass(frozen=True)
class Goal:
    """How many households of a building took part in something, and how many it takes."""

    building: int
    took_part: int
    households: int
    wanted: int

    @property
    def reached(self) -> bool:
        return self.took_part >= self.wanted


def goal(building: int, took_part: int, households: int, rules: HonourRules) -> Goal:
    """`goal_percent` of the building's households, at least one."""
    return Goal(building, took_part, households, max(1, -(-households * rules.goal_percent // 100)))


def thanks(month: date, doers: Sequence[Doer], rules: HonourRules) -> Thanks:
    """In the order of the buildings, and of the roll within each; at most so many names."""
    named = [doer for doer in doers if doer.named][: rules.thanks_names]
    by_building: dict[int, list[str]] = {}
    for doer in sorted(named, key=lambda one: one.building):
        by_building.setdefault(doer.building, []).append(doer.name)
    deeds: dict[Rule, int] = {}
    for doer in doers:
        for rule, count in doer.deeds.items():
            deeds[rule] = deeds.get(rule, 0) + count
    return Thanks(month, by_building, len(doers) - len(named), deeds)


def first_of(day: date) -> date:
    return day.replace(day=1)


def month_after(month: date) -> date:
    return first_of(month.replace(day=28) + timedelta(days=4))


def month_before(month: date) -> date:
    return first_of(month - timedelta(days=1))


def board_of(community: CommunityId, month: date) -> str:
    """The name of the message in the group."""
    return f"thanks-{community}-{month:%Y%m}"


def tell_at(month: date, rules: HonourRules, zone: tzinfo) -> datetime:
    """When people hear that they are thanked for this month: the first morning of the next."""
    return datetime.combine(month_after(month), rules.thanks_at, zone)


@dataclass(frozen=True)
class DoerThanked(Event):
    """A person hears what they did in a month, and that their name will stand in the group unless they say no."""

    community: CommunityId
    month: date
    doer: Doer
    at: datetime
    """When the group reads it."""


@dataclass(frozen=True)
class MonthThanked(Event):
    """The group reads of it; again when somebody does not want to stand there any more."""

    community: CommunityId
    thanks: Thanks


@dataclass(frozen=True)
class BadgeEarned(Event):
    community: CommunityId
    telegram_id: int
    honour: str
