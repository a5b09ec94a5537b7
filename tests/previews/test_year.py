"""A year on the moved clock with three kills at random points queues the same as a year without."""

import random
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from bot.attendance.service import reminding
from bot.config import Config
from bot.previews.service import publishing
from bot.reactions import REACTIONS
from bot.sittings import service as sittings
from bot.sittings.model.sitting import SittingId
from bot.town import OpenTown
from bot.unit_of_work import UnitOfWork
from storage.database import Database, SqliteFile
from tests.databases import LINK
from tests.previews.hall import LIN, OPENING, SUNSHINE, WANG, Hall, HandClock

DUE = (sittings.convene, publishing.see_to, reminding.see_to_reminders)
"""Of what time brings about, all that concerns sittings."""
BOOKED = "SELECT id, starts_at FROM sittings WHERE kind = 'sitting' ORDER BY starts_at"
"""Workshops stand beside them, and have no preview."""
STEP = timedelta(hours=24, minutes=20)
"""Comes by at every hour of the day, sometimes in time for the lock and sometimes not."""
LOOKS = timedelta(days=365) // STEP
A_WEEK = round(timedelta(weeks=1) / STEP)
KILLS = 3


class Killed(Exception):
    """The machine stopped: nothing of this transaction is kept."""


@dataclass
class Lived:
    causes: list[str]
    slots: Sequence[tuple[Any, ...]]
    sittings: Sequence[tuple[Any, ...]]


async def test_three_crashes_change_nothing(sunshine: Path, tmp_path: Path, config: Config) -> None:
    undisturbed = await live(SqliteFile(Path(shutil.copy(sunshine, tmp_path / "calm.db"))), config, set())
    kills = set(random.Random(20261125).sample(range(LOOKS), KILLS))  # noqa: S311 - the same each time
    killed = await live(SqliteFile(Path(shutil.copy(sunshine, tmp_path / "killed.db"))), config, kills)
    assert killed == undisturbed
    each_sitting_was_told_once(undisturbed)


def each_sitting_was_told_once(lived: Lived) -> None:
    end = OPENING + STEP * (LOOKS - 1)
    locked = [number for number, starts_at in lived.sittings if starts_at - timedelta(hours=169) <= end]
    assert 45 <= len(locked) <= 54  # less the holidays
    told = [cause for cause in lived.causes if "-told-" in cause]
    assert told == sorted(f"preview-{number}-told-{one}" for number in locked[1:] for one in (WANG, LIN))
    assert len(lived.slots) > 40


async def live(database: Database, config: Config, kills: set[int]) -> Lived:
    """At these looks the bot is killed in the middle, and begins anew a little later."""
    with database.books(config.community, LINK) as books:
        clock = HandClock()
        hall = Hall(OpenTown(books, clock, REACTIONS), clock, database)
        await hall.town.do(_subscribe)
        for look in range(LOOKS):
            clock.moment = OPENING + look * STEP
            await _look(hall, dies=look in kills)
            if look % A_WEEK == 0:
                number, _ = hall.rows(BOOKED)[look // A_WEEK + 2]
                await hall.has(f"第{look}件事", sitting=SittingId(number))
        causes = sorted(cause for cause in hall.causes("%") if not cause.startswith("board-"))
        slots = hall.rows("SELECT sitting_id, item_id, version, days FROM preview_slots ORDER BY sitting_id")
        rows = hall.rows(BOOKED)
        return Lived(causes, slots, [(number, _moment(at)) for number, at in rows])


async def _look(hall: Hall, *, dies: bool) -> None:
    for use_case in DUE:
        if dies:
            await _killed_in(hall, use_case)
        while await hall.town.do(use_case):
            pass
    await hall.deliver()


async def _killed_in(hall: Hall, use_case: Any) -> None:
    def cut_short(uow: UnitOfWork) -> None:
        use_case(uow)
        raise Killed

    try:
        await hall.town.do(cut_short)
    except Killed:
        return


def _subscribe(uow: UnitOfWork) -> None:
    for telegram_id in (WANG, LIN):
        uow.attendance.subscribe(SUNSHINE, telegram_id, uow.now)


def _moment(written: str) -> datetime:
    return datetime.fromisoformat(f"{written}+00:00")
