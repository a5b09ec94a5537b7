"""Who speaks instead of writing is read back what was understood, and says whether it is so."""

import re
from difflib import SequenceMatcher
from pathlib import Path

import pytest

from tests.neighbours import Clock, Look, Neighbourhood, Someone
from tests.voice.speech import CALL, LIFT, sent, spoken


@pytest.fixture
def call(transcribes: object, tmp_path: Path) -> dict[str, object]:  # noqa: ARG001 - no speech without ears
    """我想打电话, spoken."""
    return sent(spoken(CALL, "zh", tmp_path / "call.wav"))


def _heard(read: str) -> str:
    """A word may be misheard, and another one on another processor: it reads back what it heard."""
    heard = str(re.findall("我听到您说：(.+?)[，。]?\n", read)[0])
    assert SequenceMatcher(None, heard, "我想打电话").ratio() >= 0.75, heard
    return heard


async def test_a_voice_message_is_read_back_confirmed_and_reaches_the_liaison(
    elder: Someone, liaison: Someone, town: Neighbourhood, look: Look, call: dict[str, object]
) -> None:
    await elder.says("反映问题")
    await elder.sends("voice", **call)
    assert "语音收到了，我听一听" in await elder.reads()
    heard = _heard(await elder.reads())
    assert (await elder.buttons())[:2] == ["对，是这么说的", "不对"]
    await elder.taps("对，是这么说的")
    await elder.taps("3号楼2单元")
    await elder.taps("照明")
    assert f"您说：{heard}" in await elder.reads()
    await elder.taps("对，就这样")
    assert "记下了" in await elder.reads()
    [(voice,)] = look("SELECT voice FROM concerns")
    [passed_on] = await town.log("sendVoice")
    assert (int(passed_on["params"]["chat_id"]), passed_on["params"]["voice"]) == (liaison.telegram_id, voice)
    assert "3号楼2单元" in passed_on["params"]["caption"]
    assert look("SELECT * FROM recordings") == []


async def test_who_is_misheard_writes_or_lets_the_staff_listen(elder: Someone, call: dict[str, object]) -> None:
    await elder.sends("voice", **call)
    await elder.taps("不对")
    assert "没关系，语音会原样交给工作人员" in await elder.reads()
    assert "在什么地方" in await elder.reads()


async def test_a_typed_answer_counts_too(elder: Someone, call: dict[str, object]) -> None:
    await elder.says("反映问题")
    await elder.sends("voice", **call)
    await elder.says("对的")
    assert "在什么地方" in await elder.reads()


async def test_what_cannot_be_understood_is_taken_all_the_same(elder: Someone, liaison: Someone) -> None:
    await elder.sends("voice")
    assert "我没听清，语音会原样交给工作人员" in await elder.reads()
    await elder.taps("3号楼2单元")
    await elder.taps("照明")
    await elder.taps("对，就这样")
    assert "记下了" in await elder.reads()
    assert (await liaison.screen())["messages"][-1]["voice"]


async def test_english_is_heard_as_english_and_its_kind_is_known(moderator: Someone, tmp_path: Path) -> None:
    await moderator.says("/language")
    await moderator.taps("English")
    await moderator.sends("voice", **sent(spoken(LIFT, "en", tmp_path / "lift.wav")))
    assert "You say: The lift in building" in await moderator.reads()
    await moderator.taps("Yes, I said that")
    await moderator.taps("Common ground")
    assert "Kind: Lift" in await moderator.reads()


async def test_another_wish_than_a_concern_is_done_once_it_is_confirmed(
    elder: Someone, moderator: Someone, look: Look, call: dict[str, object]
) -> None:
    await elder.sends("voice", **call)
    _heard(await elder.reads())
    await elder.taps("对，是这么说的")
    assert "在什么地方" not in await elder.reads()
    assert "王秀英" in await moderator.reads()
    assert look("SELECT * FROM conversations") == []
    assert look("SELECT * FROM concerns") == []


async def test_a_long_recording_is_only_handed_on(elder: Someone, town: Neighbourhood, call: dict[str, object]) -> None:
    await elder.sends("voice", **(call | {"duration": 61}))
    assert "我听不懂语音，会原样交给工作人员听" in await elder.reads()
    assert await town.log("getFile") == []


async def test_after_a_kill_the_recording_is_listened_to(
    elder: Someone, town: Neighbourhood, clock: Clock, look: Look, call: dict[str, object]
) -> None:
    listener, town.running.listener = town.running.listener, None
    assert listener is not None
    await listener.__aexit__()  # the bot is killed before it has listened
    await elder.sends("voice", **call)
    assert "我听到您说" not in await elder.reads()
    assert look("SELECT language FROM recordings") == [("zh",)]
    town.running.listener = listener
    await clock.passes(minutes=1)
    _heard(await elder.reads())


async def test_what_was_told_otherwise_meanwhile_is_not_asked_about(
    elder: Someone, town: Neighbourhood, clock: Clock, call: dict[str, object]
) -> None:
    listener, town.running.listener = town.running.listener, None
    assert listener is not None
    await listener.__aexit__()
    await elder.sends("voice", **call)
    await elder.taps("不等了，接着说")
    assert "在什么地方" in await elder.reads()
    town.running.listener = listener
    await clock.passes(minutes=1)
    assert "我听到您说" not in await elder.reads()
