"""What only one of several processes may do at a time, as those know it who do it."""

import asyncio
from typing import Protocol


class Locks(Protocol):
    """Names that one process at a time holds, of all that serve the same books."""

    async def take(self, name: str) -> bool:
        """Whether this process holds it now. Raises `BooksAway` where nobody can say."""
        ...

    async def give_back(self, name: str) -> None:
        """Let others have it."""
        ...

    async def lost(self) -> None:
        """Return when nothing that was taken until now is held any more."""
        ...


class NoOthers:
    """Where no other process serves these books."""

    async def take(self, name: str) -> bool:  # noqa: ARG002 - whatever it is
        return True

    async def give_back(self, name: str) -> None:
        """Nobody waits for it."""

    async def lost(self) -> None:
        await asyncio.Event().wait()
