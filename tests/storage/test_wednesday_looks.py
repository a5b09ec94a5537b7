"""What a deliberation day looks up each minute and at each tap: by an index, however many years are in the books."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.config import Config
from bot.floor.model.tasks import Task
from bot.kit.people import CommunityId
from bot.sittings.model.sitting import Sitting, SittingId
from bot.unit_of_work import UnitOfWork
from storage.books import sqlite_engine
from storage.unit_of_work import SqlUnitOfWork
from tests.statements import noted
from tests.storage.works import NOW

HERE, NEXT, DAY = CommunityId(1), SittingId(2), timedelta(days=1)
SITTING = Sitting(NEXT, HERE, "rule-1-2026-49", NOW, None, NOW - 28 * DAY)


@pytest.mark.parametrize(
    "look",
    [
        lambda uow: uow.floor.undone(Task.END, NOW - DAY, NOW, 20),
        lambda uow: uow.floor.unopened(HERE, NOW - DAY, NOW),
        lambda uow: uow.floor.running(HERE),
        lambda uow: uow.floor.convened(HERE, NOW - DAY, NOW),
        lambda uow: uow.floor.heads(SITTING),
        lambda uow: uow.previews.publications(NEXT),
        lambda uow: uow.previews.due(NOW, 5),
        lambda uow: uow.previews.unplanned(7, NOW, 5),
        lambda uow: uow.reminders.due(NOW),
        lambda uow: uow.reminders.unplanned(NOW, 5),
        lambda uow: uow.reminders.audience(SITTING, 0, 50, invited=True, now=NOW),
        lambda uow: uow.alternates.silent(NOW),
        lambda uow: uow.attendance.count(NEXT),
        lambda uow: uow.attendance.council(SITTING),
        lambda uow: uow.attendance.subscribers(HERE, 0, 50),
        lambda uow: uow.agenda.open_items(HERE, 100),
        lambda uow: uow.agenda.of_sitting(NEXT),
        lambda uow: uow.outbox.boards("preview-2"),
    ],
)
def test_nothing_is_read_through(sunshine: Path, config: Config, look: Callable[[UnitOfWork], object]) -> None:
    engine = sqlite_engine(sunshine, "BEGIN")
    asked: list[tuple[str, Any]] = []
    with engine.connect() as connection:
        with noted(lambda *call: asked.append(call)):
            look(SqlUnitOfWork(connection, NOW, config.community, ""))
        steps = [
            str(row[-1])
            for statement, values in asked
            for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", tuple(values))
        ]
    engine.dispose()
    through = [
        step for step in steps if step.startswith("SCAN") or (step.startswith("SEARCH") and " USING " not in step)
    ]
    assert steps != []
    assert [step for step in through if not step.startswith("SCAN anon_")] == []  # a subquery of what was found
