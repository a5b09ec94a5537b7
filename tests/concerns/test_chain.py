"""#12: what everybody of the community may read of a concern, and what nobody does."""

from dataclasses import replace

from bot.concerns.chain_views import HAPPENED
from bot.concerns.model.life import Deed, Entry, State
from bot.concerns.views import STATES
from bot.roles.model import Appointment, Role
from bot.unit_of_work import UnitOfWork
from tests.concerns.test_conversation import finished, reported
from tests.neighbours import Clock, Neighbourhood, Someone


def test_every_state_and_every_deed_has_its_words() -> None:
    assert STATES.keys() == set(State)
    assert HAPPENED.keys() == {*Deed, *Entry} - {Deed.REMIND}


async def test_the_whole_chain_is_read_without_names(elder: Someone, moderator: Someone, supervisor: Someone) -> None:
    number = await reported(elder, "3号楼2单元502室门口的路灯不亮，我是王秀英")
    await moderator.taps("认领")
    await moderator.says(f"/reply {number} 电工明天来")
    await finished(moderator, "换好了")
    await elder.taps("没解决")
    await supervisor.says(f"/concern {number}")
    shown = await supervisor.reads()
    assert shown.splitlines() == [
        f"#{number} · 照明，3号楼2单元",
        "3号楼2单元…门口的路灯不亮，我是…",
        "还没解决，最晚11月26日 星期四答复",
        "11月25日 星期三：有居民反映",
        "11月25日 星期三：管理员开始跟进",
        "11月25日 星期三：管理员答复了",
        "11月25日 星期三：管理员说办好了",
        "11月25日 星期三：反映人说还没解决",
    ]


async def test_an_older_resident_reads_it_page_by_page(elder: Someone, liaison: Someone, moderator: Someone) -> None:
    number = await reported(liaison, "3号楼2单元的路灯不亮")
    await moderator.taps("认领")
    await elder.says(f"#{number}")
    assert f"#{number} · 照明，3号楼2单元\n3号楼2单元的路灯不亮" in await elder.reads()
    read = await elder.reads()
    for _ in range(3):
        await elder.taps("接着看")
        read += await elder.reads()
    assert "管理员开始跟进" in read
    assert "有人在跟进" in read


async def test_the_author_lets_their_name_be_shown_and_takes_it_back(liaison: Someone, supervisor: Someone) -> None:
    number = await reported(liaison, "3号楼2单元的路灯不亮")
    await liaison.says(f"#{number}")
    await liaison.taps("可以写我的名字")
    assert "写上您的名字了" in await liaison.reads()
    await supervisor.says(f"#{number}")
    assert "反映人：陈建国" in await supervisor.reads()
    await liaison.taps("看这件事")
    await liaison.taps("不写我的名字")
    await supervisor.says(f"#{number}")
    assert "陈建国" not in await supervisor.reads()


async def test_nobody_else_lets_the_authors_name_be_shown(elder: Someone, moderator: Someone, liaison: Someone) -> None:
    number = await reported(elder, "3号楼2单元的路灯不亮")
    await moderator.forges("cv:1:1")
    assert "要由反映的人来说" in await moderator.reads()
    await liaison.says(f"#{number}")
    assert "王秀英" not in await liaison.reads()


async def test_in_the_group_it_is_read_by_who_asked_alone(elder: Someone, liaison: Someone, moderator: Someone) -> None:
    number = await reported(elder, "3号楼2单元的路灯不亮")
    await liaison.says_in_group(f"/concern {number}")
    assert f"#{number} · 照明" in await liaison.reads_in_group()
    assert await moderator.reads_in_group() == ""
    await liaison.taps_in_group("我也遇到了")
    assert f"记在 #{number} 里了" in await liaison.reads_in_group()


async def test_a_number_that_is_not_here_is_not_found(
    town: Neighbourhood, elder: Someone, supervisor: Someone, outsider: Someone, liaison: Someone
) -> None:
    await liaison.says("#7")
    assert "没有 #7" in await liaison.reads()
    await reported(elder, "3号楼2单元的路灯不亮")
    await outsider.says("#1")
    assert "路灯" not in await outsider.reads()

    def elsewhere(uow: UnitOfWork) -> None:
        other = uow.residents.found("春风里", uow.now).id
        uow.roles.appoint(Appointment(other, supervisor.telegram_id, Role.SUPERVISOR))
        account = uow.residents.account(supervisor.telegram_id)
        assert account is not None
        uow.residents.save_account(replace(account, community=other), uow.now)

    await town.running.town.do(elsewhere)
    await supervisor.says("#1")
    assert "没有 #1" in await supervisor.reads()
    for tap in ("cl:1:0", "cj:1:1", "cv:1:1"):
        await supervisor.forges(tap)
        assert "这里没有这件诉求" in await supervisor.reads()


async def test_who_is_late_is_said_to_be_late(elder: Someone, liaison: Someone, clock: Clock) -> None:
    number = await reported(elder, "3号楼2单元的路灯不亮")
    await clock.passes(hours=25)
    await liaison.says(f"#{number}")
    assert "本该在11月26日 星期四 上午10点前有结果，晚了" in await liaison.reads()


async def test_a_number_asked_while_something_is_told_leaves_it_open(elder: Someone, liaison: Someone) -> None:
    number = await reported(liaison, "5号楼1单元的电梯坏了")
    await elder.says("/concern 3号楼2单元的路灯不亮")
    await elder.says(f"#{number}")
    assert "电梯坏了" in await elder.reads()
    await elder.taps("对，就这样")
    assert "编号 #2" in await elder.reads()
