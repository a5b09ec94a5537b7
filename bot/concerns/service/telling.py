"""A resident tells a concern: the draft, and the concern that it becomes."""

from collections.abc import Callable
from dataclasses import replace

from bot.concerns.forms import Draft
from bot.concerns.model.concern import Concern, ConcernId, Origin
from bot.concerns.model.deadline import first_deadline
from bot.concerns.model.events import ConcernRaised
from bot.concerns.model.life import Entry
from bot.concerns.model.refusals import NoDraft, NothingSaid, NotOffered
from bot.concerns.service.deeds import check_length, times
from bot.concerns.service.speaking import author
from bot.concerns.service.support import compared
from bot.kit.forms import Place
from bot.kit.people import Reader
from bot.residents.model import Resident
from bot.unit_of_work import UnitOfWork
from bot.voice.model import Recording

Change = Callable[[Draft], Draft]
Door = tuple[int, int]
"""Building and unit."""


def begin(uow: UnitOfWork, reader: Reader, place: Place, new: Draft) -> Draft:
    """Start to tell a concern, or go on with the one that is half told. Raises `NotOnRoll`, `NoDraft`."""
    draft = uow.conversations.form(place)
    if uow.repeated and not isinstance(draft, Draft):
        raise NoDraft  # what this update began has ended since
    author(uow, reader, place)
    if not isinstance(draft, Draft):
        draft = new
        uow.conversations.keep(place, draft)
    return draft


def begin_with(uow: UnitOfWork, reader: Reader, place: Place, new: Draft, tell: Change) -> Draft:
    """Start, or go on, with something told already. Raises `NotOnRoll`, `NoDraft`, `TooLong`."""
    draft = begin(uow, reader, place, new)
    return change(uow, reader, place, draft.key, tell)


def open_draft(uow: UnitOfWork, place: Place, key: str) -> Draft:
    """The draft with this key. Raises `NoDraft` where it is finished or dropped, whatever else is open."""
    draft = uow.conversations.form(place)
    if not isinstance(draft, Draft) or draft.key != key:
        raise NoDraft
    return draft


def change(uow: UnitOfWork, reader: Reader, place: Place, key: str, tell: Change) -> Draft:
    """Tell more of the draft with this key. Raises `NoDraft`, `TooLong`, `NotOnRoll`."""
    draft = open_draft(uow, place, key)
    if uow.repeated:
        return draft  # it was told before
    teller = author(uow, reader, place)
    draft = compared(uow, teller, tell(draft))
    check_length(uow, draft.told)
    uow.conversations.keep(place, draft)
    if draft.listening and draft.told.voice:
        recording = Recording(place, teller.household.community, key, draft.told.voice, reader.language)
        uow.recordings.keep(recording, uow.now)
    return draft


def pick_place(uow: UnitOfWork, reader: Reader, place: Place, key: str, door: Door, where: str) -> Draft:
    """It is at this door, written `where`; 0 and 0 are the common ground. Raises `NotOffered` where there is none."""
    building, unit = door
    if any(door) and unit not in uow.residents.units(author(uow, reader, place).household.community, building):
        raise NotOffered
    return change(uow, reader, place, key, lambda draft: draft.at(where, building or None))


def building_meant(uow: UnitOfWork, reader: Reader, place: Place, said: int | None) -> int | None:
    """The building that words mean: the one they name if the roll has it; where they name a unit alone, one's own."""
    home = author(uow, reader, place).household
    if said is None:
        return home.building
    return said if uow.residents.units(home.community, said) else None


def drop(uow: UnitOfWork, place: Place, key: str) -> None:
    """Forget the draft with this key; twice is once. Raises `NoDraft` while another one is open."""
    if isinstance(uow.conversations.form(place), Draft):
        open_draft(uow, place, key)
        uow.conversations.keep(place, None)


def drop_if_open(uow: UnitOfWork, place: Place, key: str) -> None:
    """Forget the draft with this key: its voice message meant something else, which may have begun in its place."""
    draft = uow.conversations.form(place)
    if isinstance(draft, Draft) and draft.key == key:
        uow.conversations.keep(place, None)


def raise_draft(uow: UnitOfWork, reader: Reader, place: Place, key: str) -> Concern:
    """The draft is right: make it a concern. Once for each key, however often it is confirmed. Raises `NoDraft`."""
    raised = uow.concerns.with_key(key)
    if raised is not None and reader.telegram_id in (raised.author.telegram_id, raised.told_by):
        return raised
    draft, resident = open_draft(uow, place, key), author(uow, reader, place)
    uow.conversations.keep(place, None)
    return _raise(uow, resident, draft, reader.telegram_id if draft.behalf is not None else None)


def raise_in_group(uow: UnitOfWork, reader: Reader, draft: Draft) -> Concern:
    """Raise at once what was told in the group. Raises `NotOnRoll`, `NothingSaid`, `TooLong`."""
    resident = uow.residents.speaking(reader)
    if not draft.told.says_what:
        raise NothingSaid
    check_length(uow, draft.told)
    home = resident.household
    draft = draft if draft.where else draft.at(home.address, home.building)
    draft = replace(draft, origin=Origin.GROUP, category=draft.category or "other")
    return uow.concerns.with_key(draft.key) or _raise(uow, resident, draft)


def _raise(uow: UnitOfWork, resident: Resident, draft: Draft, told_by: int | None = None) -> Concern:
    community = resident.household.community
    concern = uow.concerns.add(
        Concern(
            id=ConcernId(0),
            community=community,
            number=uow.concerns.next_number(community),
            key=draft.key,
            author=resident,
            told=draft.told,
            where=draft.where,
            spot=draft.spot,
            building=draft.building,
            category=draft.category,
            origin=draft.origin,
            told_by=told_by,
            raised_at=uow.now,
            deadline=first_deadline(times(uow)),
        )
    )
    uow.concerns.note(concern, Entry.RAISED, resident.telegram_id or 0, uow.now)
    if told_by is not None:
        uow.concerns.note(concern, Entry.CONSENT, told_by, uow.now)
    uow.record(ConcernRaised(concern))
    return concern
