"""A town in which much has happened."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from bot.archive.service import write_all
from bot.concerns.forms import Draft
from bot.concerns.model.told import Told
from bot.concerns.service import telling
from bot.config import Config
from bot.delivery.model import Post
from bot.kit.people import Reader
from bot.points.model.ledger import Kind, Owner, Reward, Rule
from bot.reactions import REACTIONS
from bot.roles.model import Appointment, Role
from bot.town import OpenTown
from bot.unit_of_work import UnitOfWork
from bot.votes.model.rule import NO, YES
from bot.votes.model.vote import Secrecy
from storage.database import Database
from tests.databases import LINK, Templates, sql
from tests.votes.hall import SUNDAY, SUNSHINE, Hall, HandClock
from tests.votes.people import CHEN, WANG
from tests.votes.rules import HOUSEHOLDS

SECRET = "三号楼的灯只有王奶奶怕黑"
"""What a resident said."""


@pytest.fixture
async def rich(database: Database, config: Config) -> AsyncIterator[Hall]:
    """Concerns, points with a reversal, a secret vote and a named one that are closed, one that runs, posts."""
    with database.books(config.community, LINK) as books:
        clock = HandClock()
        hall = Hall(OpenTown(books, clock, REACTIONS), clock, database)
        await hall.at(clock.moment)
        for key in ("1-1", "1-2"):
            await hall.town.do(raises, None, WANG, key)
        await hall.town.do(rewards)
        for secrecy in (Secrecy.DETACHED, Secrecy.NAMED):
            vote = await hall.opens(HOUSEHOLDS, secrecy)
            await hall.casts(WANG, vote, YES)
            await hall.casts(CHEN, vote, NO)
        running = await hall.opens(HOUSEHOLDS, closes=SUNDAY.replace(day=13))
        await hall.casts(WANG, running, NO)
        await hall.at(SUNDAY)
        with sql(database) as run:
            run("UPDATE concerns SET original_id = 2 WHERE id = 1")
            run("DELETE FROM outbox WHERE cause = 'forgotten'")
        yield hall


@pytest.fixture
def elsewhere(kind: str, templates: Templates, tmp_path: Path) -> Iterator[Database]:
    """Another machine, on which nothing was ever kept."""
    makes, _ = templates.of(kind)
    (tmp_path / "elsewhere").mkdir()
    database = makes.empty(tmp_path / "elsewhere")
    yield database
    makes.drop(database)


def raises(uow: UnitOfWork, who: Reader, key: str) -> None:
    uow.actor = who
    telling.raise_in_group(uow, who, Draft(key).tells(Told(SECRET)))


def rewards(uow: UnitOfWork) -> None:
    wang = Owner(SUNSHINE, Kind.PERSON, WANG.telegram_id)
    uow.ledger.reward(Reward(wang, Rule.CONCERN, "concern-1"))
    for cause in ("kept", "forgotten"):
        uow.outbox.put(Post(cause, WANG.telegram_id, {"text": SECRET}, uow.now))
    uow.roles.appoint(Appointment(SUNSHINE, CHEN.telegram_id, Role.REPRESENTATIVE, 3))


async def exported(database: Database, config: Config, path: Path, *, people: bool = True) -> Path:
    with database.books(config.community, LINK) as books:
        town = OpenTown(books, HandClock(), REACTIONS)
        await town.ask(write_all, SUNSHINE, path, people=people)
    return path
