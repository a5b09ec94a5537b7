"""What the courier does with the outbox: take what is due, and note how each delivery ended."""

from collections.abc import Collection, Sequence
from datetime import timedelta
from typing import assert_never

from bot.delivery.model import ChatMigrated, Owed, Params, Post, Priority
from bot.delivery.outcomes import Later, MessageGone, Moved, Never, Outcome, Sent
from bot.unit_of_work import UnitOfWork

REMEMBERED = timedelta(days=90)
"""So long a cause is known, so that nothing with it is owed once more."""


def release(uow: UnitOfWork) -> int:
    """Free what a courier before us claimed and did not finish; how many."""
    return uow.outbox.release()


def claim(uow: UnitOfWork, limit: int, resting: Collection[int]) -> Sequence[Owed]:
    """Take at most `limit` of what is due now, one for each chat that does not rest."""
    return uow.outbox.claim(uow.now, limit, resting)


def settle(uow: UnitOfWork, owed: Owed, outcome: Outcome) -> None:
    """Note how a delivery ended; records `ChatMigrated` when the chat has a new id."""
    match outcome:
        case Sent(message_id):
            uow.outbox.sent(owed, uow.now, message_id)
        case Later(after, reason):
            uow.outbox.postpone(owed, uow.now + after, reason)
        case Never(reason):
            uow.outbox.give_up(owed, uow.now, reason)
        case MessageGone():
            uow.outbox.forget_message(owed)
        case Moved(chat_id):
            uow.outbox.follow(owed.chat_id, chat_id)
            uow.outbox.postpone(owed, uow.now, "migrated")
            uow.record(ChatMigrated(owed.chat_id, chat_id))
        case _:
            assert_never(outcome)


def tidy(uow: UnitOfWork) -> bool:
    """Forget what nobody asks about any more, all at once: there is never more to do."""
    uow.outbox.forget_old(uow.now - REMEMBERED)
    uow.forget_handled()
    return False


def owe_reply(uow: UnitOfWork, cause: str, chat_id: int, method: str, params: Params, seconds: float) -> None:
    """Owe an answer that could not be given at once; due in `seconds`."""
    due_at = uow.now + timedelta(seconds=seconds)
    uow.outbox.put(Post(cause, chat_id, params, due_at, method, Priority.REPLY))
