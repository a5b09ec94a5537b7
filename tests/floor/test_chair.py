"""Who chairs: once, by the right people, whatever is tapped twice, late or by two at the same time."""

from dataclasses import replace

import pytest

from bot.agenda.model.item import ItemId, Point, Side
from bot.kit.people import Reader
from bot.roles.model import Appointment, Role
from bot.unit_of_work import UnitOfWork
from tests.floor.evening import LAMPS, LIFT, checks_in, evening, moderate_too, opens
from tests.neighbours import Clock, Look, Neighbourhood, Someone


async def test_two_hours_before_and_not_a_second_earlier(clock: Clock, moderator: Someone, look: Look) -> None:
    await clock.passes(hours=6, minutes=59, seconds=52)  # typing takes four seconds
    await moderator.says("/chair")
    assert await moderator.reads() == "11月25日 星期三 下午5点起可以开会。"
    await moderator.says("/chair")
    assert "11月25日 星期三 晚上7点的议事日，由您主持吗？" in await moderator.reads()
    await moderator.taps("开会，我主持")
    assert look("SELECT sitting_id, chair FROM floor_sessions") == [(1, moderator.telegram_id)]


async def test_only_moderators_chair(clock: Clock, liaison: Someone, supervisor: Someone, look: Look) -> None:
    await clock.passes(hours=8)
    for one in (liaison, supervisor):
        await one.says("/chair")
        await one.forges("uo:1")
        assert "开会了" not in await one.reads()
    assert look("SELECT * FROM floor_sessions") == []


async def test_a_second_chair_learns_who_chairs_and_may_take_over(
    town: Neighbourhood, clock: Clock, moderator: Someone, liaison: Someone, look: Look
) -> None:
    await evening(town, clock, [moderator])
    await moderate_too(town, liaison)
    await liaison.says("/chair")
    await opens(moderator)
    await liaison.taps("开会，我主持")
    assert await liaison.reads() == "这次由林芳主持。"
    for data in ("ux:2:1", "ui:2:1", "uv:2:0", f"ub:2:{liaison.telegram_id}"):
        await liaison.forges(data)
        assert await liaison.reads() == "这次由林芳主持。"
    await liaison.taps("我来接着主持")
    assert "签到码" in await liaison.reads()
    assert "陈建国接着主持了。" in await moderator.reads()
    await moderator.taps("主持台")
    assert await moderator.reads() == "这次由陈建国主持。"
    assert look("SELECT chair, closed_at FROM floor_sessions WHERE sitting_id = 2") == [(liaison.telegram_id, None)]


def advised(uow: UnitOfWork, chair: int) -> None:
    """On the first item, as a guide; that was before they became a moderator."""
    uow.agenda.add_point(Point(0, ItemId(1), Side.ADVICE, chair, "先问问物业", None, uow.now))


async def test_who_advised_on_an_item_lets_somebody_else_chair_it(
    town: Neighbourhood, clock: Clock, moderator: Someone, liaison: Someone, look: Look
) -> None:
    await evening(town, clock, [moderator], LIFT, LAMPS)
    await moderate_too(town, liaison)
    await town.running.town.do(advised, None, moderator.telegram_id)
    await checks_in(await opens(moderator), moderator)
    await moderator.forges("ui:2:1")
    assert await moderator.reads() == "您给第1号议题提过建议，议这一项时请换一位来主持。"
    assert look("SELECT * FROM floor_treated") == []
    await moderator.taps("交给别人主持")
    await moderator.taps("陈建国")
    await liaison.forges("ui:2:1")
    assert look("SELECT item_id, opened_by, closed_at FROM floor_treated") == [(1, liaison.telegram_id, None)]
    await moderator.forges("ux:2:1")
    await moderator.taps("我来接着主持")
    for data in ("uc:2:1:1", "ua:2:1", "un:2:1:0"):  # close it, count hands, call the next speaker
        await moderator.forges(data)
        assert "请换一位来主持" in await moderator.reads()
    assert look("SELECT closed_at FROM floor_treated") == [(None,)]


async def test_buttons_of_a_sitting_that_is_over_do_nothing(
    town: Neighbourhood, clock: Clock, moderator: Someone, liaison: Someone, look: Look
) -> None:
    await evening(town, clock, [moderator], LIFT, LAMPS)
    await checks_in(await opens(moderator), moderator)
    await moderator.says("/chair")
    await moderator.taps("散会")
    await moderator.taps("散会")
    before = look("SELECT * FROM floor_sessions")
    for data in ("ui:2:1", "uc:2:1:1", "un:2:1:0", "ua:2:1", "uk:2", "uo:2", "up:2:0", "uz:2:0"):
        await moderator.forges(data)
        assert await moderator.reads() in ("现在没有开会。开会后才能签到。", "现在不在议这一项。")
    await moderator.forges("ux:2:1")
    assert "散会了" in await moderator.reads()
    await liaison.forges("ur:2")
    assert "现在没有开会" in await liaison.reads()
    assert look("SELECT * FROM floor_sessions") == before
    assert look("SELECT * FROM floor_treated") == []


async def test_one_item_at_a_time_each_once_and_the_open_one_is_closed_first(
    town: Neighbourhood, clock: Clock, moderator: Someone, look: Look
) -> None:
    await evening(town, clock, [moderator], LIFT, LAMPS)
    await checks_in(await opens(moderator), moderator)
    await moderator.says("/chair")
    await moderator.taps("先议别的一项")
    await moderator.taps(f"开始议：{LAMPS}")
    await moderator.forges("ui:2:1")
    assert await moderator.reads() == "还有一项没议完，请先结束这一项。"
    await moderator.forges("ux:2:1")
    assert await moderator.reads() == "还有一项没议完，请先结束这一项。"
    await moderator.forges("uc:2:2:1")
    await moderator.forges("ui:2:2")
    assert await moderator.reads() == "这一项今天已经议过了。"
    assert look("SELECT item_id, position FROM floor_treated") == [(2, 1)]


async def test_numbers_that_were_recorded_count_once(
    town: Neighbourhood, clock: Clock, moderator: Someone, look: Look
) -> None:
    await evening(town, clock, [moderator], LIFT)
    await checks_in(await opens(moderator), moderator)
    await moderator.says("/chair")
    await moderator.taps(f"开始议：{LIFT}")
    await moderator.taps("数票记结果")
    for number in ("0", "0", "0"):
        await moderator.says(number)
    assert await moderator.reads() == "三个数都是0，没有人表决。请重新数。"
    await moderator.says("1")
    await moderator.taps("对，记下")
    for _ in range(2):
        await moderator.taps("对，记下")
        assert await moderator.reads() == "这组数字已经记过或者放弃了。"
    assert look("SELECT count(*) FROM floor_log WHERE deed = 'result'") == [(1,)]


async def test_every_update_twice_is_one_evening(
    town: Neighbourhood, clock: Clock, moderator: Someone, liaison: Someone, look: Look
) -> None:
    await evening(town, clock, [moderator, liaison], LIFT)
    await town.playground.post("faults", kind="repeat", count=10_000)
    await moderator.says("/chair")
    await moderator.taps("开会，我主持")
    code = look("SELECT code FROM floor_sessions WHERE sitting_id = 2")[0][0]
    await checks_in(code, moderator, liaison)
    await moderator.says("/chair")
    await moderator.taps(f"开始议：{LIFT}")
    await liaison.says("/speak")
    await liaison.taps("赞成")
    await moderator.taps("看看现在情况")
    await moderator.taps("请下一位（1人在等）")
    await moderator.taps("数票记结果")
    for number in ("1", "1", "0"):
        await moderator.says(number)
    await moderator.taps("对，记下")
    await moderator.taps("结束这一项")
    await moderator.taps("散会")
    await moderator.taps("散会")
    assert look("SELECT yes, no, abstained, outcome FROM floor_treated") == [(1, 1, 0, "rejected")]
    assert look("SELECT count(*) FROM floor_turns") == [(1,)]
    assert [deed for (deed,) in look("SELECT deed FROM floor_log WHERE sitting_id = 2 ORDER BY id")] == [
        "opened", "item_opened", "gave_floor", "result", "item_closed", "closed",
    ]  # fmt: skip
    assert look("SELECT * FROM conversations") == []


@pytest.mark.parametrize("data", ["uo:1", "ud:1:0", "ur:1", "uf:1:1:pro"])
async def test_another_communitys_sitting_is_none_here(
    town: Neighbourhood, clock: Clock, moderator: Someone, outsider: Someone, look: Look, data: str
) -> None:
    """何伟 moderates elsewhere."""
    await clock.passes(hours=8, minutes=40)
    await opens(moderator)
    await outsider.starts()
    await town.running.town.do(_elsewhere, None, outsider.telegram_id)
    await outsider.forges(data)
    assert look("SELECT chair FROM floor_sessions") == [(moderator.telegram_id,)]
    assert look("SELECT * FROM floor_check_ins") == []


def _elsewhere(uow: UnitOfWork, person: int) -> None:
    there = uow.residents.found("月光社区", uow.now)
    account = uow.residents.account(5000005)
    assert account is not None
    known = replace(account, telegram_id=person, name="何伟", community=there.id)
    uow.residents.save_account(known, uow.now)
    uow.consents.give(person, known.consent_version, uow.now)
    uow.roles.appoint(Appointment(there.id, person, Role.MODERATOR))
    assert uow.roles.of(Reader(person, "何伟", community=there.id, known=True)) != []
