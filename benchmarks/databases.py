"""The same actions on SQLite and on PostgreSQL, both waiting for the disk: each for itself, and in a crowd.

"For itself" keeps a form of a person's own; "in a crowd" raises a concern: all take the next number of one row.
"""

import asyncio
import tempfile
import time
from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack
from pathlib import Path
from statistics import median

from benchmarks import line, shipped
from bot.concerns.forms import Draft, Why
from bot.concerns.model.concern import ConcernId
from bot.concerns.model.told import Told
from bot.concerns.service import telling
from bot.kit.clock import SystemClock
from bot.kit.forms import Place
from bot.kit.people import CommunityId, Reader
from bot.reactions import REACTIONS
from bot.sunshine import open_sunshine
from bot.town import Books, OpenTown
from bot.unit_of_work import UnitOfWork
from storage.database import Database
from tests import postgres
from tests.databases import PostgresServer, SqliteFiles

AT_ONCE = 100
ROUNDS = 4
AUTHOR = Reader(5000001, "王秀英", community=CommunityId(1), known=True)
Action = Callable[[UnitOfWork, int, int], object]


def _for_itself(uow: UnitOfWork, turn: int, number: int) -> object:
    uow.conversations.keep(Place(number, number), Why(ConcernId(turn), number))
    return None


def _in_a_crowd(uow: UnitOfWork, turn: int, number: int) -> object:
    draft = Draft(f"{turn}-{number}", Told("3号楼2单元的路灯不亮"), "3号楼2单元", 3, "lighting")
    return telling.raise_in_group(uow, AUTHOR, draft)


async def measure(programs: Path) -> None:
    """Print both rates, and PostgreSQL's as a ratio to SQLite's: medians of interleaved rounds."""
    with tempfile.TemporaryDirectory() as name, ExitStack() as opened:
        address = opened.enter_context(postgres.server(programs, fsync="on", full_page_writes="on"))
        databases = SqliteFiles().empty(Path(name)), PostgresServer(address).empty(Path(name))
        towns = [await _town(database, opened) for database in databases]
        for what, action in (("for itself", _for_itself), ("in a crowd", _in_a_crowd)):
            rates: list[list[float]] = [[], []]
            for turn in range(ROUNDS):
                for of, town in zip(rates, towns, strict=True):
                    of.append(await _rate(town, action, turn))
            sqlite, server = (median(some[1:]) for some in rates)
            beside = f"SQLite {sqlite:.0f}; {AT_ONCE} at once"
            line(f"actions a second, {what}", f"{server:.0f}", server / sqlite, beside)


async def _town(database: Database, opened: ExitStack) -> OpenTown:
    database.upgrade()
    books: AbstractContextManager[Books] = database.books(shipped().community, "")
    town = OpenTown(opened.enter_context(books), SystemClock(), REACTIONS)
    await town.do(open_sunshine)
    return town


async def _rate(town: OpenTown, action: Action, turn: int) -> float:
    began = time.perf_counter()
    await asyncio.gather(*(town.do(action, None, turn, number) for number in range(1, AT_ONCE + 1)))
    return AT_ONCE / (time.perf_counter() - began)


if __name__ == "__main__":
    found = postgres.programs()
    if found is None:
        print("databases: no PostgreSQL on this machine, nothing to compare")
    else:
        asyncio.run(measure(found))
