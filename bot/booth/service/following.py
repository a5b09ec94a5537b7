"""The card in the group follows the ballots, within seconds and never with each."""

from bot.booth.model.events import TurnoutChanged
from bot.unit_of_work import UnitOfWork

AT_ONCE = 20


def follow_ballots(uow: UnitOfWork) -> bool:
    """Have the cards that are behind written anew; whether there may be more."""
    behind = uow.votes.cards_behind(AT_ONCE)
    for number in behind:
        vote = uow.votes.get(number)
        uow.enter(vote.community)
        uow.record(TurnoutChanged(vote))
    return len(behind) == AT_ONCE
