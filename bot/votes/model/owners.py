"""The owners' dual majority: persons and square metres, both (民法典 278; 司法解释(建筑物区分所有权) 8, 9)."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from bot.votes.model.count import ImpossibleCount, Outcome
from bot.votes.model.share import Share, at_least, more_than

PARTICIPATION = at_least("2/3")
"""Of all owners and of all area (278 ¶2)."""


class Majority(StrEnum):
    ORDINARY = "ordinary"
    SPECIAL = "special"
    """Raising the maintenance fund, rebuilding, common parts put to other use or to business (278 ¶1 ⑥⑦⑧)."""

    @property
    def share(self) -> Share:
        """What yes needs of the persons and of the area that take part, abstentions included (278 ¶2)."""
        return at_least("3/4") if self is Majority.SPECIAL else more_than("1/2")


def majority_for(matter: int) -> Majority:
    """`matter`: its number in 民法典 278 ¶1; ValueError where it is none from 1 to 9."""
    if not 1 <= matter <= 9:
        raise ValueError(matter)
    return Majority.SPECIAL if matter in {6, 7, 8} else Majority.ORDINARY


class State(StrEnum):
    SOLD = "sold"
    UNSOLD = "unsold"
    UNDELIVERED = "undelivered"
    """Sold, but not handed over yet."""


@dataclass(frozen=True)
class Unit:
    """One door that somebody owns; `area` in m², `building` where anyone asks."""

    unit: str
    owner: str
    area: Decimal
    state: State = State.SOLD
    building: int | None = None


class Stand(StrEnum):
    """What an owner's ballot says."""

    YES = "yes"
    NO = "no"
    ABSTAIN = "abstain"


@dataclass(frozen=True)
class Weight:
    """Owners by number, and what they own in m²."""

    persons: int = 0
    area: Decimal = Decimal("0.00")

    def __add__(self, other: "Weight") -> "Weight":
        return Weight(self.persons + other.persons, self.area + other.area)

    def reaches(self, share: Share, whole: "Weight") -> bool:
        """In persons and in area."""
        return share.is_met(self.persons, whole.persons) and share.is_met(self.area, whole.area)


class Owners:
    """Who of the units' owners is one person.

    One name is one person, whatever they own. All units that are unsold or undelivered are the developer's, who is one
    person: whoever stands on the unsold ones, or on the undelivered ones where all are sold.
    """

    def __init__(self, units: Sequence[Unit]) -> None:
        unsold = {unit.owner for unit in units if unit.state is State.UNSOLD}
        developer = unsold or {unit.owner for unit in units if unit.state is State.UNDELIVERED}
        self._developer = min(developer, default="")
        self._persons = {unit.owner: unit.owner for unit in units if unit.state is State.SOLD}
        self._persons |= dict.fromkeys(developer, self._developer)
        areas: defaultdict[str, Decimal] = defaultdict(Decimal)
        for unit in units:
            areas[self.of(unit)] += unit.area
        self.weights: Mapping[str, Weight] = {person: Weight(1, area) for person, area in areas.items()}
        self.all = sum(self.weights.values(), Weight())

    def of(self, unit: Unit) -> str:
        """The person who votes for it."""
        return self._persons[unit.owner] if unit.state is State.SOLD else self._developer

    def called(self, name: str) -> str | None:
        """The person who votes under this name; None where nobody does."""
        return self._persons.get(name)

    def once_each(self, names: Iterable[str]) -> list[str]:
        """The persons behind the names, in order. ImpossibleCount for a stranger, and for one who is there twice."""
        found: dict[str, str] = {}
        for name in names:
            person = self.called(name)
            if person is None:
                raise ImpossibleCount(f"{name!r} owns no unit here that they may vote for")
            if person in found:
                raise ImpossibleCount(f"{name!r} has voted already")
            found[person] = name
        return list(found)


@dataclass(frozen=True)
class OwnersCount:
    majority: Majority
    entitled: Weight
    stands: Mapping[Stand, Weight]

    @property
    def participating(self) -> Weight:
        """Abstentions included."""
        return sum(self.stands.values(), Weight())

    @property
    def outcome(self) -> Outcome:
        if not self.participating.reaches(PARTICIPATION, self.entitled):
            return Outcome.NO_QUORUM
        if self.stands[Stand.YES].reaches(self.majority.share, self.participating):
            return Outcome.CARRIED
        tied = self.stands[Stand.YES] == self.stands[Stand.NO] != Weight()
        return Outcome.TIE if tied else Outcome.LOST

    @property
    def passed(self) -> bool:
        return self.outcome is Outcome.CARRIED


def count_owners(majority: Majority, units: Sequence[Unit], ballots: Iterable[tuple[str, Stand]]) -> OwnersCount:
    """`ballots`: an owner's name as it stands on a unit, and what they say. Raises ImpossibleCount."""
    owners, cast = Owners(units), list(ballots)
    stands = dict.fromkeys(Stand, Weight())
    persons = owners.once_each(name for name, _ in cast)
    for person, (_, stand) in zip(persons, cast, strict=True):
        stands[stand] += owners.weights[person]
    return OwnersCount(majority, owners.all, stands)
