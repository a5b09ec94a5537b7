"""What is due and fails stops nothing else: neither other rows of the same sweep, nor other sweeps."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from bot import due
from bot.due import do_what_is_due
from bot.kit.claims import Claim
from bot.kit.people import CommunityId
from bot.unit_of_work import UnitOfWork
from storage.database import Database
from tests.databases import sql
from tests.votes.hall import SEVEN, SUNDAY, Hall
from tests.votes.rules import RESIDENTS

BROKEN = "Traceback (most recent call last):"


@pytest.fixture
def others(database: Database) -> None:
    """Three communities more."""
    with sql(database) as run:
        for name in ("月光社区", "星光社区", "晨光社区"):
            run("INSERT INTO communities (name, founded_at) VALUES (?, '2026-11-01 00:00:00')", name)


def failing_for(community: int) -> Callable[[UnitOfWork], bool]:
    """Notes something down for each community; it cannot for one of them."""

    def sweep(uow: UnitOfWork) -> bool:
        for one in uow.claims.among("test", [place.id for place in uow.residents.communities()]):
            if one == community:
                raise RuntimeError("broken")
            uow.residents.rename(CommunityId(one), f"来过{one}")
        return False

    return sweep


@pytest.mark.both
@pytest.mark.usefixtures("others")
async def test_one_community_that_fails_stops_no_other(hall: Hall, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(due, "DUE", (failing_for(2),))
    await do_what_is_due(hall.town)
    seen = [name for (name,) in hall.rows("SELECT name FROM communities ORDER BY id")]
    assert seen == ["来过1", "月光社区", "来过3", "来过4"]
    assert hall.rows("SELECT sweep, key, times FROM due_failures") == [("test", "2", 2)]


async def test_what_has_failed_is_tried_again_ever_less_often(hall: Hall, monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[Any] = []

    def sweep(uow: UnitOfWork) -> bool:
        tried.extend((uow.now - SEVEN) // timedelta(minutes=1) for _ in uow.claims.among("test", [1]))
        if len(tried) in range(1, 6) and tried:
            raise RuntimeError("broken")
        return False

    monkeypatch.setattr(due, "DUE", (sweep,))
    for minute in range(40):
        hall.clock.moment = SEVEN + timedelta(minutes=minute)
        if len(tried) < 6:
            await do_what_is_due(hall.town)
    assert tried == [0, 1, 3, 7, 15, 31]
    assert hall.rows("SELECT * FROM due_failures") == []


async def test_a_sweep_that_fails_stops_no_sweep_after_it(
    hall: Hall, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    vote = await hall.opens(RESIDENTS)

    def broken(_: UnitOfWork) -> bool:
        raise RuntimeError("broken")

    monkeypatch.setattr(due, "DUE", (broken, *due.DUE))
    await hall.at(SUNDAY)
    assert (await hall.vote(vote.id)).outcome is not None
    assert "what is due has failed" in caplog.text
    assert BROKEN in caplog.text


@pytest.mark.both
async def test_one_row_that_fails_stops_no_other_row(hall: Hall, database: Database) -> None:
    """Two outcomes are due; of the first the resolution cannot be written."""
    first, second = await hall.opens(RESIDENTS), await hall.opens(RESIDENTS)
    await hall.at(SUNDAY)
    with sql(database) as run:
        run("UPDATE statements SET tally = ? WHERE vote_id = ?", "no tally", first.id)
        run("UPDATE statements SET due_at = stated_at, stage = 'notice', until = stated_at")
        run("UPDATE agenda_items SET step = 'published', outcome = 'rejected', stepped_at = '2026-11-01 00:00:00'")
    await hall.at(SUNDAY + timedelta(days=8))
    assert hall.rows("SELECT stage FROM statements ORDER BY vote_id") == [("notice",), ("final",)]
    assert hall.rows("SELECT sweep, key FROM due_failures") == [("outcomes", str(first.id))]
    with sql(database) as run:
        [(tally,)] = run("SELECT tally FROM statements WHERE vote_id = ?", second.id)
        run("UPDATE statements SET tally = ? WHERE vote_id = ?", tally, first.id)
    await hall.at(SUNDAY + timedelta(days=9))
    assert hall.rows("SELECT stage FROM statements ORDER BY vote_id") == [("final",), ("final",)]
    assert hall.rows("SELECT * FROM due_failures") == []


async def test_several_that_failed_together_are_each_tried_alone(hall: Hall) -> None:
    def twice(uow: UnitOfWork) -> list[object]:
        uow.claims.set_aside([Claim("test", "1"), Claim("test", "2")])
        return [*uow.claims.among("test", [1, 2, 3]), uow.claims.left]

    assert await hall.town.do(twice) == [1, True]
    assert await hall.town.do(lambda uow: list(uow.claims.among("test", [3]))) == [3]
