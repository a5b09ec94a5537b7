"""Points that a moderator gives somebody as thanks, in front of everybody: sums are published every week."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.kit.refusals import Refused
from bot.points.model.ledger import Entry
from bot.residents.model import Resident


@dataclass(frozen=True)
class Award:
    """It was given; `left` is what its giver may still give today."""

    to: Resident
    entry: Entry
    left: int


@dataclass(frozen=True)
class Given:
    """What one moderator gave in a span of time: so many points, to so many people."""

    giver: int
    """Telegram id, below zero of who was forgotten."""
    points: int
    people: int
    times: int
    name: str = ""


@dataclass(frozen=True)
class Choosing:
    """An award is half said; these people are meant by the name, `left` may still be given today."""

    key: str
    choices: Sequence[Resident]
    to: Resident | None
    amount: int
    most: int
    left: int
    reason_characters: int


def read_award(words: str) -> tuple[str, int, str]:
    """`@王秀英 5 扫雪` as name, points and reason; empty, or 0, what is not said."""
    said = words.split()
    at = next((n for n, word in enumerate(said) if word.isdecimal()), len(said))
    amount = int(said[at][:9]) if at < len(said) else 0
    return " ".join(said[:at]).lstrip("@＠"), amount, " ".join(said[at + 1 :])


class NoAwardDraft(Refused):
    """This award was given or dropped before."""


class OwnAward(Refused):
    """Nobody gives points to themselves or to their own household."""


@dataclass(eq=False)
class NotAnAmount(Refused):
    """So many points cannot be given at once."""

    most: int


@dataclass(eq=False)
class NoAwardReason(Refused):
    """An award has a reason that fits on a line."""

    most: int


@dataclass(eq=False)
class GiverSpent(Refused):
    """One moderator gives only so many points a day."""

    left: int


@dataclass(eq=False)
class NoRoomToday(Refused):
    """One person earns only so many points a day."""

    left: int


@dataclass(eq=False)
class NobodyNamed(Refused):
    """Nobody on the roll is called so."""

    name: str
