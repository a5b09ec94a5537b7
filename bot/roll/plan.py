"""What lies between the roll of the books and the roll of a file. Nobody who has joined is detached unasked."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import groupby

from bot.residents.model import AgeBand, HouseholdId, NewMember, ResidentId, Tenure
from bot.roll.model import Counts, Door, Enrolled, Ownership, Roll, Standing, Unit, plain_name, shared_name, told_apart


@dataclass(frozen=True)
class Facts:
    """What is new about a household that is known; `back` when it had left the roll."""

    household: HouseholdId
    area: Decimal
    tenure: Tenure
    back: bool


@dataclass(frozen=True)
class Absent:
    """Somebody who has joined and is not in the file: a person is asked about them by name."""

    resident: ResidentId
    name: str
    door: Door


@dataclass
class Plan:
    """What an import would do, in the order of the file."""

    founded: list[Unit] = field(default_factory=list)
    facts: list[Facts] = field(default_factory=list)
    gone: list[HouseholdId] = field(default_factory=list)
    arrived: list[tuple[HouseholdId, NewMember]] = field(default_factory=list)
    returned: list[ResidentId] = field(default_factory=list)
    aged: list[tuple[ResidentId, AgeBand]] = field(default_factory=list)
    departed: list[ResidentId] = field(default_factory=list)
    owned: list[tuple[HouseholdId, Ownership | None]] = field(default_factory=list)
    absent: list[Absent] = field(default_factory=list)

    @property
    def counts(self) -> Counts:
        """In numbers; a household whose owners change has changed."""
        back = {facts.household for facts in self.facts if facts.back}
        changed = {facts.household for facts in self.facts} | {household for household, _ in self.owned}
        return Counts(
            new_households=len(self.founded) + len(back),
            changed_households=len(changed - back),
            gone_households=len(self.gone),
            new_people=sum(len(unit.people) for unit in self.founded) + len(self.arrived) + len(self.returned),
            changed_people=len({resident for resident, _ in self.aged} - set(self.returned)),
            gone_people=len(self.departed),
        )

    def digest(self) -> str:
        """The same for the same deeds only."""
        return hashlib.sha256(repr(self).encode()).hexdigest()


@dataclass(frozen=True)
class Offer:
    """What an import would do, and whom to ask about before."""

    id: int
    counts: Counts
    absent: Sequence[Absent]
    """Those who have joined and are not in the file."""
    unanswered: Sequence[Absent]
    namesakes: Mapping[str, int]
    """Owners of several units, who may be several people: how many units each."""
    done: bool = False
    changed_meanwhile: bool = False
    """The roll is not what it was when this was shown last."""


def compare(roll: Roll, books: Sequence[Standing], moved: Mapping[ResidentId, bool]) -> Plan:
    """What makes `books` say what `roll` says. `moved` holds what was said of people who are absent from the file."""
    plan = Plan()
    known = {standing.door: standing for standing in books}
    for unit in roll.units:
        standing = known.pop(unit.door, None)
        if standing is None:
            plan.founded.append(unit)
        else:
            _household(plan, unit, standing)
            _members(plan, unit, standing, moved)
            if roll.tells_owners and unit.ownership != standing.ownership:
                plan.owned.append((standing.id, unit.ownership))
    for standing in known.values():
        if not standing.left:
            _missing_household(plan, standing, moved)
    return plan


def _household(plan: Plan, unit: Unit, standing: Standing) -> None:
    if standing.left or (unit.area, unit.tenure) != (standing.area, standing.tenure):
        plan.facts.append(Facts(standing.id, unit.area, unit.tenure, back=standing.left))


def _members(plan: Plan, unit: Unit, standing: Standing, moved: Mapping[ResidentId, bool]) -> None:
    known = _in_file(standing.people, [member.name for member in unit.people])
    named = set()
    for member in unit.people:
        enrolled = known.get(member.name)
        if enrolled is None:
            plan.arrived.append((standing.id, member))
            continue
        named.add(enrolled.id)
        if enrolled.left:
            plan.returned.append(enrolled.id)
        if enrolled.age_band is not member.age_band:
            plan.aged.append((enrolled.id, member.age_band))
    _depart(plan, standing, (one for one in standing.people if one.id not in named and not one.left), moved)


def _missing_household(plan: Plan, standing: Standing, moved: Mapping[ResidentId, bool]) -> None:
    """Where somebody who has joined still lives, the others stay too."""
    here = [one for one in standing.people if not one.left]
    if all(moved.get(one.id) for one in here if one.joined):
        plan.gone.append(standing.id)
        _depart(plan, standing, here, moved)
    else:
        _depart(plan, standing, (one for one in here if one.joined), moved)


def _depart(plan: Plan, standing: Standing, missing: Iterable[Enrolled], moved: Mapping[ResidentId, bool]) -> None:
    for one in missing:
        if one.joined:
            plan.absent.append(Absent(one.id, one.name, standing.door))
        if not one.joined or moved.get(one.id):
            plan.departed.append(one.id)


def _in_file(people: Sequence[Enrolled], names: Sequence[str]) -> Mapping[str, Enrolled]:
    """Whom the names of a file mean, one by one or, of namesakes, all of them together."""
    here = told_apart(people)
    left = {plain_name(one.name): one for one in sorted(people, key=lambda one: -one.id) if one.left}
    meant: dict[str, Enrolled] = {}
    for shared, called in groupby(sorted(names, key=_numbers_last), shared_name):
        namesakes = {name: one for name, one in here.items() if shared_name(name) == shared}
        meant |= _namesakes(list(called), namesakes, left)
    return meant


def _namesakes(
    names: Sequence[str], here: Mapping[str, Enrolled], left: Mapping[str, Enrolled]
) -> Mapping[str, Enrolled]:
    """A name alone means who has joined. Numbers that are not those of the books mean whoever is left, in order."""
    if len(names) == 1 and (same := [one for one in here.values() if plain_name(one.name) == names[0]]):
        return {names[0]: max(same, key=lambda one: (one.joined, -one.id))}
    if here.keys() >= set(names):
        return {name: here[name] for name in names}
    meant: dict[str, Enrolled] = {}
    for one in here.values():
        if plain_name(one.name) in names:
            meant.setdefault(plain_name(one.name), one)
    meant = {name: left[name] for name in names if name in left} | meant
    others = (one for one in here.values() if one not in meant.values())
    return meant | dict(zip((name for name in names if name not in meant), others, strict=False))


def _numbers_last(name: str) -> tuple[str, int, str]:
    return shared_name(name), len(name), name
