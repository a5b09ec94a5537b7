"""One line of the log: an act that changed something, with who did it and what entitled them."""

from dataclasses import dataclass
from datetime import datetime

from bot.kit.events import Event
from bot.kit.people import CommunityId
from bot.roles.model import Role
from bot.votes.model.events import BallotCast

UNSEEN: tuple[type[Event], ...] = (BallotCast,)
"""Nobody shall read from the log when somebody voted."""


@dataclass(frozen=True)
class Deed:
    """`who` is a Telegram id, 0 once their data has been deleted; without roles they acted as a resident."""

    community: CommunityId
    at: datetime
    who: int
    roles: frozenset[Role]
    what: str
    """The name of the event."""
    number: int | None = None
    """Of the concern, item, sitting or vote that it is about, as people call it."""
    id: int = 0


@dataclass(frozen=True)
class Page:
    """Some lines of the log, the newest first, with the names of those who have any."""

    deeds: tuple[Deed, ...]
    names: dict[int, str]
    older: int | None
    """Before which line the next page begins; None where this is the oldest."""


def number_of(event: Event) -> int | None:
    """The number of what an event is about: the first of its values that has one."""
    for value in vars(event).values():
        found = getattr(value, "number", None)
        if isinstance(found, int):
            return found
    return None
