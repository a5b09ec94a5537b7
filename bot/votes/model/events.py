"""What happens to votes. None of these carries a choice, and a ballot's none who cast it."""

from dataclasses import dataclass

from bot.kit.events import Event
from bot.kit.people import CommunityId
from bot.votes.model.vote import Vote, VoteId


@dataclass(frozen=True)
class VoteChanged(Event):
    """`vote` as it is from now on."""

    vote: Vote


@dataclass(frozen=True)
class VoteOpened(VoteChanged):
    pass


@dataclass(frozen=True)
class VoteExtended(VoteChanged):
    """Its `extension` says why."""


@dataclass(frozen=True)
class VoteAnnulled(VoteChanged):
    """Its `reason` says why."""


@dataclass(frozen=True)
class VoteClosed(VoteChanged):
    """Counted. Who took part is read from the books, by its id."""


@dataclass(frozen=True)
class BallotCast(Event):
    """One more has taken part; a ballot that is cast anew is no event. So many of them share one edit of the card."""

    community: CommunityId
    vote: VoteId


@dataclass(frozen=True)
class VoteReminded(Event):
    """These people, by their Telegram ids, can still cast a ballot that nobody has cast."""

    vote: Vote
    hours: int
    """So long before it closes."""
    them: tuple[int, ...]
