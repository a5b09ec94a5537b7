"""还差多少: what an owners' vote still misses, computed from who took part alone, and never told by name."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from bot.votes.model.owners import PARTICIPATION, Owners, Unit, Weight

HUNDREDTHS = 100


@dataclass(frozen=True)
class Shortfall:
    """What is missing to participation, and who has not taken part yet, by building.

    An owner who has not taken part counts in each building where they own something, as a person and with what they own
    there: buildings may add up to more persons than there are.
    """

    missing: Weight
    """`area` is rounded up to a hundredth of a m²: it is 0 only when nothing is missing."""
    waiting: Mapping[int | None, Weight]
    """Building → owners who have not taken part; buildings where all have are left out. In order, None last."""


def shortfall(units: Sequence[Unit], took_part: Iterable[str]) -> Shortfall:
    """`took_part`: names of owners as they stand on units. Raises ImpossibleCount."""
    owners = Owners(units)
    there = set(owners.once_each(took_part))
    persons = max(PARTICIPATION.needed(owners.all.persons) - len(there), 0)
    area = sum((owners.weights[person].area for person in there), Decimal(0))
    away = [(owners.of(unit), unit) for unit in units if owners.of(unit) not in there]
    return Shortfall(Weight(persons, _missing_area(area, owners.all.area)), _by_building(away))


def _missing_area(area: Decimal, whole: Decimal) -> Decimal:
    missing = max(Fraction(whole) * PARTICIPATION.fraction - Fraction(area), Fraction(0))
    return Decimal((missing * HUNDREDTHS).__ceil__()).scaleb(-2)


def _by_building(away: Iterable[tuple[str, Unit]]) -> dict[int | None, Weight]:
    persons: defaultdict[int | None, set[str]] = defaultdict(set)
    areas: defaultdict[int | None, Decimal] = defaultdict(Decimal)
    for person, unit in away:
        persons[unit.building].add(person)
        areas[unit.building] += unit.area
    numbers = sorted(areas, key=lambda number: (number is None, number or 0))
    return {number: Weight(len(persons[number]), areas[number]) for number in numbers}
