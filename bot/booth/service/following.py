"""The card in the group follows the ballots, within seconds and never with each."""

from bot.booth.model.events import TurnoutChanged
from bot.unit_of_work import UnitOfWork

AT_ONCE = 20


def follow_ballots(uow: UnitOfWork) -> bool:
    """Have the cards that are behind written anew; whether there may be more."""
    behind = uow.votes.cards_behind(AT_ONCE)
    for vote in behind:
        uow.record(TurnoutChanged(uow.votes.get(vote)))
    return len(behind) == AT_ONCE
