"""A public ledger of money saved and raised. Sums are of what is proved and not struck, in whole fen."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from bot.kit.events import Event
from bot.kit.people import CommunityId
from bot.kit.refusals import Refused

MOST = 2_000_000_000
"""Fen of one entry: twenty million yuan."""
WHAT_CHARACTERS, REASON_CHARACTERS, QUOTE_CHARACTERS = 40, 60, 500


class Kind(StrEnum):
    SAVED = "saved"
    RAISED = "raised"


class Means(StrEnum):
    """As what a proof was sent."""

    TEXT = "text"
    PHOTO = "photo"
    FILE = "file"


@dataclass(frozen=True)
class Proof:
    means: Means
    told: str
    """The words, or the number of a file at Telegram's."""


PROOFS = {Kind.SAVED: 2, Kind.RAISED: 1}
"""Two quotes, of before and after; or a receipt."""
PROVES = {Kind.SAVED: frozenset(Means), Kind.RAISED: frozenset({Means.PHOTO, Means.FILE})}


@dataclass(frozen=True)
class Entry:
    community: CommunityId
    number: int
    """Counts in its community; 0 before it is entered."""
    key: str
    kind: Kind
    what: str
    """What was saved on, or from whom it was raised."""
    fen: int
    proofs: tuple[Proof, ...]
    by: int
    """Telegram id; 0 once they have had their data deleted."""
    at: datetime
    struck_at: datetime | None = None
    struck_by: int | None = None
    reason: str = ""
    """Why it was struck."""

    @property
    def missing(self) -> int:
        """So many proofs more it needs."""
        return max(0, PROOFS[self.kind] - len(self.proofs))

    def proved(self, proofs: Sequence[Proof]) -> "Entry":
        """With these too, as far as any are missing. Raises `Struck`."""
        self.check_stands()
        return replace(self, proofs=(*self.proofs, *proofs[: self.missing]))

    def struck(self, by: int, at: datetime, reason: str) -> "Entry":
        """Never deleted. Raises `Struck`."""
        self.check_stands()
        return replace(self, struck_at=at, struck_by=by, reason=reason)

    def check_stands(self) -> None:
        if self.struck_at is not None:
            raise Struck(self.number)


@dataclass(frozen=True)
class Sums:
    """In fen."""

    saved: int = 0
    raised: int = 0


def yuan(fen: int) -> str:
    """1,200.50; without the fen where there are none."""
    whole, rest = divmod(fen, 100)
    return f"{whole:,}.{rest:02}" if rest else f"{whole:,}"


@dataclass(frozen=True)
class Ledger:
    """A page of it, the newest first."""

    entries: Sequence[Entry]
    sums: Sums
    page: int
    pages: int
    manages: bool


@dataclass(frozen=True)
class Seen:
    """An entry, and whether this person may prove or strike it."""

    entry: Entry
    manages: bool


@dataclass(frozen=True)
class SavingChanged(Event):
    """Base: something happened to an entry."""

    entry: Entry


@dataclass(frozen=True)
class SavingEntered(SavingChanged):
    pass


@dataclass(frozen=True)
class SavingProved(SavingChanged):
    pass


@dataclass(frozen=True)
class SavingStruck(SavingChanged):
    pass


class NoSaving(Refused):
    """There is no entry of this number."""


class NoMoneyDraft(Refused):
    """Nothing is being entered any more."""


class NotMoney(Refused):
    """No amount can be read in it, or too great a one."""


@dataclass(eq=False)
class NoMoneyWords(Refused):
    """Nothing was said, or too much."""

    most: int


class NoProof(Refused):
    """A receipt is a photo or a file."""


@dataclass(eq=False)
class Struck(Refused):
    """It is struck already."""

    number: int
