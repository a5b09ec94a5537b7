"""What people write without a command, in private."""

import pytest

from nlu.meaning import Interpreter, Outcome
from tests.neighbours import Look, Someone


async def test_a_concern_begins_at_the_read_back_where_place_and_kind_are_told(elder: Someone) -> None:
    await elder.says("3号楼2单元的路灯坏了好几天没人修")
    assert "您说：3号楼2单元的路灯坏了好几天没人修\n地点：3号楼2单元\n类别：照明" in await elder.reads()
    await elder.taps("对，就这样")
    assert "记下了" in await elder.reads()


async def test_what_is_not_told_is_asked(elder: Someone) -> None:
    await elder.says("楼上天天半夜吵得睡不着觉")
    assert "什么地方" in await elder.reads()
    await elder.taps("3号楼2单元")
    assert "类别：噪音" in await elder.reads()


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("下周三议什么", "议事日"),
        ("我还有多少分", "分"),
        ("投票在哪", "票"),
        ("我上次反映的事情怎么样了", "您还没有反映过"),
        ("怎么用啊", "怎么用"),
        ("能不能换成英文", "您想看哪种文字"),
        ("how do I report a problem", "24"),
        ("你好", "想做什么"),
    ],
)
async def test_free_text_lands_in_the_right_place(moderator: Someone, words: str, answer: str) -> None:
    await moderator.says(words)
    assert answer in await moderator.reads()


async def test_who_asks_for_a_person_gets_one(elder: Someone, moderator: Someone) -> None:
    await elder.says("我想找个人说话")
    assert "王秀英" in await moderator.reads()


@pytest.mark.parametrize("words", ["谢谢", "谢谢您啦", "好的，谢谢！", "辛苦了", "Thanks a lot!"])
async def test_thanks_are_answered_with_a_kind_word(elder: Someone, words: str) -> None:
    await elder.says(words)
    assert "不客气" in await elder.reads()
    assert "反映" not in await elder.reads()


async def test_what_no_assistant_of_a_neighbourhood_can_do_is_answered_kindly(elder: Someone, look: Look) -> None:
    await elder.says("给我讲个笑话吧")
    assert "这个我帮不上忙" in await elder.reads()
    await elder.taps("不用")
    assert "好的，先放下" in await elder.reads()
    assert look("SELECT * FROM concerns") == []


async def test_what_could_be_two_things_is_asked_about(elder: Someone, interpreter: Interpreter) -> None:
    both = ("我想问问会议和投票", "投票和积分", "我要看积分和投票", "积分换投票", "报名投票")
    asked = next(words for words in both if interpreter.understand(words).outcome is Outcome.ASK)
    await elder.says(asked)
    assert "您是要做哪件事" in await elder.reads()
    choices = (await elder.buttons())[:4]
    assert "都不是" in choices
    await elder.taps("投票")
    assert "票" in await elder.reads()


async def test_what_it_does_not_understand_can_be_reported_all_the_same(elder: Someone) -> None:
    await elder.says("那个东西又那样了")
    await elder.taps((await elder.buttons())[0])
    assert "什么地方" in await elder.reads()


async def test_a_number_leads_to_the_concern_and_a_late_yes_to_ones_own(elder: Someone) -> None:
    await elder.says("3号楼2单元的路灯不亮")
    await elder.taps("对，就这样")
    await elder.says("#1")
    assert "#1" in await elder.reads()
    await elder.says("对")
    assert "路灯不亮" in await elder.reads()


async def test_tapping_twice_what_was_meant_begins_one_thing(elder: Someone, look: Look) -> None:
    await elder.says("那个东西又那样了")
    button = (await elder.buttons())[0]
    await elder.taps(button)
    await elder.taps(button)
    await elder.taps("3号楼2单元")
    await elder.taps("照明")
    await elder.taps("对，就这样")
    assert look("SELECT count(*) FROM concerns") == [(1,)]


async def test_a_forged_button_means_nothing(moderator: Someone) -> None:
    await moderator.forges("tm:1-1:rule_the_world")
    assert "好的，先放下" in await moderator.reads()
