"""Announcements go out: a few at a time, so that whoever waits for an answer never waits for them."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from bot.announcements.model import (
    OWED,
    Announcement,
    AnnouncementCancelled,
    AnnouncementDue,
    AnnouncementId,
    AnnouncementMade,
    AnnouncementProgressed,
    NoAnnouncement,
    Progress,
    Whom,
)
from bot.announcements.service.writing import permitted
from bot.delivery.model import considerate
from bot.kit.people import Reader
from bot.unit_of_work import UnitOfWork

AT_ONCE = 100
"""So many messages are written in one transaction, …"""
ENOUGH = 60
"""… and none while so many of this announcement are still owed: two seconds' worth, so that it can be stopped."""
EACH = timedelta(seconds=1)
"""Between two looks at an announcement that is going out."""
SHOWN = 3
"""So many of the newest are listed."""


def start(uow: UnitOfWork, event: AnnouncementMade) -> None:
    """What is due at once begins at once."""
    one = event.announcement
    if one.look_at is not None and one.look_at <= uow.now:
        _step(uow, one, AT_ONCE, ENOUGH)


def go_on(uow: UnitOfWork, at_once: int = AT_ONCE, enough: int = ENOUGH) -> bool:
    """Write the next messages of what is due; whether there may be more to do now."""
    found = uow.announcements.due(uow.now)
    if found is None:
        return False
    uow.enter(found.community)
    morning = considerate(uow.now, uow.settings)
    if morning > uow.now and not (found.urgent or found.complete):
        waits = replace(found, look_at=morning)
        uow.announcements.save(waits)
        uow.record(AnnouncementProgressed(_progress(uow, waits)))
        return True
    _step(uow, found, at_once, enough)
    return True


def cancel(uow: UnitOfWork, reader: Reader, announcement: AnnouncementId) -> Progress:
    """What has not gone out does not go out any more; twice is once. Raises `NotAllowed`, `NoAnnouncement`."""
    found = uow.announcements.get(announcement, permitted(uow, reader))
    if found.over:
        return _progress(uow, found)
    uow.outbox.withdraw_all(found.causes, uow.now)
    stopped = replace(found, cancelled=True, complete=True, look_at=uow.now + EACH if _owed(uow, found) else None)
    stopped = _ended(uow, stopped) if stopped.over else stopped
    uow.announcements.save(stopped)
    progress = _progress(uow, stopped)
    uow.record(AnnouncementCancelled(progress))
    return progress


def look(uow: UnitOfWork, reader: Reader, announcement: AnnouncementId) -> Progress:
    """How far it has gone. Raises `NotAllowed`, `NoAnnouncement`."""
    return _progress(uow, uow.announcements.get(announcement, permitted(uow, reader)))


def newest(uow: UnitOfWork, reader: Reader) -> Sequence[Progress]:
    """Raises `NotAllowed`."""
    return [_progress(uow, one) for one in uow.announcements.newest(permitted(uow, reader), SHOWN)]


def read(uow: UnitOfWork, reader: Reader, announcement: AnnouncementId) -> tuple[Announcement, str]:
    """One that is for `reader`, and who wrote it. Raises `NoAnnouncement`."""
    if reader.community is None:
        raise NoAnnouncement
    found = uow.announcements.get(announcement, reader.community)
    if found.author != reader.telegram_id and not uow.announcements.is_for(found, reader.telegram_id):
        raise NoAnnouncement
    return found, author_of(uow, found)


def author_of(uow: UnitOfWork, announcement: Announcement) -> str:
    """As the roll names them; empty of who was forgotten."""
    return uow.residents.called(announcement.community, announcement.author)


def _step(uow: UnitOfWork, found: Announcement, at_once: int, enough: int) -> None:
    begun = found if found.started_at else _begun(uow, found)
    next_one = replace(begun, look_at=uow.now + EACH)
    owed = _owed(uow, found)
    if not begun.complete and owed < enough:
        next_one = _written(uow, next_one, at_once)
    elif begun.complete and not owed:
        next_one = _ended(uow, next_one)
    uow.announcements.save(next_one)
    uow.record(AnnouncementProgressed(_progress(uow, next_one)))


def _begun(uow: UnitOfWork, found: Announcement) -> Announcement:
    """Who is there now counts, not who was when it was written."""
    if found.audience.whom is Whom.GROUP:
        return replace(found, started_at=uow.now)
    return replace(found, started_at=uow.now, total=uow.announcements.count(found.community, found.audience))


def _written(uow: UnitOfWork, announcement: Announcement, at_once: int) -> Announcement:
    if announcement.audience.whom is Whom.GROUP:
        uow.record(AnnouncementDue(announcement, ()))
        return replace(announcement, complete=True)
    community, after = announcement.community, announcement.reached
    batch = uow.announcements.readers(community, announcement.audience, after, at_once)
    if batch:
        uow.record(AnnouncementDue(announcement, tuple(batch)))
    reached = batch[-1].telegram_id if batch else announcement.reached
    return replace(announcement, reached=reached, complete=len(batch) < at_once)


def _ended(uow: UnitOfWork, announcement: Announcement) -> Announcement:
    return replace(announcement, look_at=None, reached=0, result=uow.outbox.tally(announcement.causes))


def _owed(uow: UnitOfWork, announcement: Announcement) -> int:
    return uow.outbox.tally(announcement.causes).get(OWED, 0)


def _progress(uow: UnitOfWork, announcement: Announcement) -> Progress:
    tally = announcement.result if announcement.over else uow.outbox.tally(announcement.causes)
    return Progress(announcement, tally, uow.now)
