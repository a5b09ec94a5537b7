"""What writes a year into the books, row by row."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Table, insert

BEGINS = datetime(2026, 1, 1, tzinfo=UTC)
ENDS = datetime(2026, 11, 20, tzinfo=UTC)
DAY, HOUR = timedelta(days=1), timedelta(hours=1)


@dataclass
class Year:
    """Writes what is drawn."""

    connection: Connection
    chance: random.Random
    people: Sequence[Any]
    """Those who have joined: id, household, telegram_id."""

    def put(self, table: Table, row: Mapping[str, object]) -> int:
        """The row's number, where it has one."""
        kept = insert(table).values(row)
        if "id" not in table.c:
            self.connection.execute(kept)
            return 0
        return int(self.connection.execute(kept.returning(table.c.id)).scalar_one())

    def day(self) -> datetime:
        """Midnight in the community."""
        return BEGINS + self.chance.randrange((ENDS - BEGINS).days) * DAY - 8 * HOUR

    def who(self, most: int = 10**6) -> Any:
        """Somebody; of the first `most`, for those who do much."""
        return self.chance.choice(self.people[:most])
