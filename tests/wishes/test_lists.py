"""Wishes of the neighbours, and one's own."""

from dataclasses import replace

from bot.unit_of_work import UnitOfWork
from tests.neighbours import Look, Neighbourhood, Someone
from tests.wishes.test_conversation import wishes


async def test_lists_show_what_is_open_and_what_is_mine(elder: Someone, liaison: Someone, moderator: Someone) -> None:
    await wishes(elder)
    await wishes(liaison, "想借一把梯子")
    await wishes(moderator, "想找人下棋")
    await liaison.says("看看大家的心愿")
    assert "#W1 3号楼：想请人换个灯泡" in await liaison.reads()
    buttons = await liaison.buttons()
    assert "认领#W1" in buttons
    assert "认领#W2" not in buttons
    await elder.taps("查积分")
    for _ in range(2):
        await elder.taps("看更多")
    await elder.taps("看看大家的心愿")
    assert "1号楼一位邻居：想找人下棋" in await elder.reads()
    await elder.taps("看下一件")
    assert "想借一把梯子" in await elder.reads()
    await elder.taps("我来认领")
    assert "谢谢您认领心愿2号" in await elder.reads()
    await elder.taps("我的心愿")
    assert "心愿2号：想借一把梯子\n您来帮忙：3号楼1单元102室，陈建国" in await elder.reads()
    await elder.taps("看下一件")
    assert "心愿1号：想请人换个灯泡\n等邻居认领，12月9日 星期三我再问您" in await elder.reads()


async def test_more_than_fit_are_a_tap_away_and_after_the_last_comes_the_first(
    elder: Someone, liaison: Someone, moderator: Someone
) -> None:
    for who in (elder, liaison, moderator):
        await wishes(who, "想借一把梯子")
        await wishes(who, "想找人下棋")
    await liaison.says("/wishes")
    assert "#W1 " not in await liaison.reads()
    await liaison.taps("看更多")
    assert await liaison.reads() == "#W1 3号楼：想借一把梯子"
    await liaison.taps("看更多")
    assert "#W6 " in await liaison.reads()
    await liaison.taps("认领#W1")
    await liaison.says("/wishes")
    assert "#W1 " not in await liaison.reads()
    assert "#W2 " in await liaison.reads()


async def test_who_speaks_in_another_community_now_sees_to_what_the_button_shows(
    town: Neighbourhood, elder: Someone, liaison: Someone, look: Look
) -> None:
    def moves_on(uow: UnitOfWork) -> None:
        other = uow.residents.found("春风里", uow.now).id
        account = uow.residents.account(liaison.telegram_id)
        assert account is not None
        uow.residents.save_account(replace(account, community=other), uow.now)

    await wishes(elder)
    await town.running.town.do(moves_on)
    await liaison.taps_in_group("我来认领")
    assert "请到3号楼2单元502室找王秀英" in await liaison.reads()
    assert look("SELECT helper_id FROM wishes") == [(liaison.telegram_id,)]
