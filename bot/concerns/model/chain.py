"""What everybody may know of a concern: what became of it, and how many households have met it too."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.concerns.model.concern import Concern
from bot.concerns.model.life import Deed, State
from bot.roles.model import Role

OPEN = frozenset(State) - {State.CONFIRMED}
"""The states in which something is still to be done."""
UNANSWERED = frozenset({State.RECEIVED, State.CLAIMED})
"""Those in which a person is to answer, by a certain time."""


class Entry(StrEnum):
    """What the history says beside the deeds that move a concern."""

    RAISED = "raise"
    CONSENT = "consent"
    """Told on somebody's behalf, who has agreed to it."""


@dataclass(frozen=True)
class Noted:
    """A line of the history, as it is kept."""

    what: Deed | Entry
    at: datetime
    by: int
    """Telegram id; 0 for somebody who has had their data deleted."""


@dataclass(frozen=True)
class Line:
    """A line of the history, as everybody reads it: by a role, not by a name."""

    what: Deed | Entry
    at: datetime
    by: Role | None = None
    """Of a member of staff, as far as it is known."""


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
