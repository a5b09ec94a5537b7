"""The agenda of a sitting, for whoever looks at it."""

from collections.abc import Sequence
from dataclasses import replace

from bot.agenda.model.item import Item
from bot.kit.people import CommunityId, Reader
from bot.previews.model.notice import publication_of
from bot.previews.model.program import Attached, Entry, Program, entries_of
from bot.sittings.model.sitting import NoSitting, Sitting, SittingId
from bot.unit_of_work import UnitOfWork


def gather(uow: UnitOfWork, sitting: Sitting) -> Program:
    """All that the group reads of it."""
    settings = uow.settings
    slots, publications = uow.previews.slots(sitting.id), uow.previews.publications(sitting.id)
    items = uow.agenda.of_sitting(sitting.id)
    entries = entries_of(items, sitting, slots, publications, settings, uow.now)
    days = settings.sittings.preview_days
    locked = publication_of(publications, days) is not None
    return Program(sitting, settings.sittings.place, days, entries, uow.attendance.count(sitting.id), locked)


def coming(uow: UnitOfWork, reader: Reader) -> Program | None:
    """Of the next sitting; None where there is none in the books. Anybody may look."""
    found = _next(uow, reader.community)
    return None if found is None else _for(uow, reader, found)


def program(uow: UnitOfWork, reader: Reader, sitting: SittingId) -> Program:
    """Of one sitting. Raises `NoSitting`."""
    return _for(uow, reader, uow.sittings.get(sitting, reader.community))


def behind_link(uow: UnitOfWork, reader: Reader, written: str) -> Program | None:
    """What a deep link leads to: the sitting with this id; the next one where it names none, or one that is over."""
    try:
        found = uow.sittings.get(SittingId(int(written)), reader.community)
    except (ValueError, NoSitting):
        return coming(uow, reader)
    return _for(uow, reader, found) if found.starts_at > uow.now else coming(uow, reader)


def in_full(uow: UnitOfWork, reader: Reader, sitting: SittingId) -> tuple[Program, str]:
    """With the frozen wordings, to be printed; and where the bot's private chat opens. Raises `NoSitting`."""
    found = program(uow, reader, sitting)
    return replace(found, entries=[_worded(uow, entry) for entry in found.entries]), uow.link


def _for(uow: UnitOfWork, reader: Reader, sitting: Sitting) -> Program:
    seen = gather(uow, sitting)
    return replace(
        seen,
        following=sitting == _next(uow, reader.community),
        signup=uow.attendance.signup(sitting.id, reader.telegram_id),
        papers=[attached for entry in seen.entries for attached in _papers(uow, entry.number, entry.item)],
    )


def _next(uow: UnitOfWork, community: CommunityId | None) -> Sitting | None:
    return None if community is None else uow.sittings.next_held(community, uow.now)


def _papers(uow: UnitOfWork, number: int, item: Item) -> Sequence[Attached]:
    return [Attached(number, paper) for paper in uow.agenda.papers(item.id)]


def _worded(uow: UnitOfWork, entry: Entry) -> Entry:
    wording = uow.agenda.wording(entry.item.id, entry.item.version)
    return replace(entry, words=wording.words if wording else "")
