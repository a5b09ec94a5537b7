"""What moderators have half said: a vote before it is opened, why one is extended or annulled, a ballot on paper.

What a ballot says is in none of them.
"""

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, Self

from bot.agenda.model.item import ItemId, Scope
from bot.kit.forms import Form
from bot.votes.model.card import OptionRow
from bot.votes.model.owners import majority_for
from bot.votes.model.rule import Kind
from bot.votes.model.vote import Secrecy, VoteId

ROWS = ("option", "cost", "time", "gains", "risk", "source")
"""The same for every option, in this order (row R023)."""

CHANGES = {"1": True, "0": False}
"""What a button says of changing a ballot."""


class Asked(StrEnum):
    """What whoever opens a vote is asked, in this order."""

    KIND = "k"
    MATTER = "m"
    BASIS = "b"
    BUILDING = "h"
    ROWS = "r"
    MOST = "n"
    SECRECY = "s"
    ENDS = "e"
    CHANGE = "c"


@dataclass(frozen=True)
class Opening(Form):
    """`key` becomes the vote's, so that opening twice is once. None: not asked yet."""

    name = "vote_opening"
    key: str
    item: ItemId
    scope: Scope
    names: tuple[str, ...] = ()
    """Of the options, as they stand in the frozen words."""
    kind: Kind | None = None
    matter: int | None = None
    """Of the owners: its number in 民法典 278 ¶1."""
    basis: str | None = None
    """By what law it binds; empty where it only asks for an opinion."""
    building: int | None = None
    """0: all of them."""
    rows: tuple[tuple[str, ...], ...] = ()
    """Of each option what is told so far, in the order of `ROWS`; only the last may be incomplete."""
    most: int | None = None
    """How many options a ballot may name, where it chooses."""
    secrecy: Secrecy | None = None
    closes_at: datetime | None = None
    changeable: bool | None = None
    """Whether the last ballot counts, or the first one stands."""

    @property
    def question(self) -> Asked | None:
        """What is to be asked next; None when everything is told."""
        owners = self.scope is Scope.OWNERS
        open_questions = {
            Asked.KIND: bool(self.names) and not owners and self.kind is None,
            Asked.MATTER: owners and self.matter is None,
            Asked.BASIS: owners and self.basis is None,
            Asked.BUILDING: self.scope in {Scope.RESIDENTS, Scope.GOVERNMENT} and self.building is None,
            Asked.ROWS: len(self.options) < len(self.names) and not owners,
            Asked.MOST: self.kind is Kind.CHOOSE and self.most is None,
            Asked.SECRECY: not owners and self.secrecy is None,
            Asked.ENDS: self.closes_at is None,
            Asked.CHANGE: self.changeable is None,
        }
        return next((asked for asked, is_open in open_questions.items() if is_open), None)

    @property
    def row(self) -> str:
        """Which row of the options card comes next."""
        return ROWS[len(self.rows[-1]) if len(self.rows) > len(self.options) else 1]

    @property
    def options(self) -> tuple[OptionRow, ...]:
        """Those that are described in full."""
        return tuple(OptionRow(*row) for row in self.rows if len(row) == len(ROWS))

    @property
    def numbers(self) -> range:
        """How many options a ballot may be allowed to name: one, or all but 都不同意."""
        return range(1, len(self.options) + 1)

    def anew(self) -> Self:
        """Ask everything once more."""
        return type(self)(self.key, self.item, self.scope, self.names)

    def answered(self, asked: Asked, value: str) -> Self:
        """By a button. What no button says changes nothing."""
        try:
            return replace(self, **self._told(asked, value))
        except (ValueError, OverflowError, OSError):
            return self

    def _told(self, asked: Asked, value: str) -> dict[str, Any]:
        match asked:
            case Asked.KIND:
                return {} if Kind(value) is Kind.YES_NO else {"kind": Kind(value)}
            case Asked.MATTER:
                majority_for(int(value))
                return {"matter": int(value)}
            case Asked.BASIS:
                return {"basis": ""}
            case Asked.BUILDING:
                return {"building": int(value)}
            case Asked.MOST:
                return {"most": int(value)} if int(value) in self.numbers else {}
            case Asked.SECRECY:
                return {"secrecy": Secrecy(value)}
            case Asked.ENDS:
                return {"closes_at": datetime.fromtimestamp(int(value), UTC)}
            case Asked.CHANGE:
                return {"changeable": CHANGES[value]} if value in CHANGES else {}
            case Asked.ROWS:
                return {}

    def says(self, lines: tuple[str, ...]) -> Self:
        """In words: the legal basis, or a row of the options card for each line, from the next one on."""
        if self.question is Asked.BASIS:
            return replace(self, basis=" ".join(lines))
        if self.question is not Asked.ROWS:
            return self
        told = [list(row) for row in self.rows]
        for line in lines:
            if not told or len(told[-1]) == len(ROWS):
                if len(told) == len(self.names):
                    break
                told.append([self.names[len(told)]])
            told[-1].append(line)
        return replace(self, rows=tuple(tuple(row) for row in told))


@dataclass(frozen=True)
class Explaining(Form):
    """Why a vote is extended or annulled, for everybody to read; read back before it counts."""

    name = "vote_reason"
    key: str
    vote: VoteId
    until: datetime | None
    """When an extended one closes; None: it is annulled."""
    reason: str = ""


@dataclass(frozen=True)
class Papers(Form):
    """Ballots on paper are typed in, one after the other: whose it is in words, what it says by taps alone."""

    name = "vote_papers"
    vote: VoteId
