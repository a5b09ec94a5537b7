"""The preview as residents meet it: in two taps, in the group, on paper and in their calendar."""

import pytest

from bot.agenda.model.item import Scope
from bot.agenda.model.steps import Step
from tests.agenda.items import LAMP, there_is
from tests.neighbours import Clock, Look, Neighbourhood, Someone
from tests.previews import hall
from tests.previews.hall import NEXT

LAMPS = "楼道换灯"


@pytest.fixture
async def agenda(town: Neighbourhood, clock: Clock) -> None:
    """Two items for next Wednesday; tonight's sitting is over and the preview is out."""
    await town.running.town.do(hall.schedule, None, LAMPS, NEXT, True, Scope.COUNCIL)
    await town.running.town.do(hall.schedule, None, "修电梯", NEXT, False, Scope.RESIDENTS)
    await clock.passes(hours=8, minutes=30)
    await clock.passes(hours=15)


@pytest.mark.usefixtures("agenda")
async def test_who_only_taps_finds_wednesdays_agenda_in_two_taps(elder: Someone) -> None:
    await elder.taps("看预告")
    assert await elder.reads() == "下次议事日：12月2日 星期三 晚上7点，社区活动室。\n有2个议题。"
    await elder.taps("看议题")
    assert await elder.reads() == "第1项，共2项：楼道换灯\n居民议事会的事 · 10分钟 · 表决"
    await elder.taps("下一项")
    assert await elder.reads() == "第2项，共2项：修电梯\n居民会议的事 · 10分钟 · 只讨论：文字还没定稿"
    await elder.taps("看这一项")
    assert "修电梯" in await elder.reads()


@pytest.mark.usefixtures("agenda")
async def test_and_says_to_come_in_three(elder: Someone, look: Look) -> None:
    await elder.taps("看预告")
    await elder.taps("我会来")
    assert "12月2日 星期三 晚上7点" in await elder.reads()
    assert look("SELECT sitting_id, coming FROM sitting_signups") == [(NEXT, 1)]
    await elder.taps("看预告")
    assert "我来不了" in await elder.buttons()


@pytest.mark.usefixtures("agenda")
async def test_all_items_also_those_on_no_agenda_are_taps_away(
    town: Neighbourhood, elder: Someone, moderator: Someone
) -> None:
    await there_is(town, Step.PROPOSED)
    await elder.taps("看预告")
    for button in ("更多", "所有议题", "看下一件", "看下一件", "看这个议题"):
        await elder.taps(button)
    assert LAMP in await elder.reads()
    await moderator.says("看预告")
    await moderator.taps("所有议题")
    await moderator.taps(f"议题3：{LAMP}")
    await moderator.taps("管理这个议题")
    assert "进到②商议" in await moderator.buttons()


@pytest.mark.usefixtures("agenda")
async def test_everybody_else_sees_it_all_at_once(liaison: Someone) -> None:
    await liaison.says("/wednesday")
    assert await liaison.reads() == (
        "下次议事日：12月2日 星期三 晚上7点，社区活动室。\n\n1、楼道换灯\n居民议事会的事 · 10分钟 · 表决\n"
        "2、修电梯\n居民会议的事 · 10分钟 · 只讨论：文字还没定稿"
    )
    await liaison.taps("1、楼道换灯")
    assert "楼道换灯" in await liaison.reads()


@pytest.mark.usefixtures("agenda")
async def test_the_group_has_it_on_top_with_buttons_and_everybody_is_counted(
    town: Neighbourhood, elder: Someone, liaison: Someone, clock: Clock
) -> None:
    screen = await elder.screen(town.group)
    [card] = [message for message in screen["messages"] if "议事日预告" in message.get("text", "")]
    assert "12月2日 星期三 晚上7点，社区活动室" in card["text"]
    assert {"我会来", "我要发言", "看议题、提问、支持"} <= set(screen["buttons"])
    await elder.taps("我会来", chat=town.group, message_id=card["message_id"])
    await liaison.taps_in_group("我要发言")
    await clock.passes(seconds=10)
    edited = [call["params"] for call in await town.log("editMessageText")]
    assert "已有2人说会来" in edited[-1]["text"]


@pytest.mark.usefixtures("agenda")
async def test_a_link_in_the_group_opens_that_sitting(elder: Someone) -> None:
    await elder.starts(f"preview-{NEXT}")
    assert "12月2日" in await elder.reads()
    for other in ("preview-99", "preview-1", "preview-x", "preview"):
        await elder.starts(other)
        assert "12月2日" in await elder.reads()  # the next one


@pytest.mark.usefixtures("agenda")
async def test_it_leaves_the_top_when_the_sitting_is_over(town: Neighbourhood, clock: Clock) -> None:
    before = await town.log("unpinChatMessage")
    await clock.passes(days=6, hours=13)
    taken_down = (await town.log("unpinChatMessage"))[len(before) :]
    pinned = [call["params"]["message_id"] for call in await town.log("pinChatMessage")]
    assert [call["params"]["message_id"] in pinned for call in taken_down] == [True]


@pytest.mark.usefixtures("agenda")
async def test_a_group_with_the_preview_on_top_lacks_nothing(moderator: Someone) -> None:
    await moderator.says_in_group("/check")
    assert "没有置顶" not in await moderator.reads_in_group()


@pytest.mark.usefixtures("agenda")
async def test_the_sheet_and_the_calendar_come_as_files(town: Neighbourhood, elder: Someone) -> None:
    await elder.taps("看预告")
    await elder.taps("更多")
    await elder.taps("看更多")
    await elder.taps("打印版")
    assert "打印出来" in await elder.reads()
    await elder.taps("看预告")
    await elder.taps("更多")
    await elder.taps("看更多")
    await elder.taps("加进日历")
    assert "手机日历" in await elder.reads()
    names = [sent["result"]["document"]["file_name"] for sent in await town.log("sendDocument")]
    assert names == ["agenda-2026-12-02.pdf", "2026-12-02.ics"]


async def test_outside_every_community_there_is_the_calendar(outsider: Someone) -> None:
    await outsider.says("/wednesday")
    assert await outsider.reads() == "加入您家以后，在这里就能看到议程。"
    assert "加入我家" in await outsider.buttons()
    await outsider.taps("看以后的日子")
    assert "下次议事日：11月25日" in await outsider.reads()


async def test_a_button_of_another_communitys_sitting_opens_nothing(liaison: Someone) -> None:
    for forged in ("pa:99:0", "pm:99:0", "pr:99", "pc:99"):
        await liaison.forges(forged)
        assert "这里没有这一次议事日" in await liaison.reads()


@pytest.mark.usefixtures("agenda")
async def test_what_is_called_off_says_so_behind_its_link(moderator: Someone, elder: Someone) -> None:
    await moderator.says("/wednesday")
    await moderator.taps("看以后的日子")
    await moderator.taps("取消12月2日 星期三 晚上7点的议事日")
    await moderator.says("社区停电")
    await moderator.taps("对，取消")
    assert "议事日取消了\n12月2日 星期三 晚上7点\n原因：社区停电" in await elder.reads_in_group()
    await elder.starts(f"preview-{NEXT}")
    assert await elder.reads() == "12月2日 星期三这次取消了。原因：社区停电"
    await elder.taps("看预告")
    assert await elder.reads() == "下次议事日：12月9日 星期三 晚上7点，社区活动室。\n12月2日 星期三这次取消了。"
