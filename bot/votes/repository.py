"""What must be kept about votes."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol

from bot.agenda.model.item import ItemId
from bot.kit.people import CommunityId
from bot.votes.model.ballot import Choice
from bot.votes.model.owners import Unit
from bot.votes.model.refusals import WhyNot
from bot.votes.model.reminder import Reminder
from bot.votes.model.roll import Entry, EntryId, Origin, Standing, Turnout
from bot.votes.model.vote import Vote, VoteId


class Votes(Protocol):
    """Votes, and when what is due about them."""

    def open(self, vote: Vote) -> Vote:
        """Keep a new one; it comes back with its id and number."""

    def save(self, vote: Vote) -> None:
        """Keep what may change of it: its end, its state, its reasons, its outcome."""

    def get(self, vote: VoteId) -> Vote:
        """Whosever it is. Raises `NoVote`."""

    def numbered(self, community: CommunityId | None, number: int) -> Vote:
        """Raises `NoVote`."""

    def with_key(self, key: str) -> Vote | None: ...

    def running_on(self, item: ItemId) -> Vote | None:
        """Open, whether its time is over or not."""

    def of_item(self, item: ItemId) -> Sequence[Vote]:
        """All there ever were, the latest last."""

    def running(self, community: CommunityId, now: datetime) -> Sequence[Vote]:
        """Those that take ballots, the next to close first."""

    def latest_over(self, community: CommunityId, most: int) -> Sequence[Vote]:
        """Closed or annulled, the latest first."""

    def to_close(self, now: datetime) -> VoteId | None:
        """The first whose time is over; it is this transaction's."""

    def card_is_behind(self, vote: VoteId) -> None:
        """Its card in the group has to show another turnout; so often as one likes."""

    def cards_behind(self, most: int) -> Sequence[VoteId]:
        """Those whose cards are behind; from now on they are not."""

    def plan_reminders(self, reminders: Sequence[Reminder]) -> None:
        """In place of all that were planned for these votes."""

    def withdraw_reminders(self, vote: VoteId) -> None: ...

    def reminder_due(self, now: datetime) -> Reminder | None:
        """The earliest; it is this transaction's."""

    def save_reminder(self, reminder: Reminder, *, done: bool) -> None: ...


class VoteRoll(Protocol):
    """名册: entries and who may cast for them, as frozen at the opening of each vote."""

    def freeze(self, vote: Vote) -> int:
        """Copy who is entitled as of now; how many ballots there can be."""

    def standing(self, vote: VoteId, telegram_id: int) -> Standing:
        """A vote before one person, in one query. Raises `NoVote`."""

    def why_not(self, vote: Vote, telegram_id: int) -> tuple[WhyNot, str]:
        """Why they are not on it, and who casts for their household, where it has named somebody."""

    def turnout(self, vote: VoteId) -> Turnout: ...

    def entry(self, vote: VoteId, entry: EntryId) -> Entry | None: ...

    def labelled(self, vote: VoteId, label: str) -> Entry | None:
        """For paper: the entry of this door or this owner."""

    def took_part(self, vote: VoteId) -> Sequence[Entry]:
        """Those of which a ballot was cast, in the order of the roll."""

    def not_yet(self, vote: VoteId, after: int, most: int) -> Sequence[int]:
        """Telegram ids above `after` of who can cast a ballot that nobody has cast, guides not; in their order."""

    def participants(self, vote: VoteId) -> Sequence[int]:
        """Telegram ids of who could cast the ballots that were cast, once the vote is closed."""

    def units(self, vote: VoteId) -> Sequence[Unit]:
        """Of an owners' vote, frozen too; the owner is the entry's label."""

    def follow_joining(self, resident: int, telegram_id: int, now: datetime) -> None:
        """Whose place was nobody's on Telegram when running votes were opened has its ballot, if they have no other."""


class BallotBox(Protocol):
    """Ballots. Until a vote closes they are sealed under its key, which is not in the books."""

    def prepare(self, vote: Vote) -> None:
        """Make its key."""

    def put(self, vote: Vote, entry: EntryId, choice: Choice, cause: str, origin: Origin) -> str:
        """In place of the one that was cast before; its receipt, which is another for each cause."""

    def counts(self, vote: Vote, entry: EntryId, cause: str) -> str | None:
        """The receipt, if what counts for this entry was cast by this cause; None where it was another."""

    def keep_paper(self, vote: Vote, entry: EntryId, choice: Choice, by: int) -> None: ...

    def paper(self, vote: Vote, entry: EntryId) -> tuple[Choice, int] | None:
        """What was typed in first, and by whom."""

    def drop_paper(self, entry: EntryId) -> None: ...

    def close(self, vote: Vote) -> int:
        """Open all ballots and write them where they stay: named ones beside the roll, detached ones shuffled under
        their receipts. How many there are. Raises `BallotsLost`, and then nothing is changed."""

    def discard(self, vote: Vote) -> None:
        """Of an annulled vote nothing is counted and nothing kept."""

    def counted(self, vote: Vote) -> Mapping[str, Choice]:
        """Of a closed vote: label of the roll, or receipt, → choice."""

    def keys_left(self, most: int) -> Sequence[VoteId]:
        """Votes that are over, whose keys may still be there."""
        ...

    def lose_keys(self, over: Sequence[VoteId]) -> None:
        """Destroy the keys of these."""
