"""Previews of extraordinary sittings, of those that are called off, and of those that are over."""

from datetime import datetime, timedelta

import pytest

from bot.previews.model.notice import WhyTalkOnly
from bot.sittings.model.sitting import Sitting, SittingCalled, SittingCalledOff, SittingId
from bot.unit_of_work import UnitOfWork
from tests.previews.hall import GROUP, LIN, LOCK, NEXT, OPENING, SECOND, START, SUNSHINE, Hall

BOARD = f"preview-{NEXT}"


async def test_an_extraordinary_one_has_its_preview_at_once_and_votes_nothing(hall: Hall) -> None:
    called = await hall.town.do(_call, None, OPENING + timedelta(days=3))
    await hall.at(OPENING)
    assert "还没有议题" in hall.owed(f"preview-{called.id}")
    await hall.has("楼道换灯", sitting=called.id)
    assert "只讨论：距开会不足7天" in hall.owed(f"preview-{called.id}")


async def test_called_at_night_it_waits_for_the_morning(hall: Hall) -> None:
    await hall.lived_until(OPENING + timedelta(hours=13))
    called = await hall.town.do(_call, None, OPENING + timedelta(days=3))
    await hall.lived_until(OPENING + timedelta(hours=13))
    assert hall.owed(f"preview-{called.id}") != ""
    await hall.lived_until(OPENING + timedelta(hours=22))
    assert hall.owed(f"preview-{called.id}") == ""


async def test_a_lock_at_night_does_not_wait_because_the_vote_would_be_lost(hall: Hall) -> None:
    called = await hall.town.do(_call, None, START + timedelta(days=7, hours=11))  # 6 o'clock in the morning
    await hall.has("楼道换灯", sitting=called.id)
    lock = called.starts_at - timedelta(hours=169)
    await hall.lived_until(lock)
    assert hall.rows("SELECT posted_at FROM boards WHERE name = ?", f"preview-{called.id}") == [
        (f"{lock:%Y-%m-%d %H:%M:%S}.000000",)
    ]
    assert await hall.votes(called.id) == [""]


@pytest.mark.parametrize(("ahead", "why"), [(168 * 3600, ""), (168 * 3600 - 1, WhyTalkOnly.SHORT)])
async def test_called_a_week_before_to_the_second_it_can_vote_what_is_on_it_at_once(
    hall: Hall, ahead: int, why: str
) -> None:
    called = await hall.town.do(_call, None, OPENING + timedelta(seconds=ahead))
    await hall.has("楼道换灯", sitting=called.id)
    await hall.lived_until(OPENING)
    assert await hall.votes(called.id) == [why]


async def test_one_that_is_called_off_says_so_and_leaves_the_top(hall: Hall) -> None:
    await hall.lived_until(LOCK)
    await hall.town.do(_call_off, None, NEXT)
    assert "议事日取消了" in hall.owed(BOARD)
    [unpin] = hall.causes("preview-2-unpin-%")
    assert unpin.startswith(f"preview-2-unpin-{GROUP}-")
    assert hall.rows("SELECT * FROM preview_tasks WHERE sitting_id = 2") == []


async def test_one_that_is_called_off_before_its_lock_is_never_shown(hall: Hall) -> None:
    await hall.town.do(_call_off, None, NEXT)
    await hall.lived_until(START + timedelta(days=1))
    assert hall.rows("SELECT name FROM boards WHERE name LIKE '%-2%'") == [("sitting-2",)]


async def test_when_it_is_over_it_leaves_the_top(hall: Hall) -> None:
    await hall.lived_until(LOCK)
    await hall.lived_until(START + timedelta(hours=3) - SECOND)
    assert hall.causes("preview-2-unpin-%") == []
    await hall.lived_until(START + timedelta(hours=3))
    assert len(hall.causes("preview-2-unpin-%")) == 1
    assert len(hall.rows("SELECT * FROM boards WHERE name = 'preview-2' AND pinned")) == 1


def _call(uow: UnitOfWork, starts_at: datetime) -> Sitting:
    sitting = uow.sittings.add(Sitting(SittingId(0), SUNSHINE, "1-1", starts_at, LIN, uow.now))
    uow.record(SittingCalled(sitting))
    return sitting


def _call_off(uow: UnitOfWork, sitting: SittingId) -> None:
    off = uow.sittings.get(sitting, SUNSHINE).called_off(uow.now, "停电")
    uow.sittings.save(off)
    uow.record(SittingCalledOff(off))


async def test_one_that_stood_in_the_books_before_there_were_previews_has_one_too(hall: Hall) -> None:
    """As in the week in which the bot learns of previews."""
    hall.writes("DELETE FROM preview_tasks")
    item = await hall.has("楼道换灯")
    await hall.lived_until(LOCK)
    assert await hall.votes() == [""]
    assert hall.rows("SELECT item_id, days FROM preview_slots") == [(item.id, 7)]
    planned = hall.rows("SELECT task, days FROM preview_tasks WHERE sitting_id = 4 ORDER BY days, task")
    assert planned == [("check", 7), ("lock", 7), ("unpin", 7), ("check", 15), ("lock", 15)]


async def test_called_off_before_it_was_planned_it_has_none(hall: Hall) -> None:
    hall.writes("DELETE FROM preview_tasks")
    await hall.town.do(_call_off, None, NEXT)
    await hall.lived_until(LOCK)
    assert hall.rows("SELECT * FROM preview_tasks WHERE sitting_id = 2") == []
