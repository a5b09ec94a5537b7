"""The agenda of a sitting, for whoever looks at it."""

from dataclasses import replace
from datetime import datetime, time, timedelta

from bot.kit.people import CommunityId, Reader
from bot.previews.model.notice import publication_of
from bot.previews.model.program import Entry, Program, entries_of
from bot.sittings.model.sitting import NoSitting, Sitting, SittingId
from bot.unit_of_work import UnitOfWork

DAY = timedelta(days=1)
LOOKED_AT = 20
"""At most so many sittings to come."""


def gather(uow: UnitOfWork, sitting: Sitting) -> Program:
    """All that the group reads of it."""
    settings = uow.settings
    slots, publications = uow.previews.slots(sitting.id), uow.previews.publications(sitting.id)
    items = uow.agenda.of_sitting(sitting.id)
    entries = [_worded(uow, one) for one in entries_of(items, sitting, slots, publications, settings, uow.now)]
    days = settings.sittings.preview_days
    locked = publication_of(publications, days) is not None
    return Program(sitting, settings.sittings.place, days, entries, uow.attendance.count(sitting.id), locked)


def coming(uow: UnitOfWork, reader: Reader) -> Program | None:
    """Of the next sitting; None where there is none in the books. Anybody may look."""
    found = _next(uow, reader.community)
    return None if found is None else _for(uow, reader, found)


def program(uow: UnitOfWork, reader: Reader, sitting: SittingId) -> Program:
    """Of one sitting. Raises `NoSitting`."""
    return _for(uow, reader, _resolving(uow, reader, sitting))


def behind_link(uow: UnitOfWork, reader: Reader, number: int | None) -> Program | None:
    """What a deep link leads to: the sitting with this id; the next one where it names none, or one that is over."""
    if number is None:
        return coming(uow, reader)
    try:
        found = _resolving(uow, reader, SittingId(number))
    except NoSitting:
        return coming(uow, reader)
    return _for(uow, reader, found) if found.starts_at > uow.now else coming(uow, reader)


def in_full(uow: UnitOfWork, reader: Reader, sitting: SittingId) -> tuple[Program, str, datetime]:
    """To be printed; where the bot's private chat opens; and now. Raises `NoSitting`."""
    return program(uow, reader, sitting), uow.link, uow.now


def _for(uow: UnitOfWork, reader: Reader, sitting: Sitting) -> Program:
    seen = gather(uow, sitting)
    return replace(
        seen,
        following=sitting == _next(uow, reader.community),
        today=_is_today(uow, sitting.community),
        off=_off_before(uow, sitting),
        signup=uow.attendance.signup(sitting.id, reader.telegram_id),
        posted=uow.attendance.subscribed(sitting.community, reader.telegram_id),
        entries=[replace(entry, papers=len(uow.agenda.papers(entry.item.id))) for entry in seen.entries],
    )


def _resolving(uow: UnitOfWork, reader: Reader, sitting: SittingId) -> Sitting:
    """Raises `NoSitting`, also for a workshop, which has no agenda."""
    found = uow.sittings.get(sitting, reader.community)
    if found.workshop:
        raise NoSitting
    return found


def _next(uow: UnitOfWork, community: CommunityId | None) -> Sitting | None:
    return None if community is None else uow.sittings.next_held(community, uow.now)


def _is_today(uow: UnitOfWork, community: CommunityId) -> bool:
    zone = uow.settings.zone
    midnight = datetime.combine(uow.now.astimezone(zone).date(), time(), zone)
    return uow.sittings.held_between(community, midnight, midnight + DAY) is not None


def _off_before(uow: UnitOfWork, sitting: Sitting) -> Sitting | None:
    earlier = uow.sittings.to_come(sitting.community, uow.now, LOOKED_AT)
    off = [one for one in earlier if one.off and one.starts_at < sitting.starts_at]
    return off[-1] if off else None


def _worded(uow: UnitOfWork, entry: Entry) -> Entry:
    wording = uow.agenda.wording(entry.item.id, entry.item.version)
    return replace(entry, words=wording.words if wording else "")
