"""Whatever is brought in after whatever: the roll stays consistent. On a real database, without Telegram."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.kit.people import CommunityId
from bot.residents.model import Tenure, read_code
from bot.roll import service
from bot.roll.model import Counts, Door, Owner, Ownership, Roll, Unit, plain_name
from bot.roll.plan import compare
from tests.roll import strategies
from tests.roll.books import Books


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
