"""Whatever a household does: one place each, one adult who speaks, and a history that tells the same."""

import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection

from bot.config import Config
from bot.households import service
from bot.kit.people import CommunityId, Reader
from bot.kit.refusals import Refused
from bot.residents.model import CONSENT_VERSION, Account, AgeBand, ResidentJoined
from storage.books import sqlite_engine
from storage.unit_of_work import SqlUnitOfWork

SUNSHINE = CommunityId(1)
PEOPLE = range(7_000_001, 7_000_006)
MINOR = PEOPLE[-1]
FLATS = ("101", "102", "201")
START = datetime(2026, 11, 25, 2, tzinfo=UTC)
DEEDS = ("join", "join", "propose", "propose", "accept", "accept", "decline", "resign", "revoke", "leave")

steps = st.lists(
    st.tuples(st.sampled_from(DEEDS), st.sampled_from(PEOPLE), st.sampled_from(PEOPLE), st.sampled_from(FLATS)),
    min_size=15,
    max_size=40,
)


def join(uow: SqlUnitOfWork, who: int, room: str) -> None:
    home = uow.residents.household_at(SUNSHINE, 9, 1, room)
    band = AgeBand.MINOR if who == MINOR else AgeBand.MIDDLE
    uow.residents.save_account(Account(who, str(who), "zh", False, SUNSHINE, CONSENT_VERSION), uow.now)
    place = uow.residents.add_resident(home, str(who), band)
    assert uow.residents.claim_place(place.id, who, uow.now)
    service.follow_joining(uow, ResidentJoined(uow.residents.resident(place.id)))


def do(uow: SqlUnitOfWork, deed: str, who: int, other: int, room: str) -> None:
    reader = Reader(who, str(who), community=SUNSHINE, known=True)
    if deed == "join":
        join(uow, who, room)
        return
    home = service.look(uow, reader)
    mandate = home.mandate.id if home.mandate else 0
    deeds: dict[str, Callable[[], Any]] = {
        "propose": lambda: service.propose(
            uow, reader, uow.residents.speaking(Reader(other, "", community=SUNSHINE, known=True)).id
        ),
        "accept": lambda: service.answer(uow, reader, home.proposal.id if home.proposal else 0, True),
        "decline": lambda: service.answer(uow, reader, home.proposal.id if home.proposal else 0, False),
        "resign": lambda: service.resign(uow, reader, mandate),
        "revoke": lambda: service.revoke(uow, reader, mandate),
        "leave": lambda: service.move_out(uow, reader),
    }
    deeds[deed]()


def rows(connection: Connection, query: str) -> Sequence[tuple[Any, ...]]:
    return [tuple(row) for row in connection.exec_driver_sql(query)]


def check(connection: Connection) -> None:
    cast = "telegram_id BETWEEN 7000001 AND 7000005"
    places = rows(connection, f"SELECT telegram_id, household_id, left_at FROM residents WHERE {cast}")  # noqa: S608
    assert len({who for who, *_ in places}) == len(places)
    assert all(left_at is None for *_, left_at in places)
    history = rows(connection, f"SELECT telegram_id, to_household_id FROM moves WHERE {cast} ORDER BY id")  # noqa: S608
    assert {who: home for who, home in dict(history).items() if home} == {who: home for who, home, _ in places}
    speaking = rows(
        connection,
        "SELECT m.household_id, r.household_id, r.age_band, r.left_at, r.telegram_id = m.telegram_id"
        " FROM household_representatives m JOIN residents r ON r.id = m.resident_id"
        " WHERE m.until IS NULL AND m.from_at IS NOT NULL",
    )
    assert len({household for household, *_ in speaking}) == len(speaking)
    for household, home, band, left_at, same in speaking:
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
            try:
                do(uow, *deed)
                counted[deed[0]] += 1
            except Refused:
                pass
            check(connection)
        connection.rollback()
    engine.dispose()


def test_every_deed_was_done_at_least_once(counted: dict[str, int]) -> None:
    """Or the property above has looked at nothing."""
    assert [deed for deed, times in counted.items() if not times] == []


def test_nothing_of_it_was_kept(sunshine: Path) -> None:
    with closing(sqlite3.connect(sunshine)) as books:
        assert books.execute("SELECT count(*) FROM moves").fetchall() == [(0,)]
