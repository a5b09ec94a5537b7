"""社区治理先锋, once a year: nominated by neighbours, shortlisted by rule, chosen as declared, published."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta, tzinfo
from enum import StrEnum
from typing import Final, Literal, NewType

from bot.config import HonourRules
from bot.kit.events import Event
from bot.kit.people import CommunityId
from bot.kit.refusals import Refused

AwardId = NewType("AwardId", int)
NomineeId = NewType("NomineeId", int)
NOBODY: Final = 0
"""The Telegram id of somebody who has had their data deleted."""
Way = Literal["vote", "rank"]
"""How the shortlisted are chosen; declared when nominations begin, and not changed any more."""


class Stage(StrEnum):
    NOMINATING = "nominating"
    CHOOSING = "choosing"
    """Residents vote."""
    PUBLISHED = "published"


@dataclass(frozen=True)
class Award:
    """One a year and community."""

    id: AwardId
    community: CommunityId
    year: int
    way: Way
    stage: Stage
    ends_at: datetime
    """When the stage ends; for what is published, when that was."""


@dataclass(frozen=True)
class Nominee:
    """`nominations` counts households; `place` is set for those who were chosen."""

    id: NomineeId
    award: AwardId
    telegram_id: int
    building: int
    name: str
    nominations: int
    points: int
    """Earned in the year, as of when they were shortlisted."""
    shortlisted: bool = False
    votes: int = 0
    chosen: bool = False
    opted_out: bool = False

    @property
    def named(self) -> bool:
        return bool(self.name) and not self.opted_out


@dataclass(frozen=True)
class Ballot:
    """Where the award stands, to somebody who looks: the shortlisted, and whom they have chosen."""

    award: Award
    nominees: Sequence[Nominee]
    chosen: NomineeId | None


def begins_at(year: int, rules: HonourRules, zone: tzinfo) -> datetime:
    """The morning on which the year's nominations begin."""
    return datetime.combine(date(year, rules.award_month, 1), rules.thanks_at, zone)


def year_now(now: datetime, rules: HonourRules, zone: tzinfo) -> int | None:
    """The year whose nominations run by the calendar; None where they are over: a missed year is not made up for."""
    year = now.astimezone(zone).year
    begun = begins_at(year, rules, zone)
    return year if begun <= now < begun + timedelta(days=rules.nominate_days) else None


def shortlist(nominees: Sequence[Nominee], rules: HonourRules) -> Sequence[Nominee]:
    """Who was nominated by enough households; those with most nominations, then with most points, come first.

    Whoever has as many of both as the last is shortlisted too: no lot is drawn.
    """
    fit = [one for one in nominees if one.named and one.nominations >= rules.least_nominations]
    best = sorted(fit, key=_strength, reverse=True)
    cut = best[: rules.shortlist]
    return cut + [one for one in best[len(cut) :] if _strength(one) == _strength(cut[-1])]


def choose(shortlisted: Sequence[Nominee], way: Way, rules: HonourRules) -> Sequence[Nominee]:
    """The pioneers: most votes, or most points; nobody without any, and all who share the last place."""
    worth = {one.id: one.votes if way == "vote" else one.points for one in shortlisted}
    best = sorted((one for one in shortlisted if one.named and worth[one.id]), key=lambda one: -worth[one.id])
    cut = best[: rules.pioneers]
    also = [one for one in best[len(cut) :] if worth[one.id] == worth[cut[-1].id]]
    return [replace(one, chosen=True) for one in (*cut, *also)]


def pioneers(nominees: Sequence[Nominee]) -> Sequence[Nominee]:
    """Who was chosen and may be named."""
    return [one for one in nominees if one.chosen and one.named]


def _strength(one: Nominee) -> tuple[int, int]:
    return one.nominations, one.points


@dataclass(frozen=True)
class AwardChanged(Event):
    """Base: something happened to a year's award."""

    award: Award


class NominationsOpened(AwardChanged):
    pass


@dataclass(frozen=True)
class Nominated(AwardChanged):
    """For the first time: who was nominated is asked whether that is right with them."""

    nominee: Nominee


@dataclass(frozen=True)
class Shortlisted(AwardChanged):
    nominees: Sequence[Nominee]


@dataclass(frozen=True)
class PioneersPublished(AwardChanged):
    """The group reads it; again when somebody does not want to stand there any more."""

    pioneers: Sequence[Nominee]
    first: bool = False


class NoAward(Refused):
    """There is no award now of which this could be done."""


class OwnNomination(Refused):
    """Nobody nominates themselves."""


@dataclass(eq=False)
class EnoughNominations(Refused):
    most: int


class NotToBeNominated(Refused):
    """This person does not want to be, or has done nothing that the ledger knows of this year."""


class NotShortlisted(Refused):
    """One votes for who is on the list."""
