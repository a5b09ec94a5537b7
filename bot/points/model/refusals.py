"""Why points do not move."""

from dataclasses import dataclass

from bot.kit.refusals import Refused
from bot.points.model.ledger import Kind


@dataclass(eq=False)
class NotEnoughPoints(Refused):
    """There are fewer in the account than are wanted of it."""

    kind: Kind
    balance: int
    wanted: int


class NoEntry(Refused):
    """There is no such entry here, or it cannot be reversed."""


class ReversedAlready(Refused):
    """An entry is reversed once."""
