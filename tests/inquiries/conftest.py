"""Books in one transaction that is never committed, with two supervisors."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from bot.config import Config
from bot.kit.people import CommunityId
from bot.roles.model import Appointment, Role
from storage.database import Database
from storage.unit_of_work import SqlUnitOfWork
from tests.storage.works import never_committed

SUNSHINE, CHEN = CommunityId(1), 5000002
NOW = datetime(2026, 12, 2, 4, tzinfo=UTC)


@pytest.fixture
def uow(uncommitted: Database, config: Config) -> Iterator[SqlUnitOfWork]:
    with never_committed(uncommitted) as connection:
        uow = SqlUnitOfWork(connection, NOW, config.community, "https://t.me/yishi_bot")
        uow.roles.appoint(Appointment(SUNSHINE, CHEN, Role.SUPERVISOR))
        yield uow
