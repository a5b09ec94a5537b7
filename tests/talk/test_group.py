"""In the group the bot is silent unless it is meant, or has something to offer to one neighbour alone."""

import pytest

from tests.neighbours import Clock, Look, Neighbourhood, Someone

CHATTER = ("今晚吃什么", "晚饭后有人打羽毛球吗", "哈哈哈哈", "孩子数学作业第三题怎么做", "转发：养生小常识")
LAMP = "3号楼2单元楼道灯坏了好几天没人修"


@pytest.mark.parametrize("text", CHATTER)
async def test_talk_among_neighbours_is_left_alone(elder: Someone, town: Neighbourhood, text: str) -> None:
    before = len(await town.log())
    await elder.says_in_group(text)
    assert await elder.reads_in_group() == ""
    sent = [call["method"] for call in (await town.log())[before:]]
    assert set(sent) <= {"getUpdates"}


async def test_who_names_it_is_answered_alone(elder: Someone, liaison: Someone) -> None:
    await elder.says_in_group("议事，我还有多少分")
    assert "分" in await elder.reads_in_group()
    assert await liaison.reads_in_group() == ""


async def test_who_mentions_it_is_answered(elder: Someone) -> None:
    await elder.says_in_group("@yishi_bot 下周三议什么")
    assert "议事日" in await elder.reads_in_group()


async def test_an_answer_in_the_group_leaves_everybodys_keyboard_alone(liaison: Someone, town: Neighbourhood) -> None:
    for said in ("@yishi_bot 谢谢", "@yishi_bot 你好"):
        await liaison.says_in_group(said)
        assert await liaison.reads_in_group()
    posts = [
        call["params"] for call in await town.log("sendMessage") if "ephemeral_message_parameters" in call["params"]
    ]
    assert len(posts) == 2
    assert not any("keyboard" in (post.get("reply_markup") or {}) for post in posts)


async def test_a_joke_that_is_asked_for_is_declined(liaison: Someone) -> None:
    await liaison.says_in_group("议事，讲个笑话")
    assert "这个我帮不上忙" in await liaison.reads_in_group()


async def test_a_concern_told_to_it_is_logged_by_one_button(elder: Someone, moderator: Someone, look: Look) -> None:
    await elder.says_in_group(f"议事，{LAMP}")
    assert "要记下来" in await elder.reads_in_group()
    await elder.taps_in_group("记下来")
    assert "记下了" in await elder.reads_in_group()
    assert "照明" in await moderator.reads()
    await elder.taps_in_group("记下来")
    assert look("SELECT count(*) FROM concerns") == [(1,)]


async def test_what_sounds_like_a_concern_is_offered_to_its_author_once_an_hour(
    elder: Someone, liaison: Someone, clock: Clock, look: Look
) -> None:
    await elder.says_in_group(LAMP)
    assert f"您写的是：{LAMP}\n要记下来" in await elder.reads_in_group()
    assert await liaison.reads_in_group() == ""
    await liaison.says_in_group("5号楼电梯坏了三天没人修")
    assert await liaison.reads_in_group() == ""
    await clock.passes(hours=1)
    await liaison.says_in_group("5号楼电梯坏了三天没人修")
    assert "要记下来" in await liaison.reads_in_group()
    assert look("SELECT count(*) FROM concerns") == [(0,)]


async def test_moderators_switch_it_off_for_their_group(elder: Someone, moderator: Someone) -> None:
    await moderator.says_in_group("/offers")
    assert "一小时最多一次" in await moderator.reads_in_group()
    await moderator.taps_in_group("在这个群里别问")
    assert "有人叫我我才说话" in await moderator.reads_in_group()
    await elder.says_in_group(LAMP)
    assert await elder.reads_in_group() == ""


async def test_nobody_else_switches_it(elder: Someone) -> None:
    await elder.says_in_group("/offers")
    assert "一小时最多一次" not in await elder.reads_in_group()


async def test_who_has_not_joined_is_offered_nothing(tenant: Someone) -> None:
    await tenant.says_in_group(LAMP)
    assert await tenant.reads_in_group() == ""
