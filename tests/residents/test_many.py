"""Many join at once: all are in, and the last costs what the first did."""

import asyncio
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.config import Config
from bot.kit.clock import SystemClock
from bot.kit.forms import Place
from bot.kit.people import CommunityId, Reader
from bot.reactions import REACTIONS
from bot.residents import service
from bot.town import OpenTown
from storage.books import SqliteBooks
from tests.neighbours import Look, Neighbourhood
from tests.statements import noted

PEOPLE = 60
FREE = """SELECT code, residents.name FROM residents JOIN household_codes USING (household_id)
    JOIN households ON households.id = household_id
    WHERE telegram_id IS NULL AND building = 9 ORDER BY residents.id LIMIT 60"""


async def test_sixty_join_side_by_side(town: Neighbourhood, look: Look) -> None:
    await town.playground.post("limits", on=False)
    slips = look(FREE)
    keys = [(await town.newcomer(f"person_{number}", name)).key for number, (_, name) in enumerate(slips)]
    steps = (
        [("start", {"payload": f"code-{code}"}) for code, _ in slips],
        [("tap", {"button": "普通版"})] * PEOPLE,
        [("tap", {"button": "我同意"})] * PEOPLE,
        [("tap", {"button": name}) for _, name in slips],
    )
    for step in steps:
        acts = (
            town.playground.post(f"people/{key}/{what}", **body) for key, (what, body) in zip(keys, step, strict=True)
        )
        await asyncio.gather(*acts)
        await town.settles()
    joined = look("SELECT count(*) FROM residents JOIN households ON households.id = household_id "
                  "WHERE building = 9 AND telegram_id IS NOT NULL")  # fmt: skip
    assert joined == [(PEOPLE,)]


@contextmanager
def statements() -> Iterator[list[str]]:
    """What is asked of the database meanwhile."""
    asked: list[str] = []

    with noted(lambda statement, _: asked.append(statement)):
        yield asked


async def test_the_last_asks_as_little_of_the_database_as_the_first(
    sunshine: Path, config: Config, tmp_path: Path
) -> None:
    path = Path(shutil.copy(sunshine, tmp_path / "yishi.db"))
    costs = []
    with SqliteBooks(path, config.community, "") as books:
        town = OpenTown(books, SystemClock(), REACTIONS)
        codes = await town.ask(lambda uow: uow.codes.all(CommunityId(1), 9))
        for number, code in enumerate(codes[:PEOPLE]):
            person = Reader(9_000_000 + number, "新", community=CommunityId(1), known=True)
            place = Place(person.telegram_id, person.telegram_id)
            with statements() as asked:
                await town.do(service.consent, None, person, place)
                door = await town.do(service.try_code, None, person, place, code.code)
                assert door is not None
                await town.do(service.join, None, person, place, door.places[0].id)
            costs.append(len(asked))
    assert len(costs) == PEOPLE
    assert set(costs) == {costs[0]}
