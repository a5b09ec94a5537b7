"""What the page hears about: a stream for each open page."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager

from bot.playground.shapes import Json

BACKLOG = 1000
"""Events a slow page may be behind before it loses the oldest."""


class Events:
    """Tells every open page what happened."""

    def __init__(self) -> None:
        self._streams: set[asyncio.Queue[Json]] = set()

    def publish(self, kind: str, chat: int | None = None, **details: object) -> None:
        """Tell it: `{type, chat, …}`."""
        event: Json = {"type": kind, "chat": chat, **details}
        for stream in self._streams:
            if stream.full():
                stream.get_nowait()
            stream.put_nowait(event)

    @contextmanager
    def listen(self) -> Iterator[asyncio.Queue[Json]]:
        """A queue that receives everything published while it is open."""
        stream: asyncio.Queue[Json] = asyncio.Queue(BACKLOG)
        self._streams.add(stream)
        try:
            yield stream
        finally:
            self._streams.discard(stream)
