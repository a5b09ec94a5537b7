"""Deliberation days as residents and moderators meet them."""

from dataclasses import replace

import pytest

from bot.roles.model import Appointment, Role
from bot.unit_of_work import UnitOfWork
from tests.neighbours import Clock, Look, Neighbourhood, Someone


async def called(moderator: Someone, words: str = "11月28日 下午3点") -> None:
    await moderator.says(f"/sitting {words}")
    await moderator.taps("对，加开")


async def opens_calendar(someone: Someone) -> None:
    await someone.says("/wednesday")
    await someone.taps("看以后的日子")


async def test_an_older_resident_reads_day_hour_and_place_in_one_tap(elder: Someone) -> None:
    await elder.taps("看预告")
    assert (await elder.reads()).startswith("下次议事日：11月25日 星期三 晚上7点，社区活动室。")
    await elder.taps("更多")
    await elder.taps("看更多")
    await elder.taps("看以后的日子")
    assert await elder.reads() == "下次议事日：11月25日 星期三 晚上7点，社区活动室。"
    await elder.taps("看后面几次")
    assert await elder.reads() == "12月2日 星期三 晚上7点，照常"
    await elder.taps("再看下一次")
    assert await elder.reads() == "12月9日 星期三 晚上7点，照常"
    await elder.taps("返回")
    assert "下次议事日" in await elder.reads()
    await elder.taps("返回")
    assert "议题" in await elder.reads()


async def test_a_second_before_it_starts_it_is_tonight_and_then_next_week(liaison: Someone, clock: Clock) -> None:
    await clock.passes(hours=8, minutes=59, seconds=47)  # typing or tapping takes four seconds
    await opens_calendar(liaison)
    assert "下次议事日：11月25日 星期三 晚上7点，社区活动室。\n议程提前7天公布。" in await liaison.reads()
    await clock.passes(seconds=1)
    await opens_calendar(liaison)
    assert "下次议事日：12月2日 星期三 晚上7点" in await liaison.reads()


async def test_holidays_that_nobody_has_announced_are_said_to_be_unknown(elder: Someone, clock: Clock) -> None:
    await clock.passes(days=38)
    await elder.taps("看预告")
    await elder.taps("看以后的日子")
    assert "2027年放假安排还没公布，日子可能会变。" in await elder.reads()


async def test_in_the_group_one_person_alone_reads_it(moderator: Someone, elder: Someone) -> None:
    await moderator.says_in_group("/wednesday")
    assert "下次议事日" in await moderator.reads_in_group()
    assert "下次议事日" not in await elder.reads_in_group()


async def test_an_extraordinary_one_is_called_by_taps_read_back_and_told(
    moderator: Someone, elder: Someone, clock: Clock
) -> None:
    await opens_calendar(moderator)
    await moderator.taps("加开一次")
    assert (await moderator.buttons())[:4] == ["11月26日 星期四", "11月28日 星期六", "12月2日 星期三", "不改了"]
    await moderator.says("后天")
    assert "11月27日 星期五，几点开始" in await moderator.reads()
    await moderator.taps("下午3点")
    assert "加开：11月27日 星期五 下午3点，社区活动室。" in await moderator.reads()
    await moderator.taps("对，加开")
    assert "11月27日 星期五 下午3点已经排进预告" in await moderator.reads()
    assert "加开一次议事日\n11月27日 星期五 下午3点，社区活动室" in await elder.reads_in_group()
    await clock.passes(days=1)
    await elder.taps("看预告")
    assert "加开一次议事日：11月27日 星期五 下午3点，社区活动室。" in await elder.reads()


async def test_day_and_hour_are_written_at_once_and_confirmed_in_words(moderator: Someone) -> None:
    await moderator.says("/sitting")
    await moderator.says("下周五晚上七点半")
    assert "加开：12月4日 星期五 晚上7点30分" in await moderator.reads()
    await moderator.says("对")
    await opens_calendar(moderator)
    assert "12月4日 星期五 晚上7点30分（加开）" in await moderator.reads()


async def test_confirming_twice_calls_one(moderator: Someone, look: Look) -> None:
    await called(moderator)
    await moderator.taps("对，加开")
    assert "已经排进预告" in await moderator.reads()
    assert look("SELECT count(*) FROM sittings WHERE called_by IS NOT NULL") == [(1,)]


@pytest.mark.parametrize("old", ["sd:{}:739949", "sh:{}:900", "sr:{}", "sy:{}", "sx:{}", "sf:{}"])
async def test_an_old_button_leaves_the_present_draft_alone(moderator: Someone, look: Look, old: str) -> None:
    await moderator.says("/sitting 11月28日 下午3点")
    [(form,)] = look("SELECT answers FROM conversations")
    key = str(form).partition('"key":"')[2].partition('"')[0]
    await moderator.says("/sitting 11月29日 下午3点")
    before = look("SELECT answers FROM conversations")
    await moderator.forges(old.format(key))
    assert look("SELECT answers FROM conversations") == before
    assert look("SELECT count(*) FROM sittings WHERE called_by IS NOT NULL") == [(0,)]


@pytest.mark.parametrize("forged", ["sd:{}:0", "sd:{}:9999999999", "sd:{}:-1", "sh:{}:1440", "sh:{}:-1"])
async def test_a_day_or_hour_that_nobody_offered_is_none(moderator: Someone, look: Look, forged: str) -> None:
    await moderator.says("/sitting")
    [(form,)] = look("SELECT answers FROM conversations")
    await moderator.forges(forged.format(str(form).partition('"key":"')[2].partition('"')[0]))
    assert "没看出是哪天几点" in await moderator.reads()


async def test_what_cannot_be_is_said(moderator: Someone, look: Look) -> None:
    await called(moderator)
    for words, answer in (
        ("11月28日 15:00", "11月28日 星期六 下午3点已经有一次了"),
        ("12月2日 19:00", "12月2日 星期三 晚上7点已经有一次了"),
        ("今天 9:00", "这个时间已经过了"),
        ("120天后 15:00", "最多提前90天排"),
    ):
        await moderator.says(f"/sitting {words}")
        assert answer in await moderator.reads()
    await moderator.says("/sitting")
    await moderator.says("随便哪天")
    assert "没看出是哪天几点" in await moderator.reads()
    await moderator.taps("不改了")
    assert look("SELECT count(*) FROM sittings WHERE called_by IS NOT NULL") == [(1,)]


async def test_only_moderators_call_and_call_off(moderator: Someone, liaison: Someone, look: Look) -> None:
    await called(moderator)
    await liaison.says("/sitting 11月29日 下午3点")
    refused = await liaison.reads()
    await liaison.forges("so:5")
    assert await liaison.reads() == refused
    assert "加开一次" not in await liaison.buttons()
    assert look("SELECT count(*) FROM sittings WHERE called_off_at IS NULL AND called_by > 0") == [(1,)]


async def test_who_looks_at_the_calendar_writes_no_reason_any_more(moderator: Someone, look: Look) -> None:
    await called(moderator)
    await opens_calendar(moderator)
    await moderator.taps("取消11月28日 星期六 下午3点的加开")
    await opens_calendar(moderator)
    await moderator.says("3号楼2单元的路灯不亮")
    assert "取消吗" not in await moderator.reads()
    assert look("SELECT reason FROM sittings WHERE called_by > 0") == [("",)]


async def test_a_moderator_of_two_communities_calls_one_in_the_one_they_speak_in(
    moderator: Someone, town: Neighbourhood, look: Look
) -> None:
    await called(moderator)
    await town.running.town.do(_moderates_another, None, moderator.telegram_id)
    await opens_calendar(moderator)
    assert "加开" not in await moderator.reads()
    await moderator.forges("so:5")
    assert "这里没有这一次议事日" in await moderator.reads()
    await called(moderator)  # the hour is free here
    assert look("SELECT community_id FROM sittings WHERE called_by > 0 ORDER BY id") == [(1,), (2,)]


def _moderates_another(uow: UnitOfWork, telegram_id: int) -> None:
    other = uow.residents.found("春风里", uow.now).id
    uow.roles.appoint(Appointment(other, telegram_id, Role.MODERATOR))
    account = uow.residents.account(telegram_id)
    assert account is not None
    uow.residents.save_account(replace(account, community=other), uow.now)


async def test_who_called_one_finds_it_among_what_is_kept(moderator: Someone) -> None:
    await called(moderator)
    await moderator.says("/mydata")
    assert "您加开的议事日：11月28日 星期六。" in await moderator.reads()


async def test_it_is_called_off_for_a_reason_that_everybody_reads(
    moderator: Someone, elder: Someone, look: Look
) -> None:
    await called(moderator)
    await opens_calendar(moderator)
    await moderator.taps("取消11月28日 星期六 下午3点的加开")
    await moderator.says("字" * 61)
    assert "最多60个字" in await moderator.reads()
    await moderator.says("活动室临时停电")
    assert "您写的是：活动室临时停电" in await moderator.reads()
    await moderator.taps("对，取消")
    assert "11月28日 星期六 下午3点的议事日已经取消" in await moderator.reads()
    assert "加开的议事日取消了\n11月28日 星期六 下午3点\n原因：活动室临时停电" in await elder.reads_in_group()
    await opens_calendar(moderator)
    assert "11月28日 星期六加开的取消了。原因：活动室临时停电" in await moderator.reads()
    await called(moderator)  # the hour is free again
    assert "已经排进预告" in await moderator.reads()
    assert look("SELECT count(*), count(called_off_at) FROM sittings WHERE kind = 'sitting'") == [(6, 1)]


async def test_what_has_begun_is_not_called_off(moderator: Someone, clock: Clock, look: Look) -> None:
    await called(moderator, "今天 下午3点")
    await opens_calendar(moderator)
    await moderator.taps("取消11月25日 星期三 下午3点的加开")
    await moderator.says("下雨")
    await clock.passes(hours=5)
    await moderator.taps("对，取消")
    assert "这次已经开始" in await moderator.reads()
    assert look("SELECT count(*) FROM sittings WHERE called_off_at IS NULL AND called_by > 0") == [(1,)]


async def test_at_night_the_group_hears_in_the_morning_and_of_what_stayed_only(
    moderator: Someone, elder: Someone, clock: Clock
) -> None:
    await clock.passes(hours=13)
    await called(moderator)
    await opens_calendar(moderator)
    await moderator.taps("取消11月28日 星期六 下午3点的加开")
    await moderator.says("弄错了日子")
    await moderator.says("对")
    assert "加开" not in await elder.reads_in_group()
    await clock.passes(hours=9)
    assert (await elder.reads_in_group()).count("加开") == 1


async def test_one_of_the_rhythm_is_called_off_too_and_everybody_reads_why(
    moderator: Someone, elder: Someone, clock: Clock, look: Look
) -> None:
    await opens_calendar(moderator)
    await moderator.taps("取消12月2日 星期三 晚上7点的议事日")
    await moderator.says("社区停电")
    await moderator.taps("对，取消")
    assert "议事日取消了\n12月2日 星期三 晚上7点\n原因：社区停电" in await elder.reads_in_group()
    await clock.passes(days=1)
    await elder.taps("看预告")
    assert await elder.reads() == "下次议事日：12月9日 星期三 晚上7点，社区活动室。\n12月2日 星期三这次取消了。"
    await called(moderator, "12月2日 晚上7点")  # the hour is free
    assert look("SELECT count(*) FROM sittings WHERE kind = 'sitting' AND called_off_at IS NULL") == [(5,)]


async def test_each_of_the_rhythm_is_written_down_once_four_weeks_ahead(clock: Clock, look: Look) -> None:
    written = "SELECT key, starts_at FROM sittings WHERE kind = 'sitting' ORDER BY starts_at"
    keys = [f"rule-1-2026-{week}" for week in (48, 49, 50, 51)]
    assert [key for key, _ in look(written)] == keys
    await clock.passes(weeks=1)
    assert [key for key, _ in look(written)] == [*keys, "rule-1-2026-52"]
    await clock.passes(weeks=3)  # at once, as after a standstill
    assert len(look(written)) == 8
