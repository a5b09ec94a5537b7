"""No wish without a next date: asked on the second, once, and closed when nobody answers."""

import asyncio
from datetime import UTC, datetime, timedelta

from bot.due import do_what_is_due
from tests.neighbours import Clock, Look, Neighbourhood, Someone
from tests.wishes.test_conversation import BULB, card, wishes


async def until(clock: Clock, look: Look, *, seconds: int = 0) -> None:
    """Move the clock to the wish's next date, and so many seconds further."""
    [(due_at,)] = look("SELECT due_at FROM wishes")
    moment = datetime.fromisoformat(due_at).replace(tzinfo=UTC) + timedelta(seconds=seconds)
    for stop in (moment - timedelta(minutes=1), moment):  # what else came due meanwhile takes its seconds before it
        await clock.passes(seconds=(stop - await clock.now()).total_seconds())


async def test_a_wish_that_nobody_took_on_is_asked_about_on_the_second_and_once(
    elder: Someone, clock: Clock, look: Look
) -> None:
    await wishes(elder)
    await until(clock, look, seconds=-1)
    assert "要再等等吗" not in await elder.reads()
    await clock.passes(seconds=1)
    assert "心愿1号（想请人换个灯泡）还没有人认领，要再等等吗" in await elder.reads()
    await clock.passes(days=1)
    assert (await elder.reads()).count("要再等等吗") == 1
    await elder.taps("再等等")
    assert "我再问您" in await elder.reads()
    await elder.taps("再等等")
    await until(clock, look, seconds=-1)
    assert "要再等等吗" not in await elder.reads()
    await clock.passes(seconds=1)
    assert "要再等等吗" in await elder.reads()


async def test_without_an_answer_it_is_taken_back_and_its_wisher_hears_it(
    town: Neighbourhood, elder: Someone, clock: Clock, look: Look
) -> None:
    await wishes(elder)
    await until(clock, look)
    await until(clock, look, seconds=-1)
    assert look("SELECT state FROM wishes") == [("open",)]
    await clock.passes(seconds=1)
    assert "心愿1号先收回了" in await elder.reads()
    assert look("SELECT state, due_at FROM wishes") == [("withdrawn", None)]
    assert BULB not in await card(town, elder)


async def test_both_sides_are_asked_about_one_that_was_taken_on(
    elder: Someone, liaison: Someone, clock: Clock, look: Look
) -> None:
    await wishes(elder)
    await liaison.taps_in_group("我来认领")
    await until(clock, look, seconds=-1)
    assert "实现了吗" not in await elder.reads()
    await clock.passes(seconds=1)
    assert "心愿1号（想请人换个灯泡）实现了吗" in await elder.reads()
    assert "心愿#W1（想请人换个灯泡）您还来帮吗" in await liaison.reads()
    await liaison.taps("我会来")
    await until(clock, look)
    assert (await liaison.reads()).count("您还来帮吗") == 1
    await elder.taps("心愿实现了")
    assert look("SELECT state, due_at FROM wishes") == [("granted", None)]


async def test_a_helper_who_is_silent_makes_room_for_the_next_and_the_next_for_everybody(
    elder: Someone, liaison: Someone, moderator: Someone, clock: Clock, look: Look
) -> None:
    await wishes(elder)
    await liaison.taps_in_group("我来认领")
    await moderator.taps_in_group("我来认领")
    await until(clock, look)
    await until(clock, look)
    assert "心愿#W1先请别的邻居来帮" in await liaison.reads()
    assert "轮到您了" in await moderator.reads()
    assert "来不了" in await elder.reads()
    await until(clock, look, seconds=-1)
    assert look("SELECT state, helper_id FROM wishes") == [("offered", moderator.telegram_id)]
    await clock.passes(seconds=1)
    assert look("SELECT state, helper_id FROM wishes") == [("open", None)]


async def test_after_a_day_of_downtime_and_two_who_knock_each_is_asked_once(
    town: Neighbourhood, elder: Someone, look: Look
) -> None:
    await wishes(elder)
    await wishes(elder, "想有人陪着散步")
    await town.playground.post("clock", advance=timedelta(days=15).total_seconds())
    await asyncio.gather(*(do_what_is_due(town.running.town) for _ in range(3)))
    await town.settles()
    assert (await elder.reads()).count("要再等等吗") == 2
    assert look("SELECT count(*) FROM outbox WHERE cause LIKE '%-due-%'") == [(2,)]


async def test_a_question_at_night_waits_for_the_morning_and_its_date_does_not(
    elder: Someone, clock: Clock, look: Look
) -> None:
    await clock.passes(hours=13)  # 11 at night
    await wishes(elder)
    await until(clock, look)
    assert "要再等等吗" not in await elder.reads()
    assert look("SELECT asked FROM wishes") == [(1,)]
    await clock.passes(hours=9)
    assert "要再等等吗" in await elder.reads()
