"""What a person may see of votes. Nobody sees ballots, and nobody a result before a vote is closed."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.kit.people import Reader
from bot.residents.model import NoCommunity
from bot.unit_of_work import UnitOfWork
from bot.votes.model.any_rule import OwnersRule
from bot.votes.model.count import Outcome
from bot.votes.model.refusals import NoVote, TooFewToShow
from bot.votes.model.roll import Entry, Seen, Turnout
from bot.votes.model.shortfall import Shortfall, shortfall
from bot.votes.model.vote import Vote, VoteId
from bot.votes.service.deciding import manages

LATEST = 10


@dataclass(frozen=True)
class Listed:
    """What runs, the next to close first, and what was over last."""

    running: Sequence[Seen]
    over: Sequence[Vote]


def listed(uow: UnitOfWork, reader: Reader) -> Listed:
    """For anybody. Raises `NoCommunity`."""
    if reader.community is None:
        raise NoCommunity
    running = [_seen(uow, reader, vote) for vote in uow.votes.running(reader.community, uow.now)]
    return Listed(running, uow.votes.latest_over(reader.community, LATEST))


def seen(uow: UnitOfWork, reader: Reader, vote: VoteId) -> Seen:
    """For whoever has a ballot in it, or is of its community. Raises `NoVote`."""
    found = _seen(uow, reader, uow.votes.get(vote))
    if found.entry is None and found.vote.community != reader.community:
        raise NoVote
    return found


def numbered(uow: UnitOfWork, reader: Reader, number: int) -> Seen:
    """Raises `NoVote`."""
    return _seen(uow, reader, uow.votes.numbered(reader.community, number))


def turnout(uow: UnitOfWork, vote: Vote) -> Turnout:
    """For the card that all can see."""
    return uow.vote_roll.turnout(vote.id)


def missing(uow: UnitOfWork, vote: Vote) -> Shortfall | None:
    """还差多少, of an owners' vote; None of others."""
    if not isinstance(vote.rule, OwnersRule):
        return None
    there = [entry.label for entry in uow.vote_roll.took_part(vote.id)]
    return shortfall(uow.vote_roll.units(vote.id), there)


def who_took_part(uow: UnitOfWork, reader: Reader, vote: VoteId) -> Sequence[Entry]:
    """Of a closed vote that reached its quorum, and of five at least. Raises `NoVote`, `TooFewToShow`."""
    found = seen(uow, reader, vote).vote
    quorum_met = found.outcome not in {None, Outcome.NO_QUORUM}
    least = uow.settings_of(found.community, found.opened_at).votes.least_shown
    if not quorum_met or (found.took_part or 0) < least:
        raise TooFewToShow(found.number, least)
    return uow.vote_roll.took_part(vote)


def participants(uow: UnitOfWork, vote: Vote) -> Sequence[int]:
    """Telegram ids of those whose ballot was cast, once it is closed: for points, all at one moment."""
    return uow.vote_roll.participants(vote.id)


def behind(uow: UnitOfWork, most: int) -> Sequence[Vote]:
    """Votes whose cards in the group show an older turnout; whoever asks brings them up to date."""
    return [uow.votes.get(vote) for vote in uow.votes.cards_behind(most)]


def _seen(uow: UnitOfWork, reader: Reader, vote: Vote) -> Seen:
    standing = uow.vote_roll.standing(vote.id, reader.telegram_id)
    why, name = (None, "") if standing.entry else uow.vote_roll.why_not(vote, reader.telegram_id)
    return Seen(vote, uow.vote_roll.turnout(vote.id), standing.entry, why, manages(uow, reader), name)
