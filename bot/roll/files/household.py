"""What the rows so far say of one household."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from bot.residents.model import AgeBand, NewMember, Tenure
from bot.roll.faults import Why
from bot.roll.files.columns import Column
from bot.roll.model import Door, Owner, OwnerKind, Ownership, Unit


@dataclass(frozen=True)
class Said:
    """A value and the row that said it; row 0 is no row."""

    value: Any
    row: int = 0


NEVER = Said(None)


@dataclass
class Household:
    """Facts may stand on any of its rows, and on each of them the same."""

    door: Door
    row: int
    people: dict[str, Said] = field(default_factory=dict)
    """Age bands by name."""
    facts: dict[Column, Said] = field(default_factory=dict)

    def say(self, column: Column, said: Said) -> Said:
        """Note a fact. Returns what another row said otherwise before, or `NEVER`."""
        before = self.facts.setdefault(column, said)
        return NEVER if _same(before.value, said.value) else before

    def gaps(self) -> Iterator[tuple[Why, Column, int, str]]:
        """What is missing on all rows, and a voter who owns nothing here."""
        for column in (Column.AREA, Column.TENURE):
            if column not in self.facts:
                yield Why.MISSING, column, self.row, column.value
        voter = self.facts.get(Column.VOTER, NEVER)
        if voter.row and self._voter() is None:
            owns = any(owner.name == voter.value for owner in self._owners())
            yield Why.DEVELOPER_VOTES if owns else Why.NOT_A_VOTER, Column.VOTER, voter.row, voter.value

    def unit(self) -> Unit:
        """All of it, once there are no gaps."""
        area: Decimal = self.facts[Column.AREA].value
        tenure: Tenure = self.facts[Column.TENURE].value
        voter = self._voter()
        ownership = Ownership(self._owners(), voter) if voter else None
        ages: dict[str, AgeBand] = {name: said.value for name, said in self.people.items()}
        people = tuple(NewMember(name, age) for name, age in ages.items())
        return Unit(self.door, area, tenure, people, ownership)

    def _owners(self) -> tuple[Owner, ...]:
        owners: tuple[Owner, ...] = self.facts.get(Column.OWNERS, Said(())).value
        return owners

    def _voter(self) -> Owner | None:
        """The owner who is named, or the first; None for a unit without owners, or when another is named.

        Where the developer is among them, the unit is not handed over yet: the developer votes for it (司法解释 9).
        """
        named = self.facts.get(Column.VOTER, NEVER).value
        owners = [owner for owner in self._owners() if owner.kind is OwnerKind.DEVELOPER] or self._owners()
        return next((owner for owner in owners if named is None or owner.name == named), None)


def _same(one: object, other: object) -> bool:
    """Owners are the same in any order."""
    if isinstance(one, tuple) and isinstance(other, tuple):
        return set(one) == set(other)
    return one == other
