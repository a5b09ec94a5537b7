"""Speech for tests, spoken by Debian's espeak-ng: it reads pinyin aloud, not characters."""

import base64
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from nlu.voice import weights

INSTALL = "tests of speech need a voice and ears: apt-get install espeak-ng, make voice"
CALL = "wo3 xiang3 da3 dian4hua4"
"""我想打电话"""
LIFT = "The lift in building three is broken"


def need_speech() -> None:
    """Without these the test is skipped aloud, and fails in CI."""
    there = shutil.which("espeak-ng") is not None and weights.installed()
    if not there and os.environ.get("CI"):
        pytest.fail(INSTALL)
    if not there:
        pytest.skip(INSTALL)


def spoken(words: str, language: str, path: Path) -> bytes:
    """A recording (WAV) of somebody who says `words`: in pinyin with tones, or in English."""
    voice = {"zh": "cmn-latn-pinyin", "en": "en"}[language]
    speak = ["espeak-ng", "-b", "1", "-v", voice, "-s", "130", "-w", str(path), words]
    subprocess.run(speak, check=True, capture_output=True)
    return path.read_bytes()


def sent(sound: bytes) -> dict[str, object]:
    """How somebody sends it from their phone."""
    return {"content": base64.b64encode(sound).decode(), "duration": 4}
