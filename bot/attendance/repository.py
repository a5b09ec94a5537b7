"""What must be kept about who comes to sittings."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from bot.attendance.model.alternates import Ask, Council
from bot.attendance.model.reminders import Guest, Kind, Reminder
from bot.attendance.model.rsvp import Counted, Signup
from bot.kit.people import CommunityId
from bot.sittings.model.sitting import Sitting, SittingId


class Attendance(Protocol):
    """Who said that they come, who wants to speak, and who asked to be told each time."""

    def signup(self, sitting: SittingId, telegram_id: int) -> Signup | None: ...

    def keep(self, signup: Signup) -> None:
        """In place of what they said before. Who still wants to speak keeps their place among the speakers."""

    def last_in_line(self, sitting: SittingId) -> int:
        """The greatest number anybody waits with; 0 if nobody does."""

    def line(self, sitting: SittingId) -> Sequence[int]:
        """The Telegram ids of those who wait for a seat and may be told of one, the first in the line first."""

    def waited_for(self, now: datetime) -> Sequence[SittingId]:
        """Those to come, not called off, for which anybody waits."""

    def count(self, sitting: SittingId) -> Counted: ...

    def speakers(self, sitting: SittingId) -> Sequence[int]:
        """The Telegram ids of those who want to speak, in the order in which they asked."""

    def coming(self, sitting: SittingId) -> Sequence[int]:
        """The Telegram ids of those who said that they come, in the order of the ids."""

    def council(self, sitting: Sitting) -> Council:
        """As of now: the representatives, and those who come of them and of the alternates who were asked."""

    def drop(self, community: CommunityId, telegram_id: int, now: datetime) -> Sequence[SittingId]:
        """Somebody is not of this community any more: their word about sittings to come is void; which these were."""

    def subscribe(self, community: CommunityId, telegram_id: int, at: datetime) -> None:
        """Twice is once."""

    def unsubscribe(self, community: CommunityId, telegram_id: int) -> None: ...

    def subscribed(self, community: CommunityId, telegram_id: int) -> bool: ...

    def subscribers(self, community: CommunityId, after: int, most: int) -> Sequence[int]:
        """At most `most` Telegram ids above `after` of those who asked to be told of every sitting, in their order."""


class Reminders(Protocol):
    """What is to be sent before sittings, as rows."""

    def plan(self, reminders: Sequence[Reminder]) -> None:
        """What is planned already stays as it is."""

    def unplanned(self, now: datetime, most: int) -> Sequence[Sitting]:
        """Sittings to come of which nothing was ever planned; the earliest first."""

    def due(self, now: datetime) -> Reminder | None:
        """What has been due for the longest time and is not over; it is this transaction's."""

    def due_of(self, sitting: SittingId, now: datetime) -> Sequence[Reminder]:
        """All that is due about one sitting and is not over, the earliest first."""

    def of(self, sitting: SittingId, kind: Kind) -> Sequence[Reminder]:
        """All of a kind, over or not; the earliest first."""

    def save(self, reminder: Reminder) -> None: ...

    def withdraw(self, sitting: SittingId) -> None:
        """What is not over is not to be done any more."""

    def audience(
        self, sitting: Sitting, after: int, most: int, *, invited: bool, now: datetime, waiting: bool = False
    ) -> Sequence[Guest]:
        """At most `most` people with Telegram ids above `after`, in the order of the ids.

        Those who said that they come; with `waiting` those who would; and with `invited` those who have said nothing
        and are representatives, or asked to be told each time.
        """


class Alternates(Protocol):
    """Which alternates were asked to stand in."""

    def asked(self, sitting: SittingId) -> Sequence[Ask]:
        """All, in the order in which they were asked."""

    def ask(self, ask: Ask) -> None: ...

    def settle(self, ask: Ask, at: datetime) -> None:
        """There is an answer, or none came in time."""

    def silent(self, now: datetime) -> Ask | None:
        """One that was not answered in time and is not settled; the longest waiting first."""
