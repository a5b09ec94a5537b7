"""The neighbourhood that every conversation happens in: a playground, the bot under it, and a cast."""

import logging
from collections.abc import AsyncIterator, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import aiohttp
import hypothesis
import pytest

from bot.config import Clock as ClockConfig
from bot.config import Config, Limits, load
from bot.demo import enter_cast
from bot.playground import Playground
from bot.serve import Running
from bot.sunshine import GROUP
from bot.voice.listener import Transcribe
from nlu.embedded import load as load_interpreter
from nlu.meaning import Interpreter
from storage.database import Database
from storage.tables import metadata
from tests import elder_screens, neighbours
from tests.databases import FIRST_DAY, POSTGRESQL, SQLITE, USUAL, WANTED, Templates, sql
from tests.neighbours import Clock, Look, Neighbourhood, Someone

hypothesis.settings.register_profile(
    "same each time",
    derandomize=True,
    deadline=None,
    max_examples=50,
    phases=set(hypothesis.Phase) - {hypothesis.Phase.explain},  # it takes minutes
)
hypothesis.settings.load_profile("same each time")

TOKEN = "1000000:PLAYGROUND"


@pytest.fixture(scope="session")
def config() -> Config:
    """The numbers that ship."""
    return load(Path(__file__).parent.parent / "config.yaml")


@pytest.fixture(scope="session")
def templates(tmp_path_factory: pytest.TempPathFactory, config: Config) -> Iterator[Templates]:
    """阳光社区 on its first day, on each kind of database."""
    with Templates(tmp_path_factory.mktemp("books"), config.community) as templates:
        yield templates


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """What is marked `both` runs on both kinds of database, unless one was asked for."""
    if "kind" not in metafunc.fixturenames:
        return
    marked = {marker.name for marker in metafunc.definition.iter_markers()}
    kinds = [SQLITE, POSTGRESQL] if "both" in marked and not WANTED else [USUAL]
    if "sqlite" in marked:
        kinds = [SQLITE]
    if kinds != [USUAL]:
        metafunc.parametrize("kind", kinds, indirect=True)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Where one kind of database was asked for, what has no books at all is left to `make test`."""
    if WANTED:
        with_books = [item for item in items if "templates" in getattr(item, "fixturenames", ())]
        known = set(with_books)
        config.hook.pytest_deselected(items=[item for item in items if item not in known])
        items[:] = with_books


@pytest.fixture(scope="session")
def interpreter() -> Interpreter:
    """The one that ships."""
    return load_interpreter()


@pytest.fixture
def limits() -> Limits:
    """A test is quicker than any person: what holds floods back is tested by itself, in tests/kit/test_gate.py."""
    return Limits(burst=10_000, per_second=1000, chat_burst=100_000, chat_per_second=1000)


@pytest.fixture
def transcribes() -> Transcribe | None:
    """Nobody listens to voice messages, as on most machines; tests/voice has ears."""
    return None


@pytest.fixture(scope="module")
def kind(request: pytest.FixtureRequest) -> str:
    """On which kind of database the test runs."""
    return str(getattr(request, "param", USUAL))


@pytest.fixture
def database(kind: str, templates: Templates, tmp_path: Path) -> Iterator[Database]:
    """阳光社区 on its first day, a copy for this test. With SQLite, `yishi.db` in its folder."""
    makes, sunshine = templates.of(kind)
    database = makes.copy(sunshine, tmp_path)
    yield database
    makes.drop(database)


@pytest.fixture(scope="module")
def uncommitted(kind: str, templates: Templates, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """The same, one copy for all tests of a module, none of which commits anything: `works.never_committed`."""
    makes, sunshine = templates.of(kind)
    database = makes.copy(sunshine, tmp_path_factory.mktemp("uncommitted"))
    yield database
    makes.drop(database)


@pytest.fixture
def bare(kind: str, templates: Templates, tmp_path: Path) -> Iterator[Database]:
    """Tables without a row."""
    makes, _ = templates.of(kind)
    database = makes.empty(tmp_path)
    engine = database.engine()
    metadata.create_all(engine)
    engine.dispose()
    yield database
    makes.drop(database)


@pytest.fixture(scope="session")
def sunshine(templates: Templates) -> Path:
    """For what is SQLite's own: 阳光社区 on its first day, a file to be copied for each test."""
    return Path(str(templates.of(SQLITE)[1]))


@pytest.fixture
async def town(
    database: Database,
    config: Config,
    caplog: pytest.LogCaptureFixture,
    interpreter: Interpreter,
    transcribes: Transcribe | None,
    limits: Limits,
) -> AsyncIterator[Neighbourhood]:
    """阳光社区 with the bot at work, at 10 on a Wednesday morning. Whatever is logged as an error fails the test."""
    async with Playground(port=0) as playground, aiohttp.ClientSession() as http:
        control = neighbours.Playground(http, playground.url)
        await control.post("clock", set=FIRST_DAY.isoformat(), running=False)
        telegram = config.telegram.model_copy(update={"api_url": playground.url})
        played = config.model_copy(
            update={"telegram": telegram, "clock": ClockConfig(source="playground"), "limits": limits}
        )
        books = partial(database.books, config.community)
        async with Running(played, TOKEN, books, lambda: interpreter, transcribe=transcribes) as running:
            neighbourhood = Neighbourhood(control, running, GROUP)
            await enter_cast(playground.url)
            await neighbourhood.begins()
            yield neighbourhood
            await neighbourhood.settles()
        await elder_screens.check(control, database)
    assert [record.getMessage() for record in caplog.get_records("call") if record.levelno >= logging.ERROR] == []


@pytest.fixture
def look(database: Database) -> Look:
    """Reads the books of the running `town` through another connection."""

    def rows(query: str) -> Sequence[tuple[Any, ...]]:
        with sql(database) as run:
            return run(query)

    return rows


@pytest.fixture
def clock(town: Neighbourhood) -> Clock:
    """Stands still unless moved."""
    return Clock(town)


@pytest.fixture
def elder(town: Neighbourhood) -> Someone:
    """王秀英 is 81, uses 长辈版 and only ever taps."""
    return Someone(town, "grandma_wang", 5000001, "王秀英")


@pytest.fixture
def liaison(town: Neighbourhood) -> Someone:
    """陈建国 is the liaison of building 3."""
    return Someone(town, "uncle_chen", 5000002, "陈建国")


@pytest.fixture
def tenant(town: Neighbourhood) -> Someone:
    """李明 rents in building 5 and has not joined yet."""
    return Someone(town, "xiao_li", 5000003, "李明")


@pytest.fixture
def owner(town: Neighbourhood) -> Someone:
    """赵敏 owns a flat in building 7 and has not joined yet."""
    return Someone(town, "ms_zhao", 5000004, "赵敏")


@pytest.fixture
def moderator(town: Neighbourhood) -> Someone:
    """林芳 moderates, and owns the group."""
    return Someone(town, "moderator_lin", 5000005, "林芳")


@pytest.fixture
def guide(town: Neighbourhood) -> Someone:
    """周老师 advises from outside, and reads English."""
    return Someone(town, "guide_zhou", 5000006, "周老师")


@pytest.fixture
def supervisor(town: Neighbourhood) -> Someone:
    """孙国强 sees everything and changes nothing."""
    return Someone(town, "supervisor_sun", 5000007, "孙国强")


@pytest.fixture
def outsider(town: Neighbourhood) -> Someone:
    """何伟 lives somewhere else."""
    return Someone(town, "outsider_he", 5000008, "何伟")
