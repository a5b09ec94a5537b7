"""Whatever a household does: one place each, one adult who speaks, and a history that tells the same."""

import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection

from bot.config import Config
from bot.households import service
from bot.households.model import How, NotOfHousehold
from bot.kit.forms import Place
from bot.kit.people import CommunityId, Reader
from bot.kit.refusals import Refused
from bot.reactions import REACTIONS
from bot.residents import service as joining
from bot.residents.model import CONSENT_VERSION, Account, AgeBand, ResidentId, ResidentTakenOff
from bot.roll.plan import Plan
from storage.books import sqlite_engine
from storage.unit_of_work import SqlUnitOfWork

SUNSHINE = CommunityId(1)
PEOPLE = range(7_000_001, 7_000_006)
MINOR = PEOPLE[-1]
FLATS = ("101", "102", "201")
START = datetime(2026, 11, 25, 2, tzinfo=UTC)
DEEDS = (
    "join", "both", "both", "switch", "propose", "propose", "accept", "accept", "decline", "resign", "revoke", "revoke",
    "leave", "taken off",
)  # fmt: skip

steps = st.lists(
    st.tuples(st.sampled_from(DEEDS), st.sampled_from(PEOPLE), st.sampled_from(PEOPLE), st.sampled_from(FLATS)),
    min_size=15,
    max_size=40,
)


def join(uow: SqlUnitOfWork, who: Reader, room: str, both: bool) -> None:
    """By the household's code, which lasts for ever here; what it asks is answered."""
    home = uow.residents.household_at(SUNSHINE, 9, 1, room)
    code = uow.codes.of(home.id)
    assert code is not None
    uow.codes.issue([replace(code, serial=code.serial + 1, uses_left=9)])
    uow.residents.save_account(Account(who.telegram_id, who.name, "zh", False, SUNSHINE, CONSENT_VERSION), uow.now)
    place = Place(who.telegram_id, who.telegram_id)
    door = joining.try_code(uow, who, place, code.code)
    assert door is not None
    if door.asks is not None:
        door = joining.say_whether_both(uow, who, place, both)
    again = next((one for one in door.places if one.name == who.name), None)
    if again is not None:
        joining.join(uow, who, place, again.id)
    else:
        joining.join_anew(uow, who, place, AgeBand.MINOR if who.telegram_id == MINOR else AgeBand.MIDDLE)


def take_off(uow: SqlUnitOfWork, who: int, room: str) -> None:
    """A file no longer has this person in this flat."""
    home = uow.residents.household_at(SUNSHINE, 9, 1, room)
    there = [one for one in uow.residents.household_members(home.id) if one.person == who]
    if not there:
        raise NotOfHousehold
    uow.roll.carry_out(SUNSHINE, Plan(departed=[there[0].id]), uow.now)
    uow.record(ResidentTakenOff(there[0], 1))


def do(uow: SqlUnitOfWork, deed: str, who: int, other: int, room: str) -> None:
    reader = Reader(who, str(who), community=SUNSHINE, known=True)
    if deed in ("join", "both"):
        join(uow, reader, room, deed == "both")
    elif deed == "taken off":
        take_off(uow, who, room)
    else:
        at_home(uow, deed, reader, other)
    for event in uow.events:
        for reaction in REACTIONS.get(type(event), ()):
            reaction(uow, event)


def at_home(uow: SqlUnitOfWork, deed: str, reader: Reader, other: int) -> None:
    home = service.look(uow, reader)
    asked = [mandate.id for mandate in (home.proposal, home.mandate) if mandate is not None] or [0]
    others = [one.id for one in sorted(home.others, key=lambda one: one.person != other)]
    deeds: dict[str, Callable[[], Any]] = {
        "switch": lambda: service.speak_for(uow, reader, home.further[0].id if home.further else ResidentId(0)),
        "propose": lambda: service.propose(uow, reader, others[0] if others else ResidentId(0)),
        "accept": lambda: service.answer(uow, reader, asked[0], True),
        "decline": lambda: service.answer(uow, reader, asked[0], False),
        "resign": lambda: service.resign(uow, reader, asked[-1]),
        "revoke": lambda: service.revoke(uow, reader, asked[-1]),
        "leave": lambda: service.move_out(uow, reader, home.me.id),
    }
    deeds[deed]()


def rows(connection: Connection, query: str) -> Sequence[tuple[Any, ...]]:
    return [tuple(row) for row in connection.exec_driver_sql(query)]


def check(connection: Connection) -> None:
    cast = "BETWEEN 7000001 AND 7000005"
    held = "SELECT coalesce(telegram_id, held_by) AS who, household_id, telegram_id IS NOT NULL FROM residents"
    places = rows(connection, f"{held} WHERE who {cast}")
    flats = {(who, home) for who, home, _ in places}
    assert len(flats) == len(places)  # nobody is in a household twice,
    speaking = [who for who, _, speaks in places if speaks]
    assert sorted(speaking) == sorted({who for who, _ in flats})  # and each speaks for one of theirs
    assert rows(connection, "SELECT * FROM residents WHERE telegram_id IS NOT NULL AND held_by IS NOT NULL") == []
    gone = "SELECT * FROM residents WHERE left_at IS NOT NULL AND (telegram_id IS NOT NULL OR held_by IS NOT NULL)"
    assert rows(connection, gone) == []
    told: set[tuple[int, int]] = set()
    history = f"SELECT telegram_id, from_household_id, to_household_id, how FROM moves WHERE telegram_id {cast}"  # noqa: S608
    for who, left, came, how in rows(connection, history + " ORDER BY id"):
        told -= {(who, left)}
        told |= {(who, came)} if how == How.JOINED else set()
    assert told == flats
    speakers = rows(
        connection,
        "SELECT m.household_id, r.household_id, r.age_band, r.left_at,"
        " coalesce(r.telegram_id, r.held_by) = m.telegram_id"
        " FROM household_representatives m JOIN residents r ON r.id = m.resident_id"
        " WHERE m.until IS NULL AND m.from_at IS NOT NULL",
    )
    assert len({household for household, *_ in speakers}) == len(speakers)
    for household, home, band, left_at, same in speakers:
        assert (household, band != AgeBand.MINOR, left_at, same) == (home, True, None, 1)


@pytest.fixture(scope="module")
def counted() -> dict[str, int]:
    return dict.fromkeys(DEEDS, 0)


@given(steps)
@settings(max_examples=60)
def test_random_deeds_keep_the_books_straight(
    sunshine: Path, config: Config, counted: dict[str, int], deeds: Sequence[tuple[str, int, int, str]]
) -> None:
    engine = sqlite_engine(sunshine, "BEGIN")
    with engine.connect() as connection:
        for number, deed in enumerate(deeds):
            now = START + timedelta(minutes=number)
            uow = SqlUnitOfWork(connection, now, config.community, "https://t.me/yishi_bot")
            with connection.begin_nested() as action:
                try:
                    do(uow, *deed)
                    counted[deed[0]] += 1
                except Refused:
                    action.rollback()
            check(connection)
        connection.rollback()
    engine.dispose()


def test_every_deed_was_done_at_least_once(counted: dict[str, int]) -> None:
    """Or the property above has looked at nothing."""
    assert [deed for deed, times in counted.items() if not times] == []


def test_nothing_of_it_was_kept(sunshine: Path) -> None:
    with closing(sqlite3.connect(sunshine)) as books:
        assert books.execute("SELECT count(*) FROM moves").fetchall() == [(0,)]
