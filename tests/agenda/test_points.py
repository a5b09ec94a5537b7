"""What people say about an item: for, against, questions, advice, and the answers to questions."""

import pytest

from bot.agenda.model.steps import Step
from tests.agenda.items import steps_on, there_is
from tests.neighbours import Look, Neighbourhood, Someone
from tests.rights.test_deletion import read_to_the_end


async def says(who: Someone, button: str, words: str, item: int = 1) -> None:
    """Say it under the item, and confirm."""
    await who.says(f"/agenda {item}")
    await who.taps(button)
    await who.says(words)
    await read_to_the_end(who)
    await who.taps("对，就这样")


async def joins_as_guide(guide: Someone) -> None:
    await guide.starts()
    await guide.taps("Ordinary")
    await guide.taps("I agree")


async def test_an_older_resident_says_why_by_taps_and_words(town: Neighbourhood, elder: Someone, look: Look) -> None:
    await there_is(town, Step.DELIBERATING)
    await elder.says("议题")
    await elder.taps("看这个议题")
    await read_to_the_end(elder)
    await elder.taps("我赞成")
    assert await elder.reads() == "为什么赞成？写200字以内，或者发语音。"
    await elder.says("灯亮了老人走路稳当")
    assert await elder.reads() == "您说：灯亮了老人走路稳当\n大家都能看到，不写您的名字。对吗？"
    await elder.taps("换个说法")
    await elder.says("灯亮了，晚上走路心里踏实")
    await elder.says("对")
    assert "记下了" in await elder.reads()
    await elder.taps("看这个议题")
    assert "赞成1条" in await read_to_the_end(elder)
    assert look("SELECT side, words, author FROM agenda_points") == [
        ("pro", "灯亮了，晚上走路心里踏实", elder.telegram_id)
    ]


async def test_pro_and_con_are_read_in_turn_and_without_names(
    town: Neighbourhood, elder: Someone, liaison: Someone, supervisor: Someone
) -> None:
    await there_is(town, Step.DELIBERATING)
    await says(liaison, "我赞成", "看得清路")
    await says(liaison, "我赞成", "小偷少")
    await says(supervisor, "我反对", "照到窗户睡不着")
    await supervisor.says("/agenda 1")
    told = await supervisor.reads()
    assert "赞成：看得清路\n反对：照到窗户睡不着\n赞成：小偷少" in told
    assert "陈建国" not in told
    await elder.says("/agenda 1")
    await read_to_the_end(elder)
    await elder.taps("看更多")
    await elder.taps("看大家的看法")
    assert await elder.reads() == "赞成：看得清路"
    await elder.taps("接着看")
    assert await elder.reads() == "反对：照到窗户睡不着"


async def test_a_voice_message_is_kept_shown_and_handed_on(
    town: Neighbourhood, elder: Someone, liaison: Someone, look: Look
) -> None:
    await there_is(town, Step.DELIBERATING)
    await elder.says("/agenda 1")
    await read_to_the_end(elder)
    await elder.taps("我反对")
    await elder.sends("photo")
    assert "这里能收文字和语音" in await elder.reads()
    await elder.sends("voice")
    assert "您说：🎤语音" in await elder.reads()
    await elder.taps("对，就这样")
    await liaison.says("/agenda 1")
    assert "反对：🎤语音" in await liaison.reads()
    await liaison.taps("看大家的看法")
    await liaison.taps("听第1条")
    [(voice,)] = look("SELECT voice FROM agenda_points")
    sent = await town.log("sendVoice")
    assert [call["params"]["voice"] for call in sent] == [voice]
    assert "语音只发给您" in await liaison.reads()


async def test_words_are_counted_and_looking_elsewhere_says_nothing(
    town: Neighbourhood, liaison: Someone, look: Look
) -> None:
    await there_is(town, Step.DELIBERATING)
    await liaison.says("/agenda 1")
    await liaison.taps("我要问")
    await liaison.says("一" * 201)
    assert "请写成200个字以内" in await liaison.reads()
    await liaison.says("一" * 200)
    assert "对吗？" in await liaison.reads()
    await liaison.says("议题")
    await liaison.says("对")
    await liaison.taps("对，就这样")
    assert "没有留下" in await liaison.reads()
    assert look("SELECT count(*) FROM agenda_points") == [(0,)]


async def test_confirming_twice_says_it_once(town: Neighbourhood, liaison: Someone, look: Look) -> None:
    await there_is(town, Step.DELIBERATING)
    await says(liaison, "我赞成", "看得清路")
    await liaison.taps("对，就这样")
    assert "没有留下" in await liaison.reads()
    assert look("SELECT count(*) FROM agenda_points") == [(1,)]


async def test_a_question_is_answered_and_who_asked_is_told(
    town: Neighbourhood, elder: Someone, liaison: Someone, moderator: Someone
) -> None:
    await there_is(town, Step.DELIBERATING)
    await elder.says("/agenda 1")
    await read_to_the_end(elder)
    await elder.taps("看更多")
    await elder.taps("我要问")
    await elder.says("谁出电费")
    await elder.taps("对，就这样")
    assert "有人对议题1提了问题" in await moderator.reads()
    await moderator.taps("看大家的看法")
    await moderator.taps("答复第1条")
    await moderator.sends("voice")
    assert "请写几句话" in await moderator.reads()
    await moderator.says("从公共收益里出")
    await moderator.taps("对，就这样")
    assert "您对议题1提的问题有答复了" in await elder.reads()
    await elder.taps("看答复")
    assert "提问：谁出电费\n答复：从公共收益里出" in await elder.reads()
    await moderator.taps("答复第1条")
    assert "答复过了" in await moderator.reads()
    await liaison.forges("aw:1")
    assert "答复过了" not in await liaison.reads()
    await liaison.says("/agenda 1")
    assert "提问：谁出电费\n答复：从公共收益里出" in await liaison.reads()


async def test_a_guide_advises_and_takes_no_side(
    town: Neighbourhood, guide: Someone, liaison: Someone, look: Look
) -> None:
    await there_is(town, Step.DELIBERATING)
    await joins_as_guide(guide)
    await guide.says("/agenda 1")
    assert "② deliberation" in await guide.reads()
    assert "I am for it" not in await guide.buttons()
    assert "I support it" not in await guide.buttons()
    for side in ("pro", "con", "question", "objection"):
        await guide.forges(f"ap:1:{side}")
        assert "Guides advise and take no side" in await guide.reads()
    await guide.taps("Write advice")
    await guide.says("Solar lamps need no cable.")
    await guide.taps("Yes, that is right")
    assert "shown as advice" in await guide.reads()
    await liaison.says("/agenda 1")
    assert "建议（周老师，规划）：Solar lamps need no cable." in await liaison.reads()
    await liaison.forges("ap:1:advice")
    assert "建议由指导员写" in await liaison.reads()
    assert look("SELECT side FROM agenda_points") == [("advice",)]
    await guide.forges("as:1:1")
    assert look("SELECT count(*) FROM agenda_supporters") == [(0,)]


@pytest.mark.parametrize("step", [Step.COLLECTING, Step.PROPOSED, Step.REVIEWING, Step.RESOLVING])
async def test_points_are_said_in_deliberation_only(town: Neighbourhood, liaison: Someone, step: Step) -> None:
    await there_is(town, step)
    await liaison.forges("ap:1:pro")
    assert "②商议时可以说赞成、反对和提问" in await liaison.reads()
    await liaison.forges("ap:1:objection")
    assert "到⑤公示时可以提异议" in await liaison.reads()


async def test_what_was_begun_in_deliberation_is_refused_after_it(
    town: Neighbourhood, liaison: Someone, look: Look
) -> None:
    item = await there_is(town, Step.DELIBERATING)
    await liaison.says("/agenda 1")
    await liaison.taps("我反对")
    await liaison.says("太贵了")
    await steps_on(town, item, Step.REVIEWING)
    await liaison.taps("对，就这样")
    assert "议题1现在是③审议" in await liaison.reads()
    assert look("SELECT count(*) FROM agenda_points") == [(0,)]


async def test_in_the_group_one_is_led_into_the_private_chat(town: Neighbourhood, liaison: Someone) -> None:
    await there_is(town, Step.DELIBERATING)
    await liaison.says_in_group("/agenda 1")
    await liaison.taps_in_group("我反对")
    assert "没人知道是谁说的" in await liaison.reads_in_group()
    assert "打开私聊" in await liaison.buttons(town.group)
