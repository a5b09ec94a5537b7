"""A request for a person's help: open until somebody takes it."""

from dataclasses import dataclass, replace
from datetime import datetime

from bot.kit.events import Event
from bot.kit.people import CommunityId
from bot.kit.refusals import Refused


@dataclass(frozen=True)
class HelpRequest:
    id: int
    community: CommunityId
    telegram_id: int
    name: str
    asked_at: datetime
    helper: str | None = None
    """Who has taken it."""
    helper_id: int | None = None

    def taken(self, helper_id: int, helper: str) -> "HelpRequest":
        """Raises `HelpedAlready` when another helper was first."""
        if self.helper is not None and self.helper_id != helper_id:
            raise HelpedAlready(self.helper)
        return replace(self, helper_id=helper_id, helper=helper)


@dataclass(frozen=True)
class HelpAsked(Event):
    request: HelpRequest


@dataclass(frozen=True)
class HelpTaken(Event):
    request: HelpRequest


@dataclass(eq=False)
class HelpedAlready(Refused):
    """Somebody else was first."""

    by: str


class NobodyToHelp(Refused):
    """The person has not said yet which community they belong to, so nobody can be told."""


class NoHelpRequest(Refused):
    """Who asked has had their data deleted."""
