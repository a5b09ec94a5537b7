"""The bot's ears: an interpreter that works beside the event loop, and is made ready there too."""

import asyncio
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from types import TracebackType
from typing import Self

from bot.kit.town import Away
from nlu.meaning import Engine, Interpreter, Meaning

THREADS = 2
"""Texts that are read at the same time; others wait their turn."""


class Deaf(Away):
    """What understands could not be loaded."""


class OpenEars:
    """Implements `bot.kit.ears.Ears` while entered. `longest`: seconds of a voice message that is listened to;

    0 where nothing is there that could listen. `load` takes a second (half a minute where the model must be
    made first), in which taps are answered already.
    """

    def __init__(self, load: Callable[[], Interpreter], longest: int) -> None:
        self._load = load
        self._longest = longest
        self._threads = ThreadPoolExecutor(THREADS, "ears")
        self._interpreter: Future[Interpreter]

    def __enter__(self) -> Self:
        self._interpreter = self._threads.submit(self._load)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._threads.shutdown()

    def hears(self, seconds: int) -> bool:
        return seconds <= self._longest

    async def open(self) -> None:
        """Until it understands. Raises what kept it from being loaded."""
        await asyncio.wrap_future(self._interpreter)

    async def engine(self) -> Engine:
        return (await asyncio.wrap_future(self._interpreter)).engine()

    async def understand(self, text: str) -> Meaning:
        return await asyncio.get_running_loop().run_in_executor(self._threads, self._understand, text)

    def _understand(self, text: str) -> Meaning:
        try:
            interpreter = self._interpreter.result()
        except Exception as reason:  # whoever opens them ends the process by it
            raise Deaf from reason
        return interpreter.understand(text)
