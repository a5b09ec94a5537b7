"""What everybody may know of a concern: what became of it, and how many households have met it too."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.concerns.model.concern import Concern
from bot.concerns.model.life import CLOSED, Deed, Entry, State
from bot.roles.model import Role

OPEN = frozenset(State) - CLOSED
"""The states in which something is still to be done."""


@dataclass(frozen=True)
class Line:
    """A line of the history, as everybody reads it: by a role, not by a name."""

    what: Deed | Entry
    at: datetime
    by: Role | None = None
    """Of a member of staff, as far as it is known."""
    words: str = ""
    """The number of the agenda item that it became, or what the sub-district office replied."""
    name: str = ""
    """Of who signed it."""


@dataclass(frozen=True)
class Chain:
    """A concern as one person sees it."""

    concern: Concern
    lines: Sequence[Line]
    households: int
    """So many have met it too, the author's own not counted."""
    own: bool = False
    """Whether this person raised it."""
    may_join: bool = False
    """Whether this person's household can say that it has met it too."""
    joined: bool = False
    """Whether it has said so."""
    late: bool = False
    """Whether a person should have answered by now."""
    may_propose: bool = False
    """Whether this person can make an agenda item of it."""
