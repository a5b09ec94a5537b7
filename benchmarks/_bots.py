"""Bots as processes of their own beside one far end, and what each costs (Linux: read from /proc)."""

import asyncio
import os
import sys
import time
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles
from subprocess import DEVNULL, PIPE
from typing import Any

import aiohttp

from benchmarks import ROOT

HERE = Path(__file__).parent
TICK = os.sysconf("SC_CLK_TCK")
PATIENCE = 300
"""Seconds that a process may take to start on a busy machine."""
Update = dict[str, Any]


@dataclass(frozen=True)
class Pace:
    """How one bot did what it was handed."""

    rate: float
    """Updates a second by the clock."""
    per_core: float
    """Updates a second of processor time."""
    waits: Sequence[float]
    """Milliseconds until each was answered."""

    @property
    def p50(self) -> float:
        return median(self.waits)

    @property
    def p99(self) -> float:
        return quantiles(self.waits, n=100)[98]


@dataclass(frozen=True)
class FarEnd:
    """`_telegram.py`, running."""

    url: str
    session: aiohttp.ClientSession


class Bot:
    """One that polls the far end."""

    def __init__(self, session: aiohttp.ClientSession, token: str, pid: int, ready: float) -> None:
        self._session = session
        self._token = token
        self._pid = pid
        self.ready = ready
        """Seconds from its start until it asked for updates and answered one."""

    async def does(self, updates: Sequence[Update], rate: float = 0.0, trip: float = 0.0) -> Pace:
        """Hand these out, all at once or so many a second, until each is answered and acknowledged.

        `trip`: seconds to the far end and back.
        """
        before = processor(self._pid)
        asked = {"updates": updates, "rate": rate, "trip": trip}
        async with self._session.post(f"/bot{self._token}/hand_out", json=asked) as answer:
            told = await answer.json()
        used = max(processor(self._pid) - before, 1 / TICK)
        return Pace(len(updates) / told["seconds"], len(updates) / used, told["waits"])

    async def buttons(self) -> Mapping[int, str]:
        """The first button that each private chat was shown last."""
        async with self._session.get(f"/bot{self._token}/buttons") as answer:
            return {int(chat): data for chat, data in (await answer.json()).items()}

    def memory(self) -> float:
        """Resident megabytes."""
        lines = Path(f"/proc/{self._pid}/status").read_text().splitlines()
        return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS"))


def processor(pid: int) -> float:
    """Seconds of processor time that this process took so far, all threads together."""
    after_name = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(after_name[11]) + int(after_name[12])) / TICK


async def until_it_answers(url: str, of: asyncio.subprocess.Process) -> None:
    """Until `GET url` says 200. Raises where the process has ended, and `TimeoutError` after minutes."""
    async with asyncio.timeout(PATIENCE), aiohttp.ClientSession() as session:
        while of.returncode is None:
            with suppress(aiohttp.ClientError):
                async with session.get(url) as answer:
                    if answer.status == 200:
                        return
            await asyncio.sleep(0.1)
    raise ChildProcessError(f"{url}: whoever was to answer here has ended")


@asynccontextmanager
async def far_end() -> AsyncIterator[FarEnd]:
    """Telegram's, as `_telegram.py` plays it."""
    async with started(HERE / "_telegram.py", output=PIPE) as process:
        assert process.stdout is not None
        url = (await process.stdout.readline()).decode().strip()
        async with aiohttp.ClientSession(url, timeout=aiohttp.ClientTimeout(600)) as session:
            yield FarEnd(url, session)


@asynccontextmanager
async def bot(
    telegram: FarEnd, hello: Update, *command: object, folder: Path = ROOT, **environment: str
) -> AsyncIterator[Bot]:
    """Started with `command`, ready inside; the far end's address and a token follow a script's own arguments.

    `hello` is the update with which it shows that it is there.
    """
    token = f"1000000:{abs(hash((command, folder)))}"
    arguments = [str(part).format(url=telegram.url, token=token) for part in command]
    told = {"BOT_TOKEN": token, "PYTHONPATH": str(ROOT), **environment}
    began = time.perf_counter()
    async with started(*arguments, folder=folder, environment=told) as process:
        found = Bot(telegram.session, token, process.pid, 0.0)
        await found.does([hello])
        found.ready = time.perf_counter() - began
        yield found


@asynccontextmanager
async def started(
    *command: object,
    python: str = sys.executable,
    output: int = DEVNULL,
    folder: Path = ROOT,
    environment: Mapping[str, str] | None = None,
) -> AsyncIterator[asyncio.subprocess.Process]:
    """A process that ends with the context."""
    process = await asyncio.create_subprocess_exec(
        python,
        *map(str, command),
        stdin=PIPE,
        stdout=output,
        stderr=DEVNULL,
        cwd=folder,
        env=os.environ | (environment or {}),
    )
    try:
        yield process
    finally:
        process.terminate()
        await process.wait()
