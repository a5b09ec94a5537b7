"""What is asked of the database, whichever way it goes there: by SQLAlchemy's execution or by SQLite's driver."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Engine, event

from storage.prepared import Prepared, Values


@contextmanager
def noted(note: Callable[[str, Any], None]) -> Iterator[None]:
    """Each statement on all connections, with its values, before it is run; inside only."""
    real = Prepared._run

    def by_alchemy(_connection: object, _cursor: object, statement: str, values: object, *_: object) -> None:
        note(statement, values)

    def by_driver(self: Prepared, connection: Connection, values: Values) -> sqlite3.Cursor:
        note(self._sql, self._written(values))
        return real(self, connection, values)

    event.listen(Engine, "before_cursor_execute", by_alchemy)
    setattr(Prepared, "_run", by_driver)  # noqa: B010 - mypy knows that methods are not assigned
    try:
        yield
    finally:
        event.remove(Engine, "before_cursor_execute", by_alchemy)
        setattr(Prepared, "_run", real)  # noqa: B010
