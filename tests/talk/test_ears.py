"""The interpreter works beside the event loop, and is loaded there."""

import asyncio
import threading

import pytest

from bot.kit.town import Away
from bot.talk.ears import OpenEars
from nlu.meaning import Engine, Meaning


class Notes:
    """An interpreter that notes where it was asked."""

    def __init__(self) -> None:
        self.threads: set[threading.Thread] = set()

    def understand(self, text: str) -> Meaning:
        self.threads.add(threading.current_thread())
        return Meaning("greet", float(len(text) > 0))

    def engine(self) -> Engine:
        return Engine.EMBEDDED


async def test_texts_are_read_in_threads_of_their_own() -> None:
    notes = Notes()
    with OpenEars(lambda: notes, longest=0) as ears:
        assert (await ears.understand("你好")).intent == "greet"
        assert not ears.hears(1)
    assert threading.main_thread() not in notes.threads
    assert len(notes.threads) == 1


def test_what_is_too_long_is_not_listened_to() -> None:
    with OpenEars(Notes, longest=60) as ears:
        assert ears.hears(60)
        assert not ears.hears(61)


async def test_what_is_said_while_it_is_loaded_waits_for_it() -> None:
    loaded = threading.Event()

    def load() -> Notes:
        loaded.wait()
        return Notes()

    with OpenEars(load, longest=0) as ears:
        understood = [asyncio.create_task(ears.understand("你好")), asyncio.create_task(ears.understand("您好"))]
        asks = asyncio.create_task(ears.engine())
        await asyncio.sleep(0)
        assert not any(task.done() for task in (*understood, asks))
        loaded.set()
        assert [meaning.intent for meaning in await asyncio.gather(*understood)] == ["greet", "greet"]
        assert await asks is Engine.EMBEDDED
        await ears.open()


async def test_whoever_opens_them_is_told_why_they_stay_deaf() -> None:
    def load() -> Notes:
        raise OSError("the model is gone")

    with OpenEars(load, longest=0) as ears:
        with pytest.raises(OSError, match="the model is gone"):
            await ears.open()
        with pytest.raises(Away):
            await ears.understand("你好")
