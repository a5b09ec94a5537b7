"""A community in which some have joined, put into the books by hand."""

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

FIRST = 7_000_000


def join(books: Path, homes: Iterable[tuple[int, int]]) -> None:
    """So many more households of a building: (building, how many); the first of each household on the roll joins."""
    with closing(sqlite3.connect(books, timeout=20)) as database:
        for building, many in homes:
            found = database.execute(
                "SELECT min(id) FROM residents JOIN (SELECT id AS home FROM households WHERE building = ?) "
                "ON home = household_id GROUP BY household_id HAVING count(telegram_id) = 0 ORDER BY household_id "
                "LIMIT ?",
                (building, many),
            ).fetchall()
            assert len(found) == many
            database.executemany(
                "UPDATE residents SET telegram_id = id + ? WHERE id = ?", [(FIRST, n) for (n,) in found]
            )
        database.commit()
