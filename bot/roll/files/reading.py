"""From a file to a roll: one row a person, each household's facts on any of its rows. All faults at once, or none."""

from collections.abc import Callable, Mapping
from typing import TypeVar

from bot.residents.model import AgeBand, Tenure
from bot.roll.faults import BadRoll, EmptyFile, Fault, Why
from bot.roll.files import cells
from bot.roll.files.columns import AGES, KINDS, REQUIRED, TENURES, Column, column_named, is_forbidden
from bot.roll.files.household import Household, Said
from bot.roll.files.sheets import Row, cell_name, rows_of
from bot.roll.model import Door, Owner, OwnerKind, Roll, RollFile, Unit

T = TypeVar("T")

BLANK = {"-", "—", "/", "无"}
"""What people write where there is nothing."""


def read(content: bytes, most_rows: int) -> RollFile:
    """The roll in a file. Raises `BadRoll` with every fault, `EmptyFile`, and what `rows_of` raises."""
    rows = rows_of(content, most_rows)
    if not rows:
        raise EmptyFile
    header, *people = rows
    places = _columns(header)
    if not people:
        raise EmptyFile
    reading = _Reading(places, len(header.cells))
    for row in people:
        reading.take(row)
    units = reading.units()
    if reading.faults:
        raise BadRoll(tuple(sorted(reading.faults, key=lambda fault: fault.row)))
    unused = tuple(title for title in header.cells if title and column_named(title) is None)
    return RollFile(Roll(units, Column.OWNERS in places), len(people), unused)


def _columns(header: Row) -> Mapping[Column, int]:
    """Where each column stands. Raises `BadRoll`."""
    places: dict[Column, int] = {}
    faults = []
    for place, title in enumerate(header.cells):
        column, cell = column_named(title), cell_name(place, header.number)
        if column is None:
            faults += [Fault(Why.FORBIDDEN_COLUMN, header.number, cell, title)] if is_forbidden(title) else []
        elif column in places:
            faults.append(Fault(Why.COLUMN_TWICE, header.number, cell, title))
        else:
            places[column] = place
    faults += [Fault(Why.COLUMN_MISSING, header.number, "", column) for column in REQUIRED if column not in places]
    if faults:
        raise BadRoll(tuple(faults))
    return places


class _Reading:
    """Goes through the rows and collects households and faults."""

    def __init__(self, places: Mapping[Column, int], width: int) -> None:
        self._places = places
        self._width = width
        self._row = Row(0, ())
        self._households: dict[Door, Household] = {}
        self.faults: list[Fault] = []

    def take(self, row: Row) -> None:
        self._row = row
        if any(row.cells[self._width :]):
            self.faults.append(Fault(Why.TOO_WIDE, row.number, cell_name(self._width, row.number)))
        door = self._door()
        if door is not None:
            household = self._households.setdefault(door, Household(door, row.number))
            self._facts(household)
            self._person(household)

    def units(self) -> tuple[Unit, ...]:
        """All households; what is missing or does not fit together is among the faults then."""
        faulty = {fault.cell for fault in self.faults}
        for household in self._households.values():
            for why, column, row, value in household.gaps():
                cell = cell_name(self._places[column], row)
                if cell not in faulty:
                    self.faults.append(Fault(why, row, cell, value))
        return () if self.faults else tuple(household.unit() for household in self._households.values())

    def _door(self) -> Door | None:
        building = self._value(Column.BUILDING, cells.number, needed=True)
        unit = self._value(Column.UNIT, cells.number, needed=True)
        room = self._value(Column.ROOM, cells.room, needed=True)
        return None if building is None or unit is None or room is None else Door(building, unit, room)

    def _facts(self, household: Household) -> None:
        household_facts = {
            Column.AREA: self._value(Column.AREA, cells.area),
            Column.TENURE: self._value(Column.TENURE, _tenure),
            Column.OWNERS: self._owners(),
            Column.VOTER: self._value(Column.VOTER, cells.name),
        }
        for column, value in household_facts.items():
            if value is not None:
                said = household.say(column, Said(value, self._row.number))
                if said.row:
                    self._fault(Why.DISAGREES, column, earlier=said.row)

    def _person(self, household: Household) -> None:
        name = self._value(Column.NAME, cells.name, needed=bool(self._text(Column.AGE)))
        age = self._value(Column.AGE, _age_band, needed=bool(self._text(Column.NAME)))
        if name is not None and age is not None:
            earlier = household.people.setdefault(name, Said(age, self._row.number)).row
            if earlier != self._row.number:
                self._fault(Why.TWICE, Column.NAME, earlier=earlier)

    def _owners(self) -> tuple[Owner, ...] | None:
        """In the order of the cell; one kind for all, or as many kinds as names."""
        named = self._value(Column.OWNERS, cells.names)
        kinds = self._value(Column.KIND, _kinds) or [OwnerKind.PERSON]
        if not named:
            return None
        if len(kinds) not in {1, len(named)}:
            self._fault(Why.NOT_A_KIND, Column.KIND)
            return None
        owners = [Owner(name, kind) for name, kind in zip(named, kinds * (len(named) // len(kinds)), strict=True)]
        if len(set(named)) < len(named):
            self._fault(Why.TWICE, Column.OWNERS, earlier=self._row.number)
            return None
        return tuple(owners)

    def _value(self, column: Column, read_cell: Callable[[str], T], *, needed: bool = False) -> T | None:
        text = self._text(column)
        if not text:
            if needed:
                self._fault(Why.MISSING, column)
            return None
        try:
            return read_cell(text)
        except cells.Unreadable as unreadable:
            self._fault(unreadable.why, column)
            return None

    def _text(self, column: Column) -> str:
        place = self._places.get(column, len(self._row.cells))
        text = self._row.cells[place] if place < len(self._row.cells) else ""
        return "" if text in BLANK else text

    def _fault(self, why: Why, column: Column, earlier: int = 0) -> None:
        cell = cell_name(self._places[column], self._row.number)
        value = column.value if why is Why.MISSING else self._text(column)
        self.faults.append(Fault(why, self._row.number, cell, value, earlier))


def _tenure(written: str) -> Tenure:
    return cells.one_of(TENURES, written, Why.NOT_A_TENURE)


def _age_band(written: str) -> AgeBand:
    return cells.one_of(AGES, written, Why.NOT_AN_AGE)


def _kinds(written: str) -> list[OwnerKind]:
    return [cells.one_of(KINDS, part, Why.NOT_A_KIND) for part in cells.parts(written)]
