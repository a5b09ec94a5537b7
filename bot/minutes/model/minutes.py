"""The life of minutes: drafted, approved by the chair, published a day after, open to corrections, final."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from bot.agenda.model.item import ItemId
from bot.config import MinutesRules
from bot.kit.people import CommunityId
from bot.minutes.model.record import Balloted, Record
from bot.minutes.model.refusals import ApprovedAlready, CorrectionsOver, DraftChanged, NotPublished
from bot.sittings.model.sitting import SittingId

NOBODY: Final = 0
"""The Telegram id of somebody who has had their data deleted."""
ONCE_MORE: Final = timedelta(days=1)
"""So long after the chair all moderators are reminded."""


class State(StrEnum):
    DRAFT = "draft"
    APPROVED = "approved"
    PUBLISHED = "published"
    FINAL = "final"


PUBLIC: Final = (State.PUBLISHED, State.FINAL)
"""Everybody here may read them."""


@dataclass(frozen=True)
class Minutes:
    """Of one sitting. `record` never changes; the chair may add a note while it is a draft."""

    sitting: SittingId
    community: CommunityId
    record: Record
    chair: int
    """Telegram id of who chaired at the end."""
    state: State
    due_at: datetime | None
    """A draft's next reminder, when approved minutes are published, when published ones become final."""
    note: str = ""
    revision: int = 0
    """Grows with each change of the note: what was approved is what was read."""
    reminders: int = 0
    balloted: tuple[Balloted, ...] = ()
    """What was added below the record, as votes were closed."""
    approved_at: datetime | None = None
    approved_by: int | None = None
    published_at: datetime | None = None
    final_at: datetime | None = None

    @property
    def public(self) -> bool:
        return self.state in PUBLIC

    def noted(self, note: str) -> "Minutes":
        """With the chair's note in place of an earlier one. Raises `ApprovedAlready`."""
        if self.state is not State.DRAFT:
            raise ApprovedAlready
        return replace(self, note=note, revision=self.revision + 1)

    def counted(self, new: Balloted) -> "Minutes":
        """With what came of a vote, in place of what was noted of it before."""
        others = tuple(one for one in self.balloted if one.vote != new.vote)
        return replace(self, balloted=(*others, new))

    def ballots_on(self, item: ItemId) -> Balloted | None:
        """What came of the vote on this item."""
        return next((one for one in self.balloted if one.item == item), None)

    def approved(self, by: int, at: datetime, revision: int, rules: MinutesRules) -> "Minutes":
        """As this revision reads; twice is once. To be published a day after the sitting, or at once.

        Raises `DraftChanged` where there is a newer revision.
        """
        if self.state is not State.DRAFT:
            return self
        if revision != self.revision:
            raise DraftChanged
        due_at = max(publication(self.record, rules), at)
        return replace(self, state=State.APPROVED, approved_by=by, approved_at=at, due_at=due_at)

    def published(self, at: datetime, rules: MinutesRules) -> "Minutes":
        """From now on everybody may read it, and say for some days what is wrong."""
        until = at + timedelta(days=rules.correction_days)
        return replace(self, state=State.PUBLISHED, published_at=at, due_at=until)

    def closed(self, at: datetime) -> "Minutes":
        """Final since the window was over, whenever that is noticed."""
        return replace(self, state=State.FINAL, final_at=self.due_at or at, due_at=None)

    def reminded(self, at: datetime) -> "Minutes":
        """Somebody was told that it waits: the chair first, a day later all moderators."""
        first = self.reminders == 0 and self.chair != NOBODY
        reminders = 1 if first else 2
        return replace(self, reminders=reminders, due_at=at + ONCE_MORE if first else None)

    @property
    def corrections_until(self) -> datetime | None:
        """From this second on none is taken any more; None unless it is published and not final."""
        return self.due_at if self.state is State.PUBLISHED else None

    def takes_corrections(self, now: datetime) -> bool:
        until = self.corrections_until
        return until is not None and now < until

    def check_takes_corrections(self, now: datetime) -> None:
        """Raises `NotPublished`, or `CorrectionsOver` from the last second of the window on."""
        if not self.public:
            raise NotPublished(self.record.starts_at)
        if not self.takes_corrections(now):
            raise CorrectionsOver(self.final_at or self.due_at or now)


def publication(record: Record, rules: MinutesRules) -> datetime:
    """When minutes go out at the earliest: so many hours after the sitting was closed."""
    return record.closed_at + timedelta(hours=rules.publish_hours)


def drafted(sitting: SittingId, community: CommunityId, record: Record, chair: int, rules: MinutesRules) -> Minutes:
    """Waits for the chair's approval; the first reminder is due when it should have been published."""
    return Minutes(sitting, community, record, chair, State.DRAFT, publication(record, rules))
