"""What goes on in one building, as its liaison sees it: figures, and who waits for help; never who voted."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Waiting:
    """A running vote, and how many of the building have not voted yet."""

    number: int
    what: str
    entitled: int
    not_yet: int


@dataclass(frozen=True)
class Wants:
    """Somebody of the building asked for a person's help."""

    request: int
    name: str


@dataclass(frozen=True)
class MyBuilding:
    building: int
    open: int
    """Concerns."""
    overdue: int
    households: int
    joined: int
    """Households of which somebody has joined."""
    votes: Sequence[Waiting]
    wanting: Sequence[Wants]
    others: bool
    """Whether this person sees to other buildings too."""
