"""What is asked of the database, whichever way it goes there: by SQLAlchemy's execution or by the driver."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Engine, event

from storage import prepared


@contextmanager
def noted(note: Callable[[str, Any], None]) -> Iterator[None]:
    """Each statement on all connections, with its values, before it is run; inside only."""
    real = prepared.run

    def by_alchemy(_connection: object, _cursor: object, statement: str, values: object, *_: object) -> None:
        note(statement, values)

    def by_driver(connection: Connection, sql: str, values: Sequence[object] = ()) -> Any:
        note(sql, values)
        return real(connection, sql, values)

    event.listen(Engine, "before_cursor_execute", by_alchemy)
    prepared.run = by_driver
    try:
        yield
    finally:
        event.remove(Engine, "before_cursor_execute", by_alchemy)
        prepared.run = real
