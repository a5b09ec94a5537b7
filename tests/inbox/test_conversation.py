"""The inbox as those meet it who see to concerns."""

from dataclasses import replace

import pytest

from bot.kit.people import CommunityId
from bot.residents.model import CONSENT_VERSION, Account
from bot.roles.model import Appointment, Role
from bot.unit_of_work import UnitOfWork
from tests.concerns.test_conversation import reported
from tests.neighbours import Clock, Look, Neighbourhood, Someone

LAMP, LIFT, WASTE = "3号楼2单元的路灯不亮", "5号楼电梯坏了", "3号楼1单元门口堆满垃圾"


@pytest.fixture
async def three(elder: Someone, clock: Clock) -> list[int]:
    """Reported an hour after each other."""
    numbers = []
    for words in (LAMP, LIFT, WASTE):
        numbers.append(await reported(elder, words))
        await clock.passes(hours=1)
    return numbers


async def in_large_print(town: Neighbourhood, who: Someone) -> None:
    await town.running.town.do(_large_print, None, who.telegram_id)


def _large_print(uow: UnitOfWork, telegram_id: int) -> None:
    account = uow.residents.account(telegram_id)
    assert account is not None
    uow.residents.save_account(replace(account, elder=True), uow.now)


async def test_the_next_due_stands_first_and_what_is_late_is_said_in_words(
    three: list[int], moderator: Someone, clock: Clock
) -> None:
    lamp, lift, waste = three
    await moderator.says("/inbox")
    assert await moderator.reads() == (
        "开着3件，超时0件。\n"
        f"#{lamp} 等答复，最晚11月26日 星期四 上午10点\n"
        f"#{lift} 等答复，最晚11月26日 星期四 上午11点\n"
        f"#{waste} 等答复，最晚11月26日 星期四 中午12点"
    )
    await clock.passes(hours=21, minutes=30)
    await moderator.says("/inbox")
    assert f"开着3件，超时1件。\n#{lamp} 超时了，原定11月26日 星期四 上午10点" in await moderator.reads()


async def test_those_who_see_to_concerns_find_it_under_how_it_works(
    three: list[int], moderator: Someone, elder: Someone
) -> None:
    await moderator.taps("怎么用")
    await moderator.taps("待办诉求")
    assert (await moderator.reads()).startswith(f"开着{len(three)}件")
    await elder.says("怎么用")
    assert (await elder.buttons())[0] != "待办诉求"


async def test_filters_are_tapped_combined_said_in_words_and_cleared(three: list[int], moderator: Someone) -> None:
    lamp, _, waste = three
    await moderator.says("/inbox")
    await moderator.taps("按楼栋")
    await moderator.taps("3号楼")
    assert "3号楼：开着2件，超时0件。" in await moderator.reads()
    await moderator.taps("按类别")
    await moderator.taps("垃圾")
    assert "3号楼、垃圾：开着1件，超时0件。" in await moderator.reads()
    assert f"#{waste}" in await moderator.reads()
    await moderator.taps("按状态")
    await moderator.taps("等居民回话")
    assert "3号楼、垃圾、等居民回话：开着0件，超时0件。\n这里没有开着的诉求。" in await moderator.reads()
    await moderator.taps("不限状态")
    await moderator.taps("不限类别")
    assert f"#{lamp}" in await moderator.reads()
    await moderator.taps("全小区")
    assert (await moderator.reads()).startswith("开着3件")


@pytest.mark.usefixtures("three")
async def test_states_are_told_apart(elder: Someone, moderator: Someone) -> None:
    await moderator.says("/reply 1 去看")
    await moderator.says("/reply 2 去看")
    await moderator.forges("kd:2:finish")
    await moderator.says("修好了")
    for state, number in (("等答复", 3), ("在办", 1), ("等居民回话", 2)):
        await moderator.says("/inbox")
        await moderator.taps("按状态")
        await moderator.taps(state)
        assert f"{state}：开着1件，超时0件。\n#{number} " in await moderator.reads()
    await elder.taps("解决了")
    await moderator.says("/inbox")
    assert (await moderator.reads()).startswith("开着2件")


async def test_a_button_opens_the_card_and_returns_to_the_same_place(three: list[int], moderator: Someone) -> None:
    await moderator.says("/inbox")
    await moderator.taps("按楼栋")
    await moderator.taps("5号楼")
    await moderator.taps(f"#{three[1]} {LIFT}")
    assert f"#{three[1]} · 电梯" in await moderator.reads()
    await moderator.taps("返回")
    assert "5号楼：开着1件" in await moderator.reads()


async def test_there_are_eight_on_a_page(elder: Someone, moderator: Someone) -> None:
    for _ in range(9):
        await reported(elder, LAMP)
    await moderator.says("/inbox")
    assert "第1页，共2页" in await moderator.reads()
    assert "#8 " in await moderator.reads()
    await moderator.taps("下一页")
    assert (await moderator.reads()).endswith("#9 等答复，最晚11月26日 星期四 上午10点01分")
    await moderator.taps("上一页")
    assert "第1页，共2页" in await moderator.reads()


@pytest.mark.usefixtures("three")
async def test_a_liaison_sees_the_own_building_a_supervisor_everything_and_residents_nothing(
    liaison: Someone, supervisor: Someone, elder: Someone
) -> None:
    await liaison.says("/inbox")
    assert (await liaison.reads()).startswith("开着2件")
    await liaison.taps("按楼栋")
    assert [label for label in await liaison.buttons() if label.endswith("号楼")] == ["3号楼"]
    await supervisor.says("/inbox")
    assert (await supervisor.reads()).startswith("开着3件")
    assert not [label for label in await supervisor.buttons() if "一起答复" in label]
    await supervisor.taps(f"#1 {LAMP}")
    assert (await supervisor.buttons())[:2] == ["经过", "返回"]
    await elder.says("/inbox")
    assert "由管理员和楼栋联络员来办" in await elder.reads()
    for who, forged in (
        *((liaison, what) for what in ("bl:2:0:::0", "bh:2:0", "ku:2:1", "bd", "br:1")),
        *((supervisor, what) for what in ("ba:0::", "bc:0", "bd", "br:1", "ku:1:1")),
    ):
        await who.forges(forged)
        assert "由管理员和楼栋联络员来办" in await who.reads(), forged


async def test_a_forged_filter_reaches_no_further_than_the_role(three: list[int], liaison: Someone) -> None:
    await liaison.forges("b:5:::0")
    assert "5号楼：开着0件" in await liaison.reads()
    await liaison.forges(f"bl:{three[1]}:0:::0")
    assert "由管理员和楼栋联络员来办" in await liaison.reads()
    for page in ("-7", "4000000000"):
        await liaison.forges(f"b:0:::{page}")
        assert "开着2件" in await liaison.reads()


async def test_in_large_print_they_come_one_after_the_other(
    three: list[int], liaison: Someone, town: Neighbourhood
) -> None:
    lamp, _, waste = three
    await in_large_print(town, liaison)
    await liaison.says("待办诉求")
    assert await liaison.reads() == f"开着2件，超时0件。\n#{lamp} 等答复，最晚11月26日 星期四"
    await liaison.taps("看下一件")
    assert f"#{waste} " in await liaison.reads()
    await liaison.taps("只看一部分")
    await liaison.taps("按类别")
    await liaison.taps("照明")
    assert f"照明：开着1件，超时0件。\n#{lamp} " in await liaison.reads()
    await liaison.taps(f"#{lamp} {LAMP}")
    assert (await liaison.buttons())[:6] == ["接下来怎么办", "转给别人", "看全文和附件", "经过", "返回", "🙋找人帮"]
    await liaison.taps("经过")
    assert await liaison.reads() == "11月25日 星期三 上午10点 王秀英：反映"


@pytest.mark.usefixtures("three")
async def test_in_the_group_it_is_a_short_list_for_one(moderator: Someone) -> None:
    await moderator.says_in_group("/inbox")
    shown = await moderator.screen(moderator.town.group)
    assert "开着3件，超时0件。" in await moderator.reads_in_group()
    assert shown["messages"][-1].get("ephemeral_message_id")
    await moderator.starts("inbox")
    assert (await moderator.reads()).startswith("开着3件")


async def test_the_government_contact_sees_and_cannot_change(
    three: list[int], owner: Someone, town: Neighbourhood, look: Look
) -> None:
    def appoint(uow: UnitOfWork) -> None:
        uow.roles.appoint(Appointment(CommunityId(1), owner.telegram_id, Role.GOVERNMENT))
        account = Account(owner.telegram_id, owner.name, "zh", False, CommunityId(1), CONSENT_VERSION)
        uow.residents.save_account(account, uow.now)

    await town.running.town.do(appoint)
    await owner.says("/inbox")
    assert (await owner.reads()).startswith("开着3件")
    await owner.forges(f"kd:{three[0]}:answer")
    assert "由管理员和楼栋联络员来办" in await owner.reads()
    assert look("SELECT DISTINCT state FROM concerns") == [("received",)]
