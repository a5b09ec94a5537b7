"""What time does to votes: they are closed and counted at their second, and their keys are destroyed."""

from bot.unit_of_work import UnitOfWork
from bot.votes.model.count import Outcome
from bot.votes.model.events import VoteClosed
from bot.votes.model.recorded import recorded

AT_ONCE = 20


def close_due(uow: UnitOfWork) -> bool:
    """One whose time is over: open its ballots, write them where they stay, count; whether there may be more."""
    vote = uow.votes.to_close(uow.now)
    if vote is None:
        return False
    cast = uow.ballots.close(vote)
    counting = vote.closed(cast, Outcome.NO_QUORUM)
    record = recorded(counting, uow.ballots.counted(counting), uow.vote_roll.units(vote.id))
    closed = vote.closed(cast, record.counted().outcome)
    uow.votes.save(closed)
    uow.votes.withdraw_reminders(vote.id)
    uow.record(VoteClosed(closed))
    return True


def lose_keys(uow: UnitOfWork) -> bool:
    """Of votes that are over, once that is committed; whether there may be more."""
    return uow.ballots.lose_keys(AT_ONCE) == AT_ONCE
