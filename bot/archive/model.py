"""The file of a community: what is in it, who takes it out, and what is wrong with one that is brought in."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.kit.events import Event
from bot.kit.people import CommunityId
from bot.kit.refusals import Refused

FORMAT = 1
"""Of the file; another one is not read."""
HEAD, BOOK, TABLES = "manifest.json", "community.xlsx", "tables/"
Plain = str | int | float | bool | None | Sequence[object] | Mapping[str, object]
"""A value as JSON has it."""


@dataclass(frozen=True)
class Extract:
    """The rows of one table, in the order of their keys; read as they are asked for."""

    table: str
    columns: tuple[str, ...]
    rows: Iterator[Sequence[Plain]]
    last: int | None = None
    """The greatest number that a row ever had, where it is never given again."""


@dataclass(frozen=True)
class Head:
    """What the file says of itself."""

    schema: str
    """The revision of the tables; rows fit into no other."""
    community: str
    people: bool
    """Whether it names people. One that does not is for reading only."""


@dataclass(frozen=True)
class CommunityExported(Event):
    """Without names."""

    community: CommunityId


@dataclass(frozen=True)
class PeopleExported(Event):
    """With all that is known about people."""

    community: CommunityId


class Fault(StrEnum):
    """Why a file is not taken."""

    NO_ARCHIVE = "no_archive"
    """Not a ZIP, or cut off."""
    STRANGE = "strange"
    """Something in it that does not belong there, or something missing."""
    TOO_BIG = "too_big"
    OTHER_VERSION = "other_version"
    NO_PEOPLE = "no_people"
    """An export without names cannot be a community."""
    BAD_ROW = "bad_row"
    NOT_AS_SAID = "not_as_said"
    """The rows are not those of which the file gives the number and the digest."""
    TORN = "torn"
    """Rows refer to others that are not there, or stand in each other's way."""
    SUMS = "sums"
    """The balances are not what the entries add up to."""
    NOT_EMPTY = "not_empty"


@dataclass(eq=False)
class BadArchive(Refused):
    """The file is not taken, and nothing has changed. `where`: the part of the file, or of the books."""

    fault: Fault
    where: str = ""
    line: int = 0
