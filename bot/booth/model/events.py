"""What the group sees change."""

from dataclasses import dataclass

from bot.kit.events import Event
from bot.votes.model.vote import Vote


@dataclass(frozen=True)
class TurnoutChanged(Event):
    """More have taken part than its card says."""

    vote: Vote
