"""Voice message → words, by the real model in its own process."""

import logging
from pathlib import Path

import pytest

from nlu.voice import weights
from nlu.voice.transcription import transcribe
from nlu.voice.worker import PROMPTS, words
from tests.voice.speech import CALL, LIFT, need_speech, spoken

LIMIT = 120
"""Seconds; CI's machine may be slow. What is tested is what is heard."""


class Said:
    """A stretch of sound, as the model describes it."""

    def __init__(self, text: str, sure: float = -0.3, repeats: float = 1.2, silent: float = 0.0) -> None:
        self.text = text
        self.avg_logprob = sure
        self.compression_ratio = repeats
        self.no_speech_prob = silent


def test_what_was_guessed_repeated_or_heard_in_silence_does_not_count() -> None:
    heard = [Said("路灯不亮"), Said("三三三", repeats=9.0), Said("谢谢观看", silent=0.9), Said("羞", sure=-1.5)]
    assert words(heard, PROMPTS["zh"][0]) == "路灯不亮"


def test_the_prompt_said_again_is_silence() -> None:
    assert words([Said("请用简体中文记录。")], PROMPTS["zh"][0]) == ""
    assert words([], PROMPTS["en"][0]) == ""


async def test_chinese_speech_is_written_in_simplified_characters(tmp_path: Path) -> None:
    need_speech()
    heard = await transcribe(spoken(CALL, "zh", tmp_path / "call.wav"), "zh", LIMIT)
    assert "电话" in heard, heard  # 電話 where it is not simplified; the words before it differ by processor


async def test_english_speech_is_written_in_english(tmp_path: Path) -> None:
    need_speech()
    heard = await transcribe(spoken(LIFT, "en", tmp_path / "lift.wav"), "en", LIMIT)
    assert "the lift in building" in heard.lower()
    assert "broken" in heard


@pytest.mark.parametrize("sound", [b"", b"OggS", bytes(range(256)) * 200])
async def test_what_is_no_sound_says_nothing(sound: bytes) -> None:
    need_speech()
    assert await transcribe(sound, "zh", LIMIT) == ""


async def test_who_takes_too_long_is_given_up(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    need_speech()
    with caplog.at_level(logging.WARNING):
        assert await transcribe(spoken(LIFT, "en", tmp_path / "lift.wav"), "en", 0) == ""
    assert "given up after 0 seconds" in caplog.text


def test_other_weights_than_those_that_were_looked_at_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    need_speech()
    monkeypatch.setitem(weights.PARTS, "config.json", ((weights.PACKAGES[1], "vocabulary.json"),))
    with pytest.raises(weights.StrangeWeights, match=r"config\.json"):
        weights.load()
