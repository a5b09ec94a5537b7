"""What time does to votes: they are closed and counted at their second, and their keys are destroyed."""

from collections.abc import Sequence
from dataclasses import replace

from bot.unit_of_work import UnitOfWork
from bot.votes.model.events import VoteAnnulled, VoteClosed
from bot.votes.model.recorded import recorded
from bot.votes.model.roll import BallotsLost
from bot.votes.model.vote import State, Vote, VoteId
from bot.votes.service.changing import put_off

AT_ONCE = 20
LOST = "选票的钥匙丢了或者选票被改动过，打不开"
"""Said to everybody, as the reasons of moderators are."""


def close_due(uow: UnitOfWork) -> bool:
    """One whose time is over: open its ballots, write them where they stay, count; whether there may be more."""
    due = uow.votes.to_close(uow.now)
    if due is None:
        return False
    vote = uow.votes.get(due)
    uow.enter(vote.community)
    uow.votes.withdraw_reminders(vote.id)
    try:
        cast = uow.ballots.close(vote)
    except BallotsLost:
        give_up(uow, vote)
        return True
    record = recorded(vote, uow.ballots.counted(vote), uow.vote_roll.units(vote.id))
    closed = vote.closed(cast, record.counted().outcome)
    uow.votes.save(closed)
    uow.record(VoteClosed(closed))
    return True


def give_up(uow: UnitOfWork, vote: Vote) -> None:
    """Nobody can open its ballots any more: it is annulled by itself, and everybody reads why."""
    after = replace(vote, state=State.ANNULLED, ended_at=uow.now, reason=LOST)
    uow.votes.save(after)
    uow.ballots.discard(after)
    put_off(uow, after, None)
    uow.record(VoteAnnulled(after))


def keys_left(uow: UnitOfWork) -> Sequence[VoteId]:
    """Of votes that are over."""
    return uow.ballots.keys_left(AT_ONCE)


def lose_keys(uow: UnitOfWork, over: Sequence[VoteId]) -> bool:
    """Of votes that `keys_left` has named, in another action: an end that is not committed yet may still come to
    nothing, and no key comes back. There is nothing more then."""
    uow.ballots.lose_keys(over)
    return False
