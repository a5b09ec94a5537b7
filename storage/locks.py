"""PostgreSQL's advisory locks of a session: whoever dies holds nothing any more, and nobody has to tidy up."""

import asyncio
from contextlib import suppress
from typing import Any, Self

import psycopg
from sqlalchemy import make_url

from bot.kit.town import BooksAway

WATCH = 1.0
"""Seconds between two looks whether the connection is still there."""
PATIENCE = 5.0
"""Seconds until a server that does not answer is given up; it gives up on us as quickly."""
SOON_NOTICED: dict[str, Any] = {
    "options": "-c tcp_keepalives_idle=2 -c tcp_keepalives_interval=1 -c tcp_keepalives_count=3",
    "connect_timeout": int(PATIENCE),
    "application_name": "yishi-locks",
}


class PostgresLocks:
    """Implements `bot.kit.locks.Locks`, all on one connection. Use as an async context manager."""

    def __init__(self, url: str) -> None:
        self._url = make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)
        self._connection: psycopg.AsyncConnection[Any] | None = None
        self._one_at_a_time = asyncio.Lock()
        self._gone = asyncio.Event()
        self._watching: asyncio.Task[None]

    async def __aenter__(self) -> Self:
        self._watching = asyncio.create_task(self._watch())
        return self

    async def __aexit__(self, *exc: object) -> None:
        self._watching.cancel()
        await asyncio.gather(self._watching, return_exceptions=True)
        await self._drop()

    async def take(self, name: str) -> bool:
        return bool(await self._ask("SELECT pg_try_advisory_lock(hashtextextended(%s, 0))", name))

    async def give_back(self, name: str) -> None:
        with suppress(BooksAway):  # then nothing is held
            await self._ask("SELECT pg_advisory_unlock(hashtextextended(%s, 0))", name)

    async def lost(self) -> None:
        await self._gone.wait()

    async def _watch(self) -> None:
        while True:
            await asyncio.sleep(WATCH)
            with suppress(BooksAway):
                await self._ask("SELECT true")

    async def _ask(self, question: str, *values: object) -> object:
        async with self._one_at_a_time:
            try:
                async with asyncio.timeout(PATIENCE):
                    answer = await (await self._connected()).execute(question.encode(), values)
                    found = await answer.fetchone()
            except (psycopg.OperationalError, TimeoutError) as reason:
                await self._drop()
                raise BooksAway(type(reason).__name__) from reason
        return found[0] if found else None

    async def _connected(self) -> psycopg.AsyncConnection[Any]:
        if self._connection is None:
            self._connection = await psycopg.AsyncConnection.connect(self._url, autocommit=True, **SOON_NOTICED)
            self._gone = asyncio.Event()
        return self._connection

    async def _drop(self) -> None:
        connection, self._connection = self._connection, None
        self._gone.set()
        if connection is not None:
            await connection.close()
