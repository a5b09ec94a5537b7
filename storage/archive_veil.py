"""A community's tables without its people, by what is declared of each: what could be somebody's is left out, and
the numbers by which rows hang together are others. A column of which nothing is said here stays at home.
"""

import hashlib
import secrets
from collections.abc import Callable
from typing import Any

from sqlalchemy import BigInteger, Boolean, Column, Date, Integer, Table

from storage.agenda_tables import SAID_TO_ALL
from storage.personal import PROGRAM, Declaration, declaration
from storage.schema import Moment

PEOPLE = frozenset({"residents", "households", "owners"})
"""Tables whose rows are somebody."""
IN_THE_OPEN = frozenset(
    {
        PROGRAM,
        SAID_TO_ALL,
        "the community's, not a person's",
        "the sum of its entries",
        "names what was done by its number, and nobody by name",
        "figures: nobody's ballot can be told from them",
    }
)
"""Reasons to keep a column that are reasons to show it, too."""
Show = Callable[[Any], Any]


class Veil:
    """For one file: the same person is the same number all through it, and another one in the next."""

    def __init__(self) -> None:
        self._key = secrets.token_bytes(32)

    def over(self, column: Column[Any]) -> Show | None:
        """What is shown in place of a value; None where the column is left out."""
        if whose := _points_at(column):
            return lambda number: self._other(whose, number)
        if not _is_open(column):
            is_person = isinstance(column.type, BigInteger) and column.name in _traced(column.table)
            return (lambda number: self._other("person", number)) if is_person else None
        return lambda value: value

    def _other(self, whose: str, number: int | None) -> int | None:
        if not number:  # nobody, or nobody any more
            return number
        hidden = hashlib.blake2b(f"{whose} {number}".encode(), key=self._key, digest_size=6)
        return int.from_bytes(hidden.digest())


def _points_at(column: Column[Any]) -> str:
    """Which table of people the number is one of; empty where it is not."""
    if column.primary_key and column.table.name in PEOPLE:
        return column.table.name
    return next((key.column.table.name for key in column.foreign_keys if key.column.table.name in PEOPLE), "")


def _is_open(column: Column[Any]) -> bool:
    if column.name in _traced(column.table) or column.name == "key":  # a key may hold the number of a chat
        return False
    reason = _declared(column.table).keep.get(column.name)
    if reason is not None:
        return reason in IN_THE_OPEN
    harmless = isinstance(column.type, Boolean | Date | Moment | Integer)
    return harmless and not isinstance(column.type, BigInteger) and column.table.name not in PEOPLE


def _traced(table: Table) -> set[str]:
    """What becomes something else, or goes, when a person is forgotten."""
    return _declared(table).names() - set(_declared(table).keep)


def _declared(table: Table) -> Declaration:
    return declaration(table) or Declaration()
