"""The interpreter works beside the event loop."""

import threading

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
    with OpenEars(notes, longest=0) as ears:
        assert (await ears.understand("你好")).intent == "greet"
        assert not ears.hears(1)
    assert threading.main_thread() not in notes.threads
    assert len(notes.threads) == 1


def test_what_is_too_long_is_not_listened_to() -> None:
    with OpenEars(Notes(), longest=60) as ears:
        assert ears.hears(60)
        assert not ears.hears(61)
