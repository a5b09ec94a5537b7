"""The role that docs/security.md makes for the bot: it does what the bot does, and no more."""

import re
from collections.abc import Iterator
from dataclasses import replace

import psycopg
import pytest
from sqlalchemy import make_url, text
from sqlalchemy.exc import ProgrammingError

from bot.concerns.forms import Why
from bot.concerns.model.concern import ConcernId
from bot.config import Config
from bot.kit.forms import Place
from bot.reactions import REACTIONS
from bot.town import OpenTown
from storage.database import PostgresDatabase
from tests.contracts.source import ROOT
from tests.databases import LINK, POSTGRESQL, FirstDay, Templates

TOLD = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
BOT = "yishi_bot"


@pytest.fixture(scope="module")
def bots(templates: Templates, tmp_path_factory: pytest.TempPathFactory) -> Iterator[PostgresDatabase]:
    """阳光社区 as the bot's own role sees it."""
    makes, sunshine = templates.of(POSTGRESQL)
    database = makes.copy(sunshine, tmp_path_factory.mktemp("books"))
    assert isinstance(database, PostgresDatabase)
    owner = database.url.replace("postgresql+psycopg", "postgresql")
    made = re.search(r"```sql\n(.*?)```", TOLD, re.DOTALL)
    assert made is not None
    with psycopg.connect(owner, autocommit=True) as connection:
        connection.execute(made[1].encode())
        yield replace(database, url=make_url(database.url).set(username=BOT).render_as_string(hide_password=False))
        connection.execute(f"DROP OWNED BY {BOT}; DROP ROLE {BOT}".encode())
    makes.drop(database)


async def test_the_bot_works_with_it(bots: PostgresDatabase, config: Config) -> None:
    assert not bots.upgrade()
    place = Place(5000001, 5000001)
    form = Why(ConcernId(1), 1)
    with bots.books(config.community, LINK) as books:
        town = OpenTown(books, FirstDay(), REACTIONS)
        await town.do(lambda uow: uow.conversations.keep(place, form))
        assert await town.ask(lambda uow: uow.conversations.form(place)) == form
        await town.do(lambda uow: uow.conversations.keep(place, None))


@pytest.mark.parametrize(
    "command",
    [
        "DROP TABLE residents",
        "ALTER TABLE points_entries DISABLE TRIGGER ALL",
        "TRUNCATE residents CASCADE",
        "CREATE TABLE mine (id int)",
        "UPDATE alembic_version SET version_num = '0001'",
        "CREATE ROLE somebody SUPERUSER",
    ],
)
def test_it_can_do_no_more(bots: PostgresDatabase, command: str) -> None:
    engine = bots.engine()
    with engine.begin() as connection, pytest.raises(ProgrammingError, match=r"InsufficientPrivilege|must be owner"):
        connection.execute(text(command))
    engine.dispose()
