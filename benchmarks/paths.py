"""What people do most, end to end over HTTP, beside bare bots in the same run: updates a second, waits, memory.

Medians of interleaved rounds. "A core" is updates a second of processor time, which another load on the machine
hardly changes; everything else is by the clock. `python -m benchmarks.paths [sqlite|postgresql]`.
"""

import asyncio
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from contextlib import AsyncExitStack, ExitStack
from pathlib import Path
from statistics import median

from benchmarks import _town, line
from benchmarks._bots import HERE, Bot, FarEnd, Pace, Update, bot, far_end
from bot.votes.model.vote import Vote
from storage.database import Database, SqliteFile

PEOPLE = 3_000
AT_ONCE = 600
"""What a round hands out: a group of 600 households that all tap at once."""
ROUNDS = 5
GUEST = 999_999
Make = Callable[[Sequence[int]], Sequence[Update]]


class Contest:
    """Paces by contestant and path."""

    def __init__(self) -> None:
        self.paces: dict[str, list[Pace]] = {}

    async def round(
        self, name: str, of: Bot, updates: Sequence[Update], *, rate: float = 0.0, trip: float = 0.0
    ) -> None:
        self.paces.setdefault(name, []).append(await of.does(updates, rate, trip))

    def rate(self, name: str) -> float:
        return median(pace.rate for pace in self.paces[name])

    def per_core(self, name: str) -> float:
        return median(pace.per_core for pace in self.paces[name])

    def p50(self, name: str) -> float:
        return median(pace.p50 for pace in self.paces[name])

    def price(self, name: str, beside: str) -> float:
        """Processor time of one as a multiple of the other's: the median of the rounds' own multiples, so that a
        machine that changes its speed changes both sides."""
        pairs = zip(self.paces[name], self.paces[beside], strict=True)
        return median(other.per_core / one.per_core for one, other in pairs)


async def measure(kind: str) -> None:
    """Print every path's figures; the ratio is that to the echo of aiogram's documentation, a core."""
    with tempfile.TemporaryDirectory() as name, ExitStack() as opened:
        folder = Path(name)
        database, environment = database_of(kind, folder, opened)
        vote = await _town.settle(database, PEOPLE)
        async with far_end() as telegram, AsyncExitStack() as bots:
            hello = _town.said([GUEST], "hello")[0]
            script = "{url}", "{token}"
            echo = await bots.enter_async_context(bot(telegram, hello, HERE / "_echo.py", *script))
            settled = await bots.enter_async_context(bot(telegram, hello, HERE / "_echo.py", *script, "--settled"))
            other = await bots.enter_async_context(bot(telegram, hello, HERE / "_echo_ptb.py", *script))
            config = config_for(folder, telegram)
            ours = await bots.enter_async_context(
                bot(telegram, hello, "-m", "bot", "--config", config, folder=folder, **environment)
            )
            await _at_half_load(echo, ours, vote)
            await _compete({"echo": echo, "echo, settled": settled, "python-telegram-bot": other}, ours, vote, kind)
            line("ready", f"{ours.ready:.2f} s", ours.ready / echo.ready, f"the echo {echo.ready:.2f} s")
            line("memory", f"{ours.memory():.0f} MB", ours.memory() / echo.memory(), f"the echo {echo.memory():.0f} MB")


async def _compete(bare: Mapping[str, Bot], ours: Bot, vote: Vote, kind: str) -> None:
    contest = Contest()
    for turn in range(ROUNDS):
        people = people_of(turn)
        for name, one in bare.items():
            await contest.round(name, one, _town.said(people, "你好"))
        await contest.round("menu tap", ours, _town.goes_home(people))
        await contest.round("agenda", ours, _town.sees_agenda(people))
        await contest.round("points balance", ours, _town.sees_points(people))
        await contest.round("ballot", ours, _town.casts(people, vote))
    for turn in range(ROUNDS):  # each concern is told to its staff, for minutes: beside that nothing else is measured
        people = people_of(turn)
        await contest.round("free text", ours, _town.tells(people, turn))
        shown = await ours.buttons()
        await contest.round("concern raised", ours, _town.confirms((one, shown[one]) for one in people))
    for name in contest.paces:
        told = f"{contest.per_core(name):.0f} a core; settled echo {contest.per_core('echo, settled'):.0f} a core"
        ratio = contest.per_core(name) / contest.per_core("echo")
        line(f"{name}, {kind}", f"{contest.rate(name):.0f} a second", ratio, told)


async def _at_half_load(echo: Bot, ours: Bot, vote: Vote) -> None:
    """Both at the same pace: 120 a second, as everyday people would; not the first that either does."""
    people = people_of(0)
    await echo.does(_town.said(people, "你好"))
    await ours.does([*_town.goes_home(people), *_town.casts(people, vote)])
    bare = await echo.does(_town.said(people, "你好"), 120)
    for name, updates in (("menu tap", _town.goes_home(people)), ("ballot", _town.casts(people, vote))):
        pace = await ours.does(updates, 120)
        told = f"p50 {pace.p50:.1f}; the echo {bare.p50:.1f} and {bare.p99:.1f}"
        line(f"{name}, p99 at 120 a second", f"{pace.p99:.1f} ms", pace.p99 / bare.p99, told)


def people_of(turn: int) -> Sequence[int]:
    """Who does something in this round."""
    first = _town.FIRST + turn * AT_ONCE % PEOPLE
    return range(first, first + AT_ONCE)


def books_in(folder: Path) -> SqliteFile:
    """A file in this folder, which is made."""
    folder.mkdir(exist_ok=True)
    return SqliteFile(folder / "yishi.db", folder / "secrets")


def config_for(folder: Path, telegram: FarEnd, **sections: dict[str, object]) -> Path:
    """Ours, with its books in `folder`, and some more sections changed."""
    storage: dict[str, object] = {"path": str(folder / "yishi.db"), "secrets": str(folder / "secrets")}
    limits: dict[str, object] = {"burst": 10_000, "per_second": 1000, "chat_burst": 100_000, "chat_per_second": 1000}
    return _town.config_in(folder, telegram={"api_url": telegram.url}, storage=storage, limits=limits, **sections)


def database_of(kind: str, folder: Path, opened: ExitStack) -> tuple[Database, Mapping[str, str]]:
    """A new one, and what of the environment leads a bot to it."""
    if kind == "sqlite":
        return books_in(folder), {}
    from tests import postgres
    from tests.databases import PostgresServer

    programs = postgres.programs()
    if programs is None:
        raise SystemExit("no PostgreSQL on this machine")
    address = opened.enter_context(postgres.server(programs, fsync="on", full_page_writes="on"))
    database = PostgresServer(address).empty(folder)
    return database, {"DATABASE_URL": database.url.replace("+psycopg", "")}


if __name__ == "__main__":
    asyncio.run(measure(*sys.argv[1:] or ["sqlite"]))
