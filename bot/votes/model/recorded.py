"""The record of a closed vote: all that it is counted from, by whoever likes (docs/record.md)."""

from collections.abc import Mapping, Sequence

from bot.votes.model.any_rule import OwnersRule
from bot.votes.model.ballot import Choice
from bot.votes.model.owners import Stand, Unit
from bot.votes.model.owners_record import OwnersRecord
from bot.votes.model.record import Record
from bot.votes.model.vote import Vote


def recorded(vote: Vote, ballots: Mapping[str, Choice], units: Sequence[Unit]) -> Record | OwnersRecord:
    """`ballots` as they were written at the end of the vote, `units` of the frozen roll."""
    if isinstance(vote.rule, OwnersRule):
        named = tuple((owner, _stand(choice)) for owner, choice in ballots.items())
        return OwnersRecord(vote.rule.majority, units, named, vote.charter)
    return Record(vote.rule, vote.entitled, None, ballots, vote.charter)


def _stand(choice: Choice) -> Stand:
    return Stand(choice[0]) if choice else Stand.ABSTAIN
