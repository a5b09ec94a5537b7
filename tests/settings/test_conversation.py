"""设置: seen by those who run and watch over the community, changed by its administrators."""

from datetime import datetime

import pytest

from bot.kit.people import CommunityId
from bot.roles.model import Appointment, Role
from bot.unit_of_work import UnitOfWork
from tests.neighbours import Clock, Look, Neighbourhood, Someone


async def administers(town: Neighbourhood, moderator: Someone) -> None:
    """The moderator is the administrator too."""
    await town.running.town.do(_appoint)
    await moderator.says("/settings")


def _hours(since: object, at: object) -> float:
    begun, ends = (datetime.fromisoformat(str(moment)) for moment in (since, at))
    return (ends - begun).total_seconds() / 3600


def _appoint(uow: UnitOfWork) -> None:
    uow.roles.appoint(Appointment(CommunityId(1), 5000005, Role.ADMIN))


async def changes(someone: Someone, section: str, number: str, value: str, reason: str = "大家商量好的") -> None:
    """Up to the read-back."""
    await someone.says("/settings")
    await someone.taps(section)
    await someone.taps(number)
    await someone.taps("改这一项")
    await someone.says(value)
    await someone.says(reason)


async def test_an_answer_is_promised_sooner_from_now_on_and_all_who_run_it_hear_of_it(
    town: Neighbourhood, moderator: Someone, supervisor: Someone, elder: Someone, look: Look
) -> None:
    await administers(town, moderator)
    await supervisor.starts()
    await moderator.says("/settings")
    assert "这里是小区的各项规定" in await moderator.reads()
    await moderator.taps("诉求回应")
    assert "1、诉求多少小时内有人首次回应：24" in await moderator.reads()
    await moderator.taps("1")
    assert "改了只管以后新开始的" in await moderator.reads()
    await moderator.taps("改这一项")
    assert "可以是1到720的整数" in await moderator.reads()
    await moderator.says("0")
    assert "这样不行，可以是1到720的整数" in await moderator.reads()
    await moderator.says("12")
    assert "为什么要改" in await moderator.reads()
    await moderator.says("24小时太久了")
    assert "诉求多少小时内有人首次回应：24改成12，马上算数。原因：24小时太久了。对吗？" in await moderator.reads()
    await moderator.taps("对，就这样改")
    assert "改好了，记在操作记录里，编号1" in await moderator.reads()
    assert "林芳改了一项设置，#1。诉求多少小时内有人首次回应：24改成12" in await supervisor.reads()

    await moderator.says("/log")
    assert "改了一项设置" in await moderator.reads()
    await elder.says("3号楼2单元的路灯不亮")
    await elder.taps("对，就这样")
    [(since, at)] = look("SELECT due_since, due_at FROM concerns")
    assert _hours(since, at) == 12
    await moderator.says("/help")
    assert "12小时" in await moderator.reads()


async def test_it_is_changed_back_and_the_history_keeps_both(
    town: Neighbourhood, moderator: Someone, look: Look
) -> None:
    await administers(town, moderator)
    await changes(moderator, "诉求回应", "1", "12")
    await moderator.taps("对，就这样改")
    await moderator.taps("改回去")
    await moderator.says("还是太赶了")
    assert "12改成24" in await moderator.reads()
    await moderator.taps("对，就这样改")
    await moderator.says("/settings")
    await moderator.taps("改过什么")
    history = await moderator.reads()
    assert "#2" in history.split("#1")[0]
    assert "还是太赶了" in history
    assert "大家商量好的" in history
    assert look("SELECT old, new FROM setting_changes ORDER BY id") == [("24", "12"), ("12", "24")]


async def test_points_change_with_the_month(town: Neighbourhood, moderator: Someone, clock: Clock) -> None:
    await administers(town, moderator)
    await changes(moderator, "积分", "3", "30")
    assert "从12月1日 星期二 午夜12点起算" in await moderator.reads()
    await moderator.taps("对，就这样改")
    await moderator.says("/settings")
    await moderator.taps("积分")
    await moderator.taps("3")
    shown = await moderator.reads()
    assert "现在：20" in shown
    assert "起：30" in shown
    await clock.passes(days=6)
    await moderator.says("/settings")
    await moderator.taps("积分")
    await moderator.taps("3")
    assert "现在：30" in await moderator.reads()


async def test_what_is_only_in_the_file_says_so_and_a_second_tap_changes_nothing_again(
    town: Neighbourhood, moderator: Someone, look: Look
) -> None:
    await administers(town, moderator)
    await moderator.forges("szc:timezone")
    assert "这一项不在聊天里改" in await moderator.reads()
    await moderator.forges("szc:no.such")
    assert "没有这一项设置了" in await moderator.reads()
    await changes(moderator, "安静时段", "1", "21:30")
    await moderator.taps("对，就这样改")
    await moderator.taps("对，就这样改")
    assert "编号1" in await moderator.reads()
    assert look("SELECT count(*) FROM setting_changes") == [(1,)]


async def test_moderators_and_supervisors_look_and_residents_do_not(
    supervisor: Someone, elder: Someone, look: Look
) -> None:
    await supervisor.starts()
    await supervisor.says("/settings")
    await supervisor.taps("诉求回应")
    await supervisor.taps("1")
    assert "现在：24" in await supervisor.reads()
    assert "改这一项" not in await supervisor.buttons()
    await supervisor.forges("szc:response.first_hours")
    assert "这件事由" in await supervisor.reads()
    await elder.says("/settings")
    assert "这件事由" in await elder.reads()
    assert look("SELECT count(*) FROM setting_changes") == [(0,)]


@pytest.mark.parametrize(("starts", "waiting"), [("22:00", 1), ("23:00", 0)])
async def test_what_time_brings_about_knows_the_hours_of_its_community(
    starts: str, waiting: int, town: Neighbourhood, moderator: Someone, elder: Someone, clock: Clock, look: Look
) -> None:
    await administers(town, moderator)
    if starts != "22:00":
        await changes(moderator, "安静时段", "1", starts)
        await moderator.taps("对，就这样改")
    await elder.says("3号楼2单元的路灯不亮")
    await elder.taps("对，就这样")
    await clock.passes(hours=12, minutes=15)  # half of the 24 hours have passed at a quarter past ten at night
    alarms = look("SELECT count(*) FROM outbox WHERE done_at IS NULL AND cause LIKE 'concern-%'")
    assert bool(alarms[0][0]) == bool(waiting)


async def test_an_item_keeps_the_rules_under_which_it_was_proposed(town: Neighbourhood, moderator: Someone) -> None:
    await administers(town, moderator)
    before = await town.running.town.ask(lambda uow: uow.now)
    await changes(moderator, "议题", "1", "2")
    await moderator.taps("对，就这样改")

    def supporters(uow: UnitOfWork, proposed_at: datetime) -> int:
        return uow.settings_of(CommunityId(1), proposed_at).agenda.supporters

    assert await town.running.town.ask(supporters, before) == 5
    assert await town.running.town.ask(lambda uow: supporters(uow, uow.now)) == 2
