"""Good deeds that a resident tells of and a second person confirms; and samples of sorted waste (row R081)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Final, NewType

from bot.kit.people import CommunityId
from bot.kit.refusals import Refused
from bot.points.model.ledger import Rule
from bot.residents.model import Household, HouseholdId

DeedId = NewType("DeedId", int)
NOBODY: Final = 0
"""The Telegram id of somebody who has had their data deleted."""


class Verdict(StrEnum):
    """What the second person says; what it earns is in `EARNS`."""

    HELP = "help"
    """It was done for neighbours, freely."""
    TASK = "task"
    """Something that was to be done is done."""
    NO = "no"


EARNS: Final = {Verdict.HELP: Rule.VOLUNTEERING, Verdict.TASK: Rule.TASK}


@dataclass(frozen=True)
class Deed:
    """Somebody says that they did something; `key` is the draft's, so that telling twice is once."""

    id: DeedId
    community: CommunityId
    key: str
    doer: int
    name: str
    building: int
    words: str
    told_at: datetime
    verdict: Verdict | None = None
    decider: int | None = None
    decided_by: str = ""

    def decided(self, verdict: Verdict, decider: int, by: str) -> "Deed":
        """The same once more is once. Raises `OwnDeed`, `DeedDecidedAlready`, `NoDeed`."""
        if self.doer == NOBODY:
            raise NoDeed
        if decider == self.doer:
            raise OwnDeed
        if self.verdict is not None and (self.verdict, self.decider) != (verdict, decider):
            raise DeedDecidedAlready(self.decided_by)
        return replace(self, verdict=verdict, decider=decider, decided_by=by)


@dataclass(frozen=True)
class Sample:
    """How well a household's waste was sorted on a day when somebody looked; one look a day."""

    id: int
    community: CommunityId
    household: HouseholdId
    day: date
    good: bool
    by: int


@dataclass(frozen=True)
class Sorting:
    """Of a building: households looked at, and how many of these sort well."""

    building: int
    looked: int
    good: int


@dataclass(frozen=True)
class Looking:
    """How far it is said whose waste was looked at: choose among the first of these that is there."""

    buildings: Sequence[int] = ()
    units: Sequence[int] = ()
    doors: Sequence[Household] = ()
    household: Household | None = None


class NoDeed(Refused):
    """Whoever told of it has had their data deleted."""


class OwnDeed(Refused):
    """Nobody confirms what they did themselves."""


@dataclass(eq=False)
class DeedDecidedAlready(Refused):
    """Somebody else was first."""

    by: str


@dataclass(eq=False)
class NoDeedWords(Refused):
    """A deed is told in one line."""

    most: int


class NoDeedDraft(Refused):
    """It was told or dropped before."""


class OwnSample(Refused):
    """Nobody looks at their own household's waste for points."""


@dataclass(eq=False)
class SampledAlready(Refused):
    """Somebody has looked today."""

    good: bool
