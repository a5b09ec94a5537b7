"""Every update comes twice: each step of a wish has its effect once, and the second answer is the first once more."""

from collections.abc import AsyncIterator

import pytest

from tests.neighbours import Look, Neighbourhood, Someone
from tests.wishes.test_conversation import BULB


@pytest.fixture(autouse=True)
async def twice(town: Neighbourhood) -> AsyncIterator[None]:
    await town.playground.post("faults", kind="repeat", count=10_000)
    yield
    assert await town.playground.get("faults") != []


async def test_a_wish_from_the_first_word_to_the_thanks(
    elder: Someone, liaison: Someone, moderator: Someone, look: Look
) -> None:
    await elder.says("/wish " + BULB)
    await elder.taps("加照片")
    await elder.sends("photo")
    await elder.taps("对，许愿")
    assert (await elder.reads()).count("许好了，是心愿1号") == 2
    await moderator.taps_in_group("我来认领")
    await liaison.taps_in_group("我来认领")
    await liaison.taps_in_group("看照片")
    await moderator.taps("我来不了")
    await liaison.taps("我来认领")
    await elder.taps("心愿实现了")
    await elder.taps("写句谢谢")
    await elder.says("谢谢小陈")
    await liaison.taps("可以写我的名字")

    assert look("SELECT number, text, state, helper_id, turn, named, thanked FROM wishes") == [
        (1, BULB, "granted", liaison.telegram_id, 2, 1, 1)
    ]
    assert look("SELECT * FROM wish_queue") == []
    assert look("SELECT * FROM conversations") == []
    told = [message.get("text", "") for message in (await liaison.screen())["messages"]]
    assert len([text for text in told if "轮到您了" in text]) == 1
    assert len([text for text in told if "谢谢小陈" in text]) == 1
    assert len([message for message in (await liaison.screen())["messages"] if message.get("photo")]) == 1
    wisher = [message.get("text", "") for message in (await elder.screen())["messages"]]
    assert len([text for text in wisher if "陈建国认领了" in text]) == 1


async def test_withdrawing_and_dropping(elder: Someone, look: Look) -> None:
    await elder.says("/wish " + BULB)
    await elder.taps("不许了")
    assert (await elder.reads()).count("先不许") == 2
    await elder.says("/wish " + BULB)
    await elder.taps("对，许愿")
    await elder.taps("我的心愿")
    await elder.taps("收回心愿")
    await elder.taps("收回心愿")
    assert (await elder.reads()).count("心愿1号收回了") == 2
    assert look("SELECT state FROM wishes") == [("withdrawn",)]
