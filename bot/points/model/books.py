"""The books of the points as moderators and supervisors see them (issue: karma bots are abused first of all)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.points.model.award import Given
from bot.points.model.ledger import Entry, Kind, Owner


@dataclass(frozen=True)
class Sum:
    """All accounts of a kind: what stands in them, and what their entries add up to."""

    kind: Kind
    accounts: int
    balance: int
    recounted: int


@dataclass(frozen=True)
class Pair:
    """Somebody has given to, or confirmed for, the same person again and again. Telegram ids."""

    giver: int
    taker: int
    times: int
    points: int
    giver_name: str = ""
    taker_name: str = ""


@dataclass(frozen=True)
class Burst:
    """Somebody has given, or confirmed, many times within a short while."""

    giver: int
    since: datetime
    times: int
    name: str = ""


@dataclass(frozen=True)
class Written:
    """An entry with both its sides and who gave it."""

    entry: Entry
    source: Owner
    target: Owner
    giver: Owner | None


@dataclass(frozen=True)
class Books:
    """What moderators see at a glance."""

    sums: Sequence[Sum]
    budget: int
    """What can be earned this month yet."""
    goods: int
    givers: Sequence[Given]
    pairs: Sequence[Pair]
    bursts: Sequence[Burst]
    days: int
    """Of which the last three tell."""
    month: date

    @property
    def balanced(self) -> bool:
        """Points were neither made nor lost, and each balance is the sum of its entries."""
        return sum(one.balance for one in self.sums) == 0 and all(one.balance == one.recounted for one in self.sums)
