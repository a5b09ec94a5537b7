"""One bot after the other, each a process of its own, forked from one that has imported it: see `zygote`."""

import asyncio
import json
import os
import signal
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from tests.bot_process import ROOT


@dataclass(frozen=True)
class Fate:
    """To die at the `nth` moment of a kind; see `moments`."""

    at: str
    nth: int


class Bots:
    """At most one lives at a time. What they log is in `bot.log` in their folder. Use as an async context manager."""

    def __init__(self, folder: Path, *arguments: str, **environment: str) -> None:
        self._order = {"arguments": arguments, "folder": str(folder), "environment": environment}
        self._folder = folder
        self._pid = 0
        self._life: asyncio.Task[int] | None = None
        self._zygote: asyncio.subprocess.Process

    async def __aenter__(self) -> Self:
        self._zygote = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "tests.faults.zygote",
            cwd=ROOT, stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE,
        )  # fmt: skip
        return self

    async def __aexit__(self, *exc: object) -> None:
        if self._pid:
            self.kill()
        assert self._zygote.stdin is not None
        self._zygote.stdin.close()
        await self._zygote.communicate()

    @property
    def alive(self) -> bool:
        return self._pid != 0

    def living(self) -> "asyncio.Task[int]":
        """Done when the one that lives has died."""
        if self._life is None or self._life.done():
            self._life = asyncio.create_task(self.ends())
        return self._life

    async def starts(self, fate: Fate | None = None) -> bool:
        """Whether it has opened; it may have died before."""
        await self.begins(fate)
        return not await self._ended(await self._line())

    async def begins(self, fate: Fate | None = None) -> None:
        """Start one that does not say when it is ready."""
        dies = None if fate is None else {"at": fate.at, "nth": fate.nth}
        assert self._zygote.stdin is not None
        self._zygote.stdin.write(json.dumps(self._order | {"dies": dies}).encode() + b"\n")
        self._pid = json.loads(await self._line())["pid"]

    async def ends(self) -> int:
        """Wait for it; its exit status, below zero for a signal."""
        while not await self._ended(line := await self._line()):
            pass
        return int(json.loads(line)["ended"])

    def kill(self) -> None:
        """`kill -9` from outside."""
        os.kill(self._pid, signal.SIGKILL)

    def died_of(self) -> Counter[str]:
        """At which moments they have killed themselves, all those of this folder."""
        note = self._folder / "moments"
        return Counter(note.read_text(encoding="utf-8").splitlines() if note.exists() else [])

    @property
    def log(self) -> str:
        return (self._folder / "bot.log").read_text(encoding="utf-8")

    async def _line(self) -> str:
        assert self._zygote.stdout is not None
        line = (await self._zygote.stdout.readline()).decode()
        assert line, "whoever forks the bots has ended"
        return line

    async def _ended(self, line: str) -> bool:
        if not line.startswith('{"ended"'):
            return False
        said: dict[str, Any] = json.loads(line)
        self._pid = 0
        assert said["ended"] == -signal.SIGKILL, self.log
        return True
