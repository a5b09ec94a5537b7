"""What is written while something else is asked: the answer, mostly; but nobody is shut in with a question."""

import pytest

from bot.concerns.forms import Draft
from bot.talk import taps
from nlu.answer import WAYS_OUT
from tests.neighbours import Look, Neighbourhood, Someone

IT_IS, POINTS = "是在回答", "查积分"


@pytest.mark.parametrize("words", ["取消", "算了", "算了吧", "不弄了。", "Cancel"])
async def test_words_to_cancel_close_the_form(elder: Someone, look: Look, words: str) -> None:
    await elder.says("反映问题")
    await elder.says(words)
    assert "好的，先放下" in await elder.reads()
    await elder.says("谢谢")
    assert "不客气" in await elder.reads()
    assert look("SELECT * FROM concerns") == []


async def test_who_asks_for_a_person_gets_one_and_the_form_stays_open(elder: Someone, moderator: Someone) -> None:
    await elder.says("反映问题")
    await elder.says("帮我找人")
    assert "王秀英" in await moderator.reads()
    await elder.says("路灯不亮")
    assert "在什么地方" in await elder.reads()


async def test_a_clear_other_wish_is_asked_about_and_done(elder: Someone) -> None:
    await elder.says("反映问题")
    await elder.says("我还有多少积分")
    assert "是在回答刚才问的，还是想做别的事" in await elder.reads()
    assert (await elder.buttons())[:2] == [IT_IS, POINTS]
    await elder.taps(POINTS)
    assert "分" in await elder.reads()


async def test_what_only_sounds_like_a_wish_is_the_answer_and_twice_is_once(elder: Someone) -> None:
    await elder.says("反映问题")
    await elder.says("我还有多少积分")
    await elder.taps(IT_IS)
    assert "在什么地方" in await elder.reads()
    await elder.taps(IT_IS)
    assert "这句已经回答过了" in await elder.reads()
    await elder.taps("3号楼2单元")
    await elder.taps("照明")
    assert "您说：我还有多少积分\n地点：3号楼2单元" in await elder.reads()


@pytest.mark.parametrize("words", ["楼道里的灯不亮", "3号楼", "没人管好几天了", "好", "今天天气真好"])
async def test_all_else_is_the_answer(elder: Someone, words: str) -> None:
    await elder.says("反映问题")
    await elder.says(words)
    assert "是在回答" not in await elder.reads()
    assert IT_IS not in await elder.buttons()


async def test_a_late_tap_begins_nothing(elder: Someone, town: Neighbourhood, look: Look) -> None:
    await elder.says("反映问题")
    await elder.says("我还有多少积分")
    await elder.says("取消")
    await elder.taps(IT_IS)
    assert "这句已经回答过了" in await elder.reads()
    assert look("SELECT * FROM conversations") == []
    assert town is not None


def test_a_button_carries_the_longest_words_that_are_asked_about() -> None:
    digest = "0" * 8
    assert len(taps.Belongs(form=digest, words="分" * (taps.MOST_BYTES // 3)).pack().encode()) <= 64


def test_no_way_out_is_an_answer_to_yes_or_no() -> None:
    from nlu.answer import yes_or_no

    assert [words for words in WAYS_OUT if yes_or_no(words) is not None] == []
    assert Draft.waits
