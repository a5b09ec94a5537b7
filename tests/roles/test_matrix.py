"""Every command, button, word, door and form × everybody: who reaches it; who is refused, in words and without effect.

The ways in are those of the live routes; the table by hand is in `matrix.py`: a new route without a line there fails.
"""

import shutil
from collections.abc import Iterator, Mapping
from datetime import timedelta
from pathlib import Path

import pytest

from bot.config import Config
from bot.sittings.service import convene
from nlu.meaning import OUT_OF_SCOPE, Engine, Meaning
from storage.books import sqlite_engine
from tests.roles.cast_of_roles import LIAISON_OF_ONE, NEIGHBOUR_OF_ONE, PEOPLE, SECRETS, settle
from tests.roles.matrix import REACHED_BY
from tests.roles.rehearsal import Rehearsal
from tests.roles.routes_of_roles import Does, ways_in
from tests.votes.hall import SEVEN, HandClock

REFUSALS = frozenset({
    "NotAllowed", "OnlyAdvises", "GuideNeverDecides", "GuideAdvises", "OnlyGuides", "NotOnRoll", "NoCommunity",
    "NotEntitled",
})  # fmt: skip
"""Those about who somebody is; all others say that the thing itself is not there, or not so far."""
NOTED = frozenset({"audit_log"})
"""What a guide tried is written down."""
DROPPED = frozenset({"conversations"})
"""What was half written for what they may not do any more."""
FOUNDS = {"groups.Found", "groups.SetUpGroup"}
"""A community of one's own, in a group that has none."""


class Deaf:
    """Understands nothing: free text is tested in tests/talk."""

    def hears(self, _: int) -> bool:
        return False

    async def engine(self) -> Engine:
        return Engine.EMBEDDED

    async def understand(self, _: str) -> Meaning:
        return Meaning(OUT_OF_SCOPE, 0.0)


@pytest.fixture(scope="module")
def rehearsal(sunshine: Path, config: Config, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Rehearsal]:
    """A Wednesday evening, five minutes after the sitting began."""
    folder = tmp_path_factory.mktemp("rehearsal")
    engine = sqlite_engine(Path(shutil.copy(sunshine, folder / "yishi.db")), "BEGIN")
    with engine.connect() as connection:
        begun = Rehearsal(connection, config.community, HandClock().moment, Deaf(), folder / "secrets")
        begun.prepare(convene)
        begun.now = SEVEN + timedelta(minutes=5)
        begun.prepare(settle)
        yield begun
    engine.dispose()


@pytest.fixture(scope="module")
def ways(rehearsal: Rehearsal) -> Mapping[str, Does]:
    return dict(ways_in(rehearsal))


def test_every_way_in_has_a_line_in_the_table_and_every_line_a_way_in(ways: Mapping[str, Does]) -> None:
    assert set(ways) == set(REACHED_BY)


async def test_everybody_reaches_what_the_table_says_and_is_refused_all_else(ways: Mapping[str, Does]) -> None:
    wrong, silent, changing = {}, [], []
    for name, does in ways.items():
        seen = {person: await does(who) for person, who in PEOPLE.items()}
        refused = {person: one for person, one in seen.items() if one.refused in REFUSALS}
        if (reached := set(PEOPLE) - set(refused)) != REACHED_BY[name]:
            wrong[name] = reached ^ REACHED_BY[name]
        silent += [(name, person) for person, one in refused.items() if not one.texts]
        harmless = DROPPED if name.startswith("form ") else frozenset[str]()
        for person, one in refused.items():
            if one.changed - harmless - (NOTED if person == "guide" else frozenset()):
                changing.append((name, person))
    assert (wrong, silent, changing) == ({}, [], [])


async def test_the_liaison_of_another_building_reads_no_more_than_any_neighbour(ways: Mapping[str, Does]) -> None:
    """All that is going on is of building 3; this liaison is of building 1."""
    more = {}
    for name, does in ways.items():
        theirs, neighbours = ["\n".join((await does(who)).texts) for who in (LIAISON_OF_ONE, NEIGHBOUR_OF_ONE)]
        if told := [secret for secret in SECRETS if secret in theirs and secret not in neighbours]:
            more[name] = told
    assert more == {}


async def test_the_liaison_of_the_building_can_read_it(ways: Mapping[str, Does]) -> None:
    """So that there is something to be kept from the other one."""
    told = "\n".join([text for does in ways.values() for text in (await does(PEOPLE["liaison"])).texts])
    assert [secret for secret in SECRETS if secret in told] == list(SECRETS)


async def test_to_own_the_group_in_telegram_makes_nobody_a_moderator(
    rehearsal: Rehearsal, ways: Mapping[str, Does]
) -> None:
    """Appointing is for those who may, by name: whatever a group's owner taps, they are appointed to nothing."""
    owner = PEOPLE["resident"]
    rehearsal.far_end.owners = frozenset({owner})
    appointed = [name for name, does in ways.items() if "appointments" in (await does(owner)).changed]
    allowed = {name: (await ways[name](owner)).refused for name in ("/role", "/roll", "/log", "/sitting", "/goods")}
    rehearsal.far_end.owners = frozenset()
    assert set(appointed) <= FOUNDS
    assert set(allowed.values()) == {"NotAllowed"}
