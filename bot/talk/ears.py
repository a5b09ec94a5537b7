"""The bot's ears: an interpreter that works beside the event loop."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from types import TracebackType
from typing import Self

from nlu.meaning import Engine, Interpreter, Meaning

THREADS = 2
"""Texts that are read at the same time; others wait their turn."""


class OpenEars:
    """Implements `bot.kit.ears.Ears` while entered. `longest`: seconds of a voice message that is listened to;

    0 where nothing is there that could listen.
    """

    def __init__(self, interpreter: Interpreter, longest: int) -> None:
        self._interpreter = interpreter
        self._longest = longest
        self._threads = ThreadPoolExecutor(THREADS, "ears")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._threads.shutdown()

    def hears(self, seconds: int) -> bool:
        return seconds <= self._longest

    def engine(self) -> Engine:
        return self._interpreter.engine()

    async def understand(self, text: str) -> Meaning:
        return await asyncio.get_running_loop().run_in_executor(self._threads, self._interpreter.understand, text)
