"""What is looked up when a concern is told grows with nothing."""

import shutil
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import event, update

from bot.concerns.forms import Draft
from bot.concerns.model.told import Told
from bot.concerns.service import telling
from bot.config import Config
from bot.kit.people import CommunityId, Reader
from storage.books import sqlite_engine
from storage.roll import households
from storage.unit_of_work import SqlUnitOfWork
from tests.storage.works import NOW


@pytest.mark.parametrize("building", [3, None])
def test_like_concerns_are_found_by_the_index_alone(
    sunshine: Path, tmp_path: Path, config: Config, building: int | None
) -> None:
    engine = sqlite_engine(Path(shutil.copy(sunshine, tmp_path / "yishi.db")), "BEGIN IMMEDIATE")
    asked: list[tuple[str, tuple[object, ...]]] = []
    with closing(engine.connect()) as connection:
        uow = SqlUnitOfWork(connection, NOW, config.community, "https://t.me/yishi_bot")
        event.listen(engine, "before_cursor_execute", lambda *call: asked.append((call[2], call[3])))
        uow.chains.newest_open(CommunityId(1), building, "lighting", 10)
        query, values = asked[-1]
        plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {query}", values).all()
    engine.dispose()
    assert "USING INDEX ix_concerns_alike (community_id=? AND building=? AND category=? AND state=?)" in plan[0][3]


def test_a_household_that_has_moved_away_is_counted_no_more(sunshine: Path, tmp_path: Path, config: Config) -> None:
    engine = sqlite_engine(Path(shutil.copy(sunshine, tmp_path / "yishi.db")), "BEGIN IMMEDIATE")
    with closing(engine.connect()) as connection:
        uow = SqlUnitOfWork(connection, NOW, config.community, "https://t.me/yishi_bot")
        wang, chen = (Reader(number, "", community=CommunityId(1), known=True) for number in (5000001, 5000002))
        concern = telling.raise_in_group(uow, wang, Draft("1-1").tells(Told("路灯不亮"))).id
        neighbour = uow.residents.on_roll(chen)
        uow.supporters.add(concern, neighbour, NOW)
        assert uow.supporters.households(concern) == 1
        connection.execute(update(households).filter_by(id=neighbour.household.id).values(left_at=NOW))
        assert uow.supporters.households(concern) == 0
    engine.dispose()
