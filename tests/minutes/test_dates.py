"""What time does with minutes: reminders, publication and the end of corrections, on the second and once."""

import asyncio
from datetime import timedelta

from bot.due import do_what_is_due
from tests.minutes.held import held, until
from tests.minutes.test_conversation import post, published
from tests.neighbours import Clock, Look, Neighbourhood, Someone

REMINDED = "的纪要等着批准"


async def test_an_unapproved_draft_reminds_the_chair_and_a_day_later_all_moderators(
    town: Neighbourhood, moderator: Someone, liaison: Someone, clock: Clock, look: Look
) -> None:
    """Whoever was in the chair may hold the role no more: here the liaison was."""
    await held(town, clock, liaison, liaison)
    await until(clock, "26 20:29:59")
    assert REMINDED not in await liaison.reads()
    await clock.passes(seconds=1)
    assert (await liaison.reads()).count(f"11月25日 星期三{REMINDED}") == 1
    assert REMINDED not in await moderator.reads()
    await until(clock, "27 20:29:59")
    assert REMINDED not in await moderator.reads()
    await clock.passes(seconds=1)
    assert (await moderator.reads()).count(REMINDED) == 1
    await clock.passes(days=5)
    assert (await moderator.reads()).count(REMINDED) == 1
    assert (await liaison.reads()).count(REMINDED) == 1
    assert look("SELECT state, due_at FROM minutes") == [("draft", None)]
    assert await post(town, moderator) == ""


async def test_approved_late_they_are_published_at_once(
    town: Neighbourhood, moderator: Someone, liaison: Someone, clock: Clock
) -> None:
    await held(town, clock, moderator, liaison)
    await clock.passes(hours=38)  # half past ten in the morning
    await moderator.taps("看草稿")
    await moderator.taps("没问题，批准")
    assert "纪要批准了，也公布了" in await moderator.reads()
    assert "请在11月30日 星期一 上午10点30分" in await post(town, liaison)


async def test_approved_at_night_they_wait_for_the_morning_and_so_do_the_days_for_corrections(
    town: Neighbourhood, moderator: Someone, liaison: Someone, clock: Clock, look: Look
) -> None:
    await held(town, clock, moderator, liaison)
    await clock.passes(hours=26)  # half past ten in the evening of the day after
    await moderator.taps("没问题，批准")
    assert "批准了，11月27日 星期五 上午8点发给大家" in await moderator.reads()
    assert await post(town, liaison) == ""
    await until(clock, "27 08:00:00")
    assert "请在11月30日 星期一 上午8点以前" in await post(town, liaison)
    assert look("SELECT published_at FROM minutes") == [("2026-11-27 00:00:00.000000",)]


async def test_a_reminder_that_waits_for_the_morning_is_not_sent_once_they_are_approved(
    town: Neighbourhood, moderator: Someone, liaison: Someone, clock: Clock
) -> None:
    await clock.passes(hours=2)
    await held(town, clock, moderator, liaison)
    await clock.passes(hours=24)
    assert (await moderator.reads()).count(REMINDED) == 1
    await clock.passes(hours=2)
    await moderator.taps("没问题，批准")
    await clock.passes(days=2)
    assert REMINDED not in await moderator.reads()


async def test_after_a_standstill_and_two_who_knock_they_are_published_once(
    town: Neighbourhood, moderator: Someone, liaison: Someone, clock: Clock, look: Look
) -> None:
    await held(town, clock, moderator, liaison)
    await moderator.taps("没问题，批准")
    await town.playground.post("clock", advance=timedelta(hours=37).total_seconds())
    await asyncio.gather(*(do_what_is_due(town.running.town) for _ in range(3)))
    await town.settles()
    in_group = (await liaison.screen(town.group))["messages"]
    assert sum("议事日纪要" in message.get("text", "") for message in in_group) == 1
    assert (await liaison.reads()).count("纪要公布了") == 3 - 1  # what was not reached is nobody's news
    assert look("SELECT count(*) FROM outbox WHERE cause LIKE 'minutes-1-item-%'") == [(2,)]


async def test_a_long_standstill_shortens_nobodys_days_for_corrections(
    town: Neighbourhood, moderator: Someone, liaison: Someone, clock: Clock, look: Look
) -> None:
    await held(town, clock, moderator, liaison)
    await moderator.taps("没问题，批准")
    await town.playground.post("clock", advance=timedelta(days=10, hours=14).total_seconds())
    await do_what_is_due(town.running.town)
    await town.settles()
    assert look("SELECT state FROM minutes") == [("published",)]


async def test_after_three_days_they_are_final_on_the_second(
    town: Neighbourhood, moderator: Someone, liaison: Someone, clock: Clock, look: Look
) -> None:
    await published(town, clock, moderator, liaison)
    [(due_at,)] = look("SELECT due_at FROM minutes")
    assert due_at == "2026-11-29 12:30:00.000000"
    await until(clock, "29 20:29:59")
    assert look("SELECT state FROM minutes") == [("published",)]
    await clock.passes(seconds=1)
    assert look("SELECT state, due_at, final_at FROM minutes") == [("final", None, due_at)]
    assert "纪要已经定稿" in await post(town, liaison)
    assert "更正没处理" not in await moderator.reads()
