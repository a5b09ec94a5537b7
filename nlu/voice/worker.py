"""`python -m nlu.voice.worker LANGUAGE SECONDS`: a recording on standard input, its words on standard output.

A process for each recording: loading takes less than a second, nothing stays in memory, and bad audio, on which
the model can work for half a minute, harms nobody but itself.
"""

import json
import os
import resource
import sys
from collections.abc import Iterable, Mapping
from io import BytesIO
from typing import Final, Protocol

from nlu.voice import weights

PROMPTS: Final[Mapping[str, tuple[str, str]]] = {
    "zh": ("以下是居民用普通话说的话，请用简体中文记录。", "电梯坏了，路灯不亮，楼上太吵。"),
    "en": ("A resident says what is wrong in the neighbourhood:", " the lift is broken, the lamp is out."),
}
"""What the model believes to have heard before: it writes on in its manner, in Simplified Chinese, with its words.

The first half is never said by anybody; where the model has nothing to write it says that again.
"""
MOST_TOKENS: Final = 200
SURE_ENOUGH: Final = -0.9
"""Mean log probability of a segment's tokens; below, it is guessed."""
SILENT: Final = 0.6
"""Probability that nobody speaks in a segment; …"""
REPEATING: Final = 2.4
"""… and how many times smaller its text becomes when it is packed: a model that has lost its way says one word on."""
MOST_BYTES: Final = 2 * 1024**3


class Segment(Protocol):
    """What the model says of a stretch of sound."""

    text: str
    avg_logprob: float
    compression_ratio: float
    no_speech_prob: float


def words(segments: Iterable[Segment], never_said: str) -> str:
    """What was heard for sure enough; empty where it was noise, or where the model says its prompt again."""
    heard = "".join(segment.text for segment in segments if _is_speech(segment)).strip()
    return "" if heard.strip("。，., ") in never_said else heard


def _is_speech(segment: Segment) -> bool:
    return (
        segment.avg_logprob >= SURE_ENOUGH
        and segment.no_speech_prob <= SILENT
        and segment.compression_ratio <= REPEATING
    )


def _listen(sound: bytes, language: str) -> str:
    from faster_whisper import WhisperModel  # heavy, and only there with the extra

    whisper = WhisperModel("base", device="cpu", compute_type="int8", cpu_threads=1, files=dict(weights.load()))
    never_said, manner = PROMPTS[language]
    segments, _ = whisper.transcribe(
        BytesIO(sound),
        language=language,
        initial_prompt=never_said + manner,
        temperature=0,
        beam_size=5,
        max_new_tokens=MOST_TOKENS,
        condition_on_previous_text=False,
        vad_filter=True,
    )
    return words(segments, never_said)


def main() -> int:
    """Answers `{"words": …}`. Ends by itself after so many seconds of work, should nobody be left to end it."""
    language, seconds = sys.argv[1], int(sys.argv[2])
    os.nice(10)
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    resource.setrlimit(resource.RLIMIT_DATA, (MOST_BYTES, MOST_BYTES))
    sys.stdout.write(json.dumps({"words": _listen(sys.stdin.buffer.read(), language)}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
