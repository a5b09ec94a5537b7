"""A community in which some have joined, put into the books by hand."""

from collections.abc import Iterable

from storage.database import Database
from tests.databases import sql

FIRST = 7_000_000


def join(database: Database, homes: Iterable[tuple[int, int]]) -> None:
    """So many more households of a building: (building, how many); the first of each household on the roll joins."""
    with sql(database) as run:
        for building, many in homes:
            found = run(
                "SELECT min(id) FROM residents JOIN (SELECT id AS home FROM households WHERE building = ?) here "
                "ON home = household_id GROUP BY household_id HAVING count(telegram_id) = 0 ORDER BY household_id "
                "LIMIT ?",
                building,
                many,
            )
            assert len(found) == many
            for (n,) in found:
                run("UPDATE residents SET telegram_id = id + ? WHERE id = ?", FIRST, n)
