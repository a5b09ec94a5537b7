"""Which votes earn points."""

from bot.votes.model.rule import Electorate
from bot.votes.model.vote import Vote


def rewarded(vote: Vote) -> bool:
    """Those of the council only: taking part in what the law gives to residents or owners is never paid for
    (field notes: vote-buying risk)."""
    return vote.rule.electorate is Electorate.COUNCIL
