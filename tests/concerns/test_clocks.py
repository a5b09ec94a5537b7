"""A concern that is left waiting, as those meet it who wait and those who should have seen to it."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.kit.people import CommunityId
from bot.roles.model import Appointment, Role
from bot.unit_of_work import UnitOfWork
from tests.concerns.test_conversation import finished, reported
from tests.neighbours import Clock, Look, Neighbourhood, Someone

LAMP = "3号楼2单元的路灯不亮"


@pytest.fixture
async def evening(clock: Clock) -> datetime:
    """8 o'clock, so that half a day and a day later nobody sleeps."""
    await clock.passes(hours=10)
    return await clock.now()


async def raised_at(look: Look) -> datetime:
    [(written,)] = look("SELECT raised_at FROM concerns")
    return datetime.fromisoformat(written).replace(tzinfo=UTC)


async def comes(clock: Clock, moment: datetime) -> None:
    await clock.passes(seconds=(moment - await clock.now()).total_seconds())


@pytest.mark.usefixtures("evening")
async def test_a_concern_left_too_long_reaches_the_liaison(
    elder: Someone, liaison: Someone, moderator: Someone, clock: Clock, look: Look
) -> None:
    number = await reported(elder, LAMP)
    since = await raised_at(look)
    await comes(clock, since + timedelta(hours=12))
    assert f"#{number}（3号楼2单元的路灯不亮）请在11月26日 星期四 晚上8点前答复" in await moderator.reads()
    await comes(clock, since + timedelta(hours=23, minutes=59, seconds=59))
    assert "超过24小时" not in await liaison.reads()
    await comes(clock, since + timedelta(hours=24, seconds=1))
    assert f"#{number}（3号楼2单元的路灯不亮）超过24小时没人答复了" in await liaison.reads()
    assert f"#{number} 超时了，对不起。已经报给楼栋联络员来办。" in await elder.reads()


@pytest.mark.usefixtures("evening")
async def test_it_goes_up_the_ladder_until_somebody_answers(
    elder: Someone, liaison: Someone, moderator: Someone, supervisor: Someone, clock: Clock
) -> None:
    await reported(elder, LAMP)
    await clock.passes(hours=24)
    assert "超过24小时" in await liaison.reads()
    await clock.passes(hours=12)
    assert "已经报给管理员来办" in await elder.reads()
    assert "超过24小时" in await moderator.reads()
    assert "超过24小时" not in await supervisor.reads()
    await clock.passes(hours=12)
    assert "超过24小时" in await supervisor.reads()
    await moderator.says("/reply 1 今天就去看")
    before = await supervisor.reads()
    await clock.passes(hours=22)
    assert await supervisor.reads() == before


async def test_where_nobody_holds_the_role_the_next_rung_hears_of_it(elder: Someone, clock: Clock) -> None:
    number = await reported(elder, "5号楼1单元的路灯不亮")  # without a liaison
    await clock.passes(hours=24, seconds=1)
    assert f"#{number} 超时了，对不起。已经报给管理员来办。" in await elder.reads()


async def test_the_sub_district_office_is_the_last_rung(
    town: Neighbourhood, elder: Someone, outsider: Someone, clock: Clock
) -> None:
    def appoints(uow: UnitOfWork) -> None:
        uow.roles.appoint(Appointment(CommunityId(1), outsider.telegram_id, Role.GOVERNMENT))

    await outsider.starts()
    await outsider.taps("普通版")
    await outsider.taps("我同意")
    await town.running.town.do(appoints)
    await reported(elder, LAMP)
    await clock.passes(hours=72, seconds=1)
    assert "超过24小时" in await outsider.reads()
    assert "已经报给街道联系人来办" in await elder.reads()
    await outsider.taps("接下来怎么办")
    await outsider.taps("办好了")
    assert "由管理员和楼栋联络员来办" in await outsider.reads()


async def test_the_receipt_is_no_answer_and_taking_it_on_neither(
    elder: Someone, moderator: Someone, liaison: Someone, clock: Clock
) -> None:
    await reported(elder, LAMP)
    await moderator.taps("认领")
    await clock.passes(hours=24, seconds=1)
    assert "超过24小时" in await liaison.reads()
    assert "超过24小时" in await moderator.reads()


async def test_after_a_day_without_the_bot_people_hear_of_it_once(
    elder: Someone, moderator: Someone, liaison: Someone, clock: Clock, look: Look
) -> None:
    await reported(elder, LAMP)
    await clock.passes(hours=30)
    assert "前答复" not in (await moderator.reads()).replace("请在 11月26日 星期四 上午10点 前答复", "")
    assert (await liaison.reads()).count("超过24小时") == 1
    assert look("SELECT deed, words FROM concern_history ORDER BY id") == [
        ("raise", ""), ("remind", "50"), ("remind", "80"), ("escalate", "1"),
    ]  # fmt: skip
    await clock.passes(days=-1)
    await clock.passes(days=1)
    assert (await liaison.reads()).count("超过24小时") == 1


async def test_alarms_of_the_night_that_are_not_true_any_more_wake_nobody(
    elder: Someone, liaison: Someone, moderator: Someone, clock: Clock
) -> None:
    await clock.passes(hours=13)  # 11 at night
    await reported(elder, LAMP)
    await clock.passes(hours=24, seconds=1)
    await moderator.says("/reply 1 电工在路上了")
    await clock.passes(hours=10)
    assert "超过24小时" not in await liaison.reads()
    assert "超时了" not in await elder.reads()


async def test_a_promised_day_that_passes_is_an_alarm_too(
    elder: Someone, moderator: Someone, liaison: Someone, clock: Clock
) -> None:
    number = await reported(elder, LAMP)
    await moderator.says(f"/reply {number} 看过了")
    await moderator.taps("写个方案")
    await moderator.says("电工换线路")
    await moderator.taps("明天")
    assert f"#{number} 11月26日 星期四前办好。林芳说：电工换线路" in await elder.reads()
    await clock.passes(days=2)
    assert f"#{number}（3号楼2单元的路灯不亮）说好11月26日 星期四前有结果，还没有" in await liaison.reads()


async def test_nobody_contradicts_for_seven_days_and_four_weeks_later_there_is_one_question(
    elder: Someone, moderator: Someone, clock: Clock, look: Look
) -> None:
    number = await reported(elder, LAMP)
    await finished(moderator, "灯泡换好了")
    await clock.passes(days=3, hours=12, seconds=1)
    await clock.passes(hours=12)
    assert f"想听您说一句：#{number} 解决了吗" in await elder.reads()
    await clock.passes(days=3, hours=1)
    assert f"没听到您说 #{number} 没解决，先办结了" in await elder.reads()
    assert look("SELECT state FROM concerns") == [("uncontradicted",)]
    await clock.passes(days=28, seconds=1)
    assert f"#{number}（3号楼2单元的路灯不亮）办好有些日子了，现在还好吗" in (await elder.reads()).replace("…", "")
    await elder.taps("又不好了")
    assert f"#{number} 重新打开了" in await elder.reads()
    assert look("SELECT state, closed_at FROM concerns") == [("reopened", None)]


async def test_still_fine_ends_it(elder: Someone, moderator: Someone, clock: Clock, look: Look) -> None:
    await reported(elder, LAMP)
    await finished(moderator, "灯泡换好了")
    await elder.taps("解决了")
    await clock.passes(days=28, minutes=1)
    await elder.taps("还好")
    assert "这件事办完了" in await elder.reads()
    await clock.passes(days=60)
    assert look("SELECT state, look_at FROM concerns") == [("confirmed", None)]
