"""Who takes part in a sitting, from where, and whether it is enough (rows R002, R052)."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.agenda.model.item import Scope
from bot.attendance.model.quorum import Quorum
from bot.sittings.model.sitting import SittingId


class Origin(StrEnum):
    """From where somebody takes part; both count alike."""

    ON_SITE = "on_site"
    """By the code that stands in the room."""
    REMOTE = "remote"
    """By the button in the group."""


@dataclass(frozen=True)
class CheckIn:
    """Somebody takes part, once a sitting; the first origin stays."""

    sitting: SittingId
    telegram_id: int
    """0 once they have had their data deleted."""
    origin: Origin
    at: datetime


@dataclass(frozen=True)
class Heads:
    """Those who have checked in: everybody, those of them from afar, and those whom a council's quorum counts."""

    people: int
    remote: int
    council: int


@dataclass(frozen=True)
class Present:
    """Who is there, and whom the quorum counts of them."""

    people: int
    """Everybody who has checked in, however they came."""
    remote: int
    counted: int
    """Representatives and alternates who stand in; without a council, everybody."""
    seats: int
    """Of the council; 0 where there is none."""
    needed: int

    @property
    def quorum_met(self) -> bool:
        return Quorum(self.seats, self.needed).met_by(self.counted)

    @property
    def missing(self) -> int:
        """How many more have to come."""
        return Quorum(self.seats, self.needed).missing(self.counted)


def present(heads: Heads, needed: Quorum) -> Present:
    """An alternate fills an empty seat and makes none; without a council everybody counts."""
    counted = min(heads.council, needed.seats) if needed.seats else heads.people
    return Present(heads.people, heads.remote, counted, needed.seats, needed.needed)


def entitled(there: Present, scope: Scope | None) -> int:
    """How many votes can be cast: of the council on its own matters, of everybody who is there on all others."""
    return there.counted if scope is Scope.COUNCIL else there.people
