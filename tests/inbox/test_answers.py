"""One answer for many, and answers that are kept ready."""

import asyncio

import pytest

from tests.concerns.test_conversation import reported
from tests.neighbours import Clock, Look, Neighbourhood, Someone

LAMP, LIFT, WASTE = "3号楼2单元的路灯不亮", "5号楼电梯坏了", "3号楼1单元门口堆满垃圾"
WORDS = "都收到了，今天去看。"
ANSWERS = "SELECT concern_id, by, words FROM concern_history WHERE deed = 'answer' ORDER BY id"


@pytest.fixture
async def three(elder: Someone) -> list[int]:
    return [await reported(elder, words) for words in (LAMP, LIFT, WASTE)]


async def test_one_answer_goes_to_all_that_have_none_once_its_number_and_words_were_read(
    three: list[int], elder: Someone, moderator: Someone, look: Look
) -> None:
    await moderator.says("/inbox")
    await moderator.taps("一起答复没答复的3件")
    assert "有3件还没答复" in await moderator.reads()
    await moderator.says(WORDS)
    assert await moderator.reads() == f"给3件诉求都答复：{WORDS}\n发出去吗？"
    assert look(ANSWERS) == []
    await moderator.taps("3件都发")
    assert "已给3件发出答复" in await moderator.reads()
    assert look(ANSWERS) == [(number, moderator.telegram_id, WORDS) for number in three]
    told = await elder.reads()
    assert all(f"林芳答复 #{number}：{WORDS}" in told for number in three)
    assert look("SELECT DISTINCT state, due FROM concerns") == [("acknowledged", "plan")]


@pytest.mark.usefixtures("three")
async def test_a_second_tap_and_an_old_button_answer_nobody_again(
    elder: Someone, moderator: Someone, look: Look
) -> None:
    await moderator.says("/inbox")
    await moderator.taps("一起答复没答复的3件")
    await moderator.says(WORDS)
    for _ in range(2):
        await moderator.taps("3件都发")
    assert "已经发出去了" in await moderator.reads()
    later = await reported(elder, LAMP)
    await moderator.says("/inbox")
    await moderator.taps("一起答复没答复的1件")
    await moderator.says("这是给新的一件")
    await moderator.taps("3件都发")
    assert "已经发出去了" in await moderator.reads()
    assert len(look(ANSWERS)) == 3
    await moderator.taps("1件都发")
    assert look(ANSWERS)[3:] == [(later, moderator.telegram_id, "这是给新的一件")]


async def test_a_repeated_update_answers_nobody_twice(
    three: list[int], town: Neighbourhood, moderator: Someone, look: Look
) -> None:
    await town.playground.post("faults", kind="repeat", count=10_000)
    await moderator.says("/inbox")
    await moderator.taps("一起答复没答复的3件")
    await moderator.says(WORDS)
    await moderator.taps("3件都发")
    assert look(ANSWERS) == [(number, moderator.telegram_id, WORDS) for number in three]


async def test_who_was_answered_meanwhile_is_skipped_and_counted(
    three: list[int], liaison: Someone, moderator: Someone, look: Look
) -> None:
    lamp, lift, waste = three
    await moderator.says("/inbox")
    await moderator.taps("一起答复没答复的3件")
    await moderator.says(WORDS)
    await liaison.says(f"/reply {lamp} 我下午去")
    await moderator.taps("3件都发")
    assert "已给2件发出答复" in await moderator.reads()
    assert "有1件别人已经答复了，没有再发。" in await moderator.reads()
    assert [number for number, _, words in look(ANSWERS) if words == WORDS] == [lift, waste]


async def test_two_who_answer_all_at_the_same_moment_answer_each_once(
    three: list[int], liaison: Someone, moderator: Someone, look: Look, town: Neighbourhood
) -> None:
    for who, label in ((moderator, "一起答复没答复的3件"), (liaison, "一起答复没答复的2件")):
        await who.says("/inbox")
        await who.taps(label)
        await who.says(WORDS)
    await asyncio.gather(
        *(
            town.playground.post(f"people/{who.key}/tap", button=label)
            for who, label in ((moderator, "3件都发"), (liaison, "2件都发"))
        )
    )
    await town.settles()
    assert sorted(number for number, _, _ in look(ANSWERS)) == three


@pytest.mark.usefixtures("three")
async def test_only_what_the_filter_shows_is_answered(moderator: Someone, look: Look) -> None:
    await moderator.forges("b:3:waste::0")
    await moderator.taps("一起答复没答复的1件")
    await moderator.says(WORDS)
    await moderator.taps("1件都发")
    assert [number for number, _, _ in look(ANSWERS)] == [3]
    await moderator.forges("ba:3:waste:")
    assert "这些都已经答复了" in await moderator.reads()


async def test_at_most_twenty_are_answered_at_once(elder: Someone, moderator: Someone, look: Look) -> None:
    for _ in range(21):
        await elder.says_in_group(f"/concern {LAMP}")
    await moderator.says("/inbox")
    await moderator.taps("一起答复没答复的20件")
    await moderator.says(WORDS)
    await moderator.taps("20件都发")
    assert [number for number, _, _ in look(ANSWERS)] == list(range(1, 21))


@pytest.mark.usefixtures("three")
async def test_not_now_answers_nobody(moderator: Someone, look: Look) -> None:
    await moderator.says("/inbox")
    await moderator.taps("一起答复没答复的3件")
    await moderator.taps("先不写")
    await moderator.says(WORDS)
    assert "发出去吗" not in await moderator.reads()
    assert look(ANSWERS) == []


async def test_ready_answers_are_offered_for_many_too(three: list[int], moderator: Someone, look: Look) -> None:
    await moderator.says("/canned")
    await moderator.taps("加一条")
    await moderator.says(WORDS)
    await moderator.says("/inbox")
    await moderator.taps("一起答复没答复的3件")
    await moderator.taps(WORDS)
    assert f"给3件诉求都答复：{WORDS}" in await moderator.reads()
    await moderator.taps("3件都发")
    assert len(look(ANSWERS)) == len(three)


async def test_what_waits_for_the_morning_is_read_in_the_morning(
    elder: Someone, moderator: Someone, clock: Clock
) -> None:
    await reported(elder, LAMP)
    await clock.passes(hours=13)
    await moderator.says("/inbox")
    await moderator.taps("一起答复没答复的1件")
    await moderator.says(WORDS)
    await moderator.taps("1件都发")
    assert WORDS not in await elder.reads()
    await clock.passes(hours=10)
    assert WORDS in await elder.reads()
