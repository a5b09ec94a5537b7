"""What must be kept about deliveries."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from bot.delivery.model import Board, Owed, Post
from bot.kit.events import Subject


class Outbox(Protocol):
    """Posts and boards owed. Every method runs in the unit of work's transaction."""

    def put(self, post: Post) -> None:
        """Owe a post; a post with the same cause is owed once only."""

    def show(self, board: Board) -> None:
        """Owe a board its newest state, in place of an older one that has not gone out, and as soon as that was due:
        whoever shows each change a few seconds later has one edit in these seconds, however many changes."""

    def claim(self, now: datetime, limit: int, resting: Collection[int]) -> Sequence[Owed]:
        """Take what is due, at most one for each chat, none for `resting` chats, most urgent first.

        What is of no use any more is noted as missed instead.
        Claimed rows are handed out again only by `release`.
        """

    def withdraw(self, cause: str, at: datetime) -> None:
        """A post that is not true any more; it stays where it has gone out or is on its way."""

    def withdraw_all(self, causes: str, at: datetime) -> None:
        """The same for all whose cause begins so."""

    def tally(self, causes: str) -> Mapping[str, int]:
        """How many posts whose cause begins so ended how; those still owed stand under the empty word."""

    def release(self) -> int:
        """At a courier's start: free what a predecessor claimed and did not finish; how many."""

    def sent(self, owed: Owed, at: datetime, message_id: int | None) -> None:
        """It arrived. A board remembers its message; one that changed meanwhile is owed again."""

    def postpone(self, owed: Owed, until: datetime, reason: str) -> None:
        """It did not arrive; try again later."""

    def give_up(self, owed: Owed, at: datetime, reason: str) -> None:
        """It will never arrive; `reason` is Telegram's word."""

    def abandon(self, chat_id: int, at: datetime, reason: str) -> None:
        """Nothing is owed to this chat any more; what is in flight ends by itself."""

    def message_of(self, chat_id: int, name: str) -> int | None:
        """The message that this board is, if it stands."""

    def pinned(self, chat_id: int) -> Collection[int]:
        """The messages in this chat of boards that are pinned there."""

    def posted_at(self, chat_id: int, name: str) -> datetime | None:
        """When Telegram first took this board; None where it has not."""

    def forget_message(self, owed: Owed) -> None:
        """A board's message is gone (deleted): post it anew."""

    def follow(self, old_chat_id: int, new_chat_id: int) -> None:
        """A group became a supergroup: what is owed to the one is owed to the other.

        Its boards are posted anew, each with the next state that is owed.
        """

    def boards(self, name: str) -> Sequence[int]:
        """The chats in which a board of this name stands, or is to stand."""

    def forget(self, telegram_id: int, subjects: Collection[Subject]) -> None:
        """Drop posts to others that are about a forgotten person: told by their causes, or by the id in them."""

    def forget_old(self, before: datetime) -> None:
        """Drop what was done before `before`; its cause cannot come again by then."""

    def due(self, now: datetime) -> int:
        """How many are due and not claimed."""
