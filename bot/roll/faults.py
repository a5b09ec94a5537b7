"""What is wrong with a file, as values; `bot/roll/fault_views.py` says it in words."""

from dataclasses import dataclass
from enum import StrEnum

from bot.kit.refusals import Refused


class Why(StrEnum):
    """Why a cell, a row or a column cannot be taken."""

    MISSING = "missing"
    NOT_A_NUMBER = "not_a_number"
    NOT_A_ROOM = "not_a_room"
    NOT_AN_AREA = "not_an_area"
    NOT_A_TENURE = "not_a_tenure"
    NOT_AN_AGE = "not_an_age"
    NOT_A_KIND = "not_a_kind"
    NOT_A_NAME = "not_a_name"
    LIKE_A_NUMBER = "like_a_number"
    """A name that holds what looks like a phone or ID number."""
    NOT_A_VOTER = "not_a_voter"
    DEVELOPER_VOTES = "developer_votes"
    """For a unit that is not handed over: nobody else does."""
    TWICE = "twice"
    DISAGREES = "disagrees"
    FORMULA = "formula"
    MERGED = "merged"
    DATE = "date"
    TOO_WIDE = "too_wide"
    BROKEN = "broken"
    FORBIDDEN_COLUMN = "forbidden_column"
    COLUMN_TWICE = "column_twice"
    COLUMN_MISSING = "column_missing"


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong. Rows count from 1, as a spreadsheet shows them; the header is one of them."""

    why: Why
    row: int = 1
    cell: str = ""
    """As a spreadsheet names it: D5, or B2:B7 for merged cells; empty where the whole row is meant."""
    value: str = ""
    """What stands there; for columns, the column's name."""
    earlier: int = 0
    """The row that said otherwise before."""


@dataclass(eq=False)
class BadRoll(Refused):
    """The file has faults; nothing of it is taken."""

    faults: tuple[Fault, ...]


class NotASpreadsheet(Refused):
    """Neither CSV nor XLSX."""


@dataclass(eq=False)
class SeveralSheets(Refused):
    """More than one sheet has something on it: taking the first alone would make the others' people go."""

    sheets: int


class EmptyFile(Refused):
    """There is no row but the header, or not even that: nobody would be left on the roll."""


@dataclass(eq=False)
class TooManyRows(Refused):
    most: int


@dataclass(eq=False)
class FileTooBig(Refused):
    megabytes: int


class FileNotFetched(Refused):
    """Telegram did not hand the file over."""


class ImportOver(Refused):
    """This file was dropped, or another came after it."""


@dataclass(eq=False)
class WhichCommunity(Refused):
    """The terminal has to name one of these communities; empty where there is none yet."""

    names: tuple[str, ...]


class NotInGroup(Refused):
    """The roll is shown in private only."""
