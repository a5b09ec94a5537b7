"""What is locked of a sitting's agenda, and the one rule of what may be voted there (rows R003, R040, R070)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from bot.agenda.model.item import Item, ItemId, Scope, notice_days
from bot.agenda.model.steps import Step
from bot.config import Community
from bot.sittings.model.sitting import Sitting, SittingId


@dataclass(frozen=True)
class Slot:
    """One item as it was when its notice was locked; it may be voted in this wording and by these people only."""

    sitting: SittingId
    item: ItemId
    version: int
    """Of its frozen wording."""
    position: int
    minutes: int
    """Planned for it."""
    days: int
    """With which notice."""
    scope: Scope | None
    """Whose matter the group was told that it is."""


@dataclass(frozen=True)
class Publication:
    """All with a notice of so many days: locked at one moment, and shown to the group by one board."""

    sitting: SittingId
    days: int
    locked_at: datetime
    accepted_at: datetime | None = None
    """When Telegram first took the group's post; None where it has not, or there is no group."""
    board: str = ""
    """The name of the group's board."""


class WhyTalkOnly(StrEnum):
    """Why an item is talked about, and not voted."""

    GONE = "gone"
    """It does not stand on this agenda any more."""
    WRONG_STEP = "wrong_step"
    """It is not being reviewed."""
    NO_WORDING = "no_wording"
    SHORT = "short"
    """The sitting itself was called less than the notice before."""
    NOT_YET = "not_yet"
    """The group has not had it so far."""
    ADDED = "added"
    """After the lock."""
    REWORDED = "reworded"
    """After the lock."""
    RESCOPED = "rescoped"
    """Whose matter it is was changed after the lock: others would vote than were told."""
    LATE = "late"
    """The group had it too late."""


VOTABLE_STEPS = (Step.REVIEWING, Step.RESOLVING)


def lock_at(sitting: Sitting, days: int, settings: Community) -> datetime:
    """When this part of the agenda is locked and queued: some hours before the group must have had it."""
    return deadline(sitting, days) - timedelta(hours=settings.agenda.lock_hours)


def deadline(sitting: Sitting, days: int) -> datetime:
    """The last moment at which the group may have had it. Days have 24 hours."""
    return sitting.starts_at - timedelta(days=days)


def all_notice_days(settings: Community) -> Sequence[int]:
    """Every length of notice that occurs, the longest first."""
    return sorted({settings.sittings.preview_days, settings.agenda.owners_notice_days}, reverse=True)


def publication_of(publications: Sequence[Publication], days: int) -> Publication | None:
    """The one with this notice."""
    return next((one for one in publications if one.days == days), None)


def to_lock(items: Sequence[Item], sitting: Sitting, days: int, settings: Community) -> Sequence[Slot]:
    """What is ready for a vote, of those items on the agenda that need this notice."""
    ready = (item for item in items if item.version and item.step is Step.REVIEWING)
    return [
        Slot(sitting.id, item.id, item.version, item.position, item.minutes, days, item.scope)
        for item in ready
        if notice_days(item.scope, settings) == days
    ]


def why_talk_only(
    item: Item, sitting: Sitting, slots: Sequence[Slot], publications: Sequence[Publication], settings: Community
) -> WhyTalkOnly | None:
    """Why the item cannot be voted at this sitting; None where it may be.

    The group must have had this very wording, as the matter of these people, `notice_days` × 24 hours before the
    start: at that moment is in time, one second later is not.
    """
    if item.sitting != sitting.id:
        return WhyTalkOnly.GONE
    if item.step not in VOTABLE_STEPS:
        return WhyTalkOnly.WRONG_STEP
    if not item.version:
        return WhyTalkOnly.NO_WORDING
    latest = deadline(sitting, notice_days(item.scope, settings))
    if sitting.called_at > latest:
        return WhyTalkOnly.SHORT
    slot = next((slot for slot in slots if slot.item == item.id), None)
    if slot is None:
        return _why_not_locked(notice_days(item.scope, settings), publications)
    if slot.version != item.version:
        return WhyTalkOnly.REWORDED
    if slot.scope is not item.scope:
        return WhyTalkOnly.RESCOPED
    publication = publication_of(publications, slot.days)
    if publication is None or publication.accepted_at is None:
        return WhyTalkOnly.NOT_YET
    return WhyTalkOnly.LATE if publication.accepted_at > latest else None


def _why_not_locked(days: int, publications: Sequence[Publication]) -> WhyTalkOnly:
    return WhyTalkOnly.ADDED if publication_of(publications, days) else WhyTalkOnly.NOT_YET
