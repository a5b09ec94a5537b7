"""The neighbourhood with a bot that listens to voice messages, with the real model."""

from functools import partial

import pytest

from bot.voice.listener import Transcribe
from nlu.voice.transcription import transcribe
from tests.voice.speech import need_speech


@pytest.fixture
def transcribes() -> Transcribe:
    """Real ears."""
    need_speech()
    return partial(transcribe, seconds=120)
