"""Whatever is brought in after whatever: the roll stays consistent. On a real database, without Telegram."""

import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, text

from bot.config import Config
from bot.kit.people import CommunityId
from bot.reactions import REACTIONS
from bot.residents.model import ResidentId, Tenure, read_code
from bot.roll import service
from bot.roll.model import Counts, Door, Owner, Ownership, Roll, Unit, plain_name
from bot.roll.plan import compare
from bot.unit_of_work import UnitOfWork
from storage.books import sqlite_engine
from storage.unit_of_work import SqlUnitOfWork
from storage.upgrade import upgrade
from tests.roll import strategies

NOW = datetime(2026, 11, 25, 2, tzinfo=UTC)
NOBODY = 0
Open = Callable[[], "Books"]


class Books:
    """An empty community, and an hour between two actions."""

    def __init__(self, connection: Connection, config: Config) -> None:
        self._connection = connection
        self._config = config
        self._now = NOW
        self.community = self.uow().residents.found("春风里", NOW).id

    def uow(self) -> UnitOfWork:
        self._now += timedelta(hours=1)
        return SqlUnitOfWork(self._connection, self._now, self._config.community, "")

    def bring_in(self, roll: Roll, moved: Callable[[ResidentId], bool] = lambda _: True) -> Counts:
        offer = service.offer_in(self.uow(), self.community, NOBODY, roll)
        waiting = self.uow().roll_imports.numbered(self.community, offer.id)
        assert waiting is not None
        told = waiting.told({one.resident: moved(one.resident) for one in offer.absent})
        self.uow().roll_imports.save(told, self._now)
        uow = self.uow()
        counts = service.apply_in(uow, self.community, offer.id).counts
        self.follow(uow)
        return counts

    def rows(self, query: str) -> Sequence[tuple[Any, ...]]:
        return [tuple(row) for row in self._connection.execute(text(query))]

    def join(self, amount: int) -> Sequence[int]:
        """The first few of the roll are on Telegram now."""
        here = self.rows(f"SELECT id FROM residents WHERE left_at IS NULL LIMIT {amount}")  # noqa: S608
        for (resident,) in here:
            self.uow().residents.claim_place(ResidentId(resident), 7_000_000 + resident, self._now)
        return [resident for (resident,) in here]

    def has_flats_besides(self, joiners: Sequence[int]) -> None:
        """Each of the joined has the next place on the roll that nobody has as well, and speaks from there."""
        for resident in joiners:
            free = """SELECT id FROM residents WHERE left_at IS NULL AND telegram_id IS NULL AND held_by IS NULL
                      AND household_id NOT IN (SELECT household_id FROM residents WHERE telegram_id = {0})"""
            for (place,) in self.rows(free.format(7_000_000 + resident) + " LIMIT 1"):
                self.uow().residents.claim_place(ResidentId(place), 7_000_000 + resident, self._now, both=True)

    def follow(self, uow: UnitOfWork) -> None:
        for event in uow.events:
            for reaction in REACTIONS.get(type(event), ()):
                reaction(uow, event)


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("roll") / "empty.db"
    upgrade(path)
    return path


@pytest.fixture
def opened(empty: Path, config: Config, tmp_path: Path) -> Callable[[], Any]:
    """Books of their own for each example."""

    @contextmanager
    def books() -> Iterator[Books]:
        engine = sqlite_engine(Path(shutil.copy(empty, tmp_path / "yishi.db")), "BEGIN")
        with engine.connect() as connection, connection.begin() as transaction:
            yield Books(connection, config)
            transaction.rollback()
        engine.dispose()

    return books


def same_roll(books: Books, roll: Roll) -> None:
    """The books say what the file says."""
    standing = {unit.door: unit for unit in service.units_of(books.uow(), CommunityId(books.community))}
    for unit in roll.units:
        kept = standing.pop(unit.door)
        assert (kept.area, kept.tenure, kept.ownership) == (unit.area, unit.tenure, unit.ownership)
        assert {one.name: one.age_band for one in kept.people} == {one.name: one.age_band for one in unit.people}
    assert standing == {}


def consistent(books: Books) -> None:
    """What holds after each import, whatever it was."""
    homeless = """SELECT count(*) FROM residents JOIN households ON households.id = household_id
                  WHERE residents.left_at IS NULL AND households.left_at IS NOT NULL"""
    assert books.rows(homeless) == [(0,)]
    left = (
        "SELECT count(*) FROM residents WHERE left_at IS NOT NULL AND (telegram_id IS NOT NULL OR held_by IS NOT NULL)"
    )
    assert books.rows(left) == [(0,)]
    unspoken = """SELECT count(*) FROM residents WHERE held_by IS NOT NULL
                  AND held_by NOT IN (SELECT telegram_id FROM residents WHERE telegram_id IS NOT NULL)"""
    assert books.rows(unspoken) == [(0,)]
    voters = """SELECT household_id, sum(votes) FROM ownerships WHERE until IS NULL GROUP BY household_id"""
    assert {votes for _, votes in books.rows(voters)} <= {1}
    twice = "SELECT count(*) - count(DISTINCT building || '-' || unit || '-' || room) FROM households"
    assert books.rows(twice) == [(0,)]


together = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])


@together
@given(rolls=st.lists(strategies.rolls(), min_size=1, max_size=4))
def test_after_any_imports_the_books_say_what_the_last_file_says(opened: Callable[[], Any], rolls: list[Roll]) -> None:
    with opened() as books:
        for roll in rolls:
            books.bring_in(roll)
            same_roll(books, roll)
            consistent(books)
            areas = books.rows("SELECT area FROM households WHERE left_at IS NULL")
            assert sum(Decimal(area) for (area,) in areas) == sum(unit.area for unit in roll.units)
            assert books.bring_in(roll) == Counts()


@together
@given(first=strategies.rolls(), second=strategies.rolls(), joined=st.integers(1, 6), stays=st.booleans())
def test_who_has_joined_stays_unless_somebody_said_otherwise(
    opened: Callable[[], Any], first: Roll, second: Roll, joined: int, stays: bool
) -> None:
    with opened() as books:
        books.bring_in(first)
        joiners = books.join(joined)
        books.bring_in(second, lambda resident: not stays or resident % 2 == 0)
        consistent(books)
        named = {(unit.door, plain_name(one.name)) for unit in second.units for one in unit.people}
        people = books.rows("""SELECT residents.id, building, unit, room, name, residents.left_at, telegram_id
            FROM residents JOIN households ON households.id = household_id""")
        for resident, building, unit, room, name, left, telegram_id in people:
            if resident not in joiners:
                continue
            in_file = (Door(building, unit, room), name) in named
            assert (left is not None) == (not in_file and (not stays or resident % 2 == 0)) == (telegram_id is None)


@together
@given(first=strategies.rolls(), second=strategies.rolls(), joined=st.integers(1, 3), stays=st.booleans())
def test_whoever_has_several_flats_speaks_for_one_of_those_that_are_left(
    opened: Callable[[], Any], first: Roll, second: Roll, joined: int, stays: bool
) -> None:
    theirs = "SELECT coalesce(telegram_id, held_by) AS who, id FROM residents WHERE who IS NOT NULL"
    with opened() as books:
        books.bring_in(first)
        books.has_flats_besides(books.join(joined))
        consistent(books)
        before = set(books.rows(theirs))
        asked = {one.resident for one in compare(second, books.uow().roll.standing(books.community), {}).absent}
        books.bring_in(second, lambda resident: not stays or resident % 2 == 0)
        consistent(books)
        moved = {(who, place) for who, place in before if place in asked and (not stays or place % 2 == 0)}
        assert set(books.rows(theirs)) == before - moved


@together
@given(first=strategies.rolls(), second=strategies.rolls())
def test_what_was_owned_stays_in_the_books_with_its_end(opened: Callable[[], Any], first: Roll, second: Roll) -> None:
    with opened() as books:
        books.bring_in(first)
        before = set(books.rows("SELECT household_id, owner_id, votes, since FROM ownerships"))
        books.bring_in(second)
        assert before <= set(books.rows("SELECT household_id, owner_id, votes, since FROM ownerships"))
        assert books.rows("SELECT count(*) FROM ownerships WHERE until <= since") == [(0,)]


def test_a_file_without_owners_leaves_owners_as_they_are(opened: Callable[[], Any]) -> None:
    owner = Owner("王建国")
    unit = Unit(Door(1, 1, "101"), Decimal(80), Tenure.OWNER, (), Ownership((owner,), owner))
    silent = Roll((Unit(unit.door, unit.area, unit.tenure),), tells_owners=False)
    with opened() as books:
        books.bring_in(Roll((unit,)))
        assert books.bring_in(silent) == Counts()
        assert service.units_of(books.uow(), books.community)[0].ownership == unit.ownership
        assert books.bring_in(Roll(silent.units)) == Counts(changed_households=1)
        assert service.units_of(books.uow(), books.community)[0].ownership is None


def test_every_new_household_has_a_code_of_its_own(opened: Callable[[], Any]) -> None:
    units = tuple(Unit(Door(1, 1, str(room)), Decimal(50), Tenure.OWNER) for room in range(1, 301))
    with opened() as books:
        books.bring_in(Roll(units))
        codes = {code for (code,) in books.rows("SELECT code FROM household_codes")}
        assert len(codes) == 300
        assert all(read_code(code) == code for code in codes)
