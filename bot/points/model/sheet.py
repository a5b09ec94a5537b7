"""What somebody reads of their own points."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bot.points.model.ledger import Account, Entry


@dataclass(frozen=True)
class Line:
    """An entry as one of its two sides sees it: what came, or below zero what went."""

    entry: Entry
    gain: int


@dataclass(frozen=True)
class Sheet:
    """How somebody stands: what is theirs, what is their household's, and the last lines, the latest first."""

    balance: int
    household: int
    lines: Sequence[Line]


@dataclass(frozen=True)
class Statement:
    """A month of an account, in the order in which things were written."""

    month: date
    """Its first day."""
    opening: int
    lines: Sequence[Line]
    newest: bool
    """Whether it is the month in which we are."""

    @property
    def came(self) -> int:
        return sum(line.gain for line in self.lines if line.gain > 0)

    @property
    def went(self) -> int:
        return -sum(line.gain for line in self.lines if line.gain < 0)

    @property
    def closing(self) -> int:
        return self.opening + self.came - self.went


def line_of(entry: Entry, account: Account) -> Line:
    return Line(entry, entry.amount if entry.target == account.id else -entry.amount)


def month_before(month: date) -> date:
    """Both are first days."""
    return (month - timedelta(days=1)).replace(day=1)


def month_after(month: date) -> date:
    return (month + timedelta(days=31)).replace(day=1)


def read_month(number: int, today: date) -> date:
    """202612 as its first day; what is no month, or one to come, is this one."""
    year, month = divmod(number, 100)
    this = today.replace(day=1)
    if not (2000 <= year <= today.year and 1 <= month <= 12):
        return this
    return min(date(year, month, 1), this)
