"""The record of a closed vote: all that it is counted from, by whoever likes (docs/record.md)."""

from bot.unit_of_work import UnitOfWork
from bot.votes.model.any_rule import OwnersRule
from bot.votes.model.ballot import Choice
from bot.votes.model.owners import Stand
from bot.votes.model.owners_record import OwnersRecord
from bot.votes.model.record import Record
from bot.votes.model.vote import Vote


def record_of(uow: UnitOfWork, vote: Vote) -> Record | OwnersRecord:
    """Of a closed vote, from the frozen roll and the ballots as they were written at its end."""
    ballots = uow.ballots.counted(vote)
    if isinstance(vote.rule, OwnersRule):
        named = tuple((owner, _stand(choice)) for owner, choice in ballots.items())
        return OwnersRecord(vote.rule.majority, uow.vote_roll.units(vote.id), named)
    return Record(vote.rule, vote.entitled, None, ballots)


def _stand(choice: Choice) -> Stand:
    return Stand(choice[0]) if choice else Stand.ABSTAIN
