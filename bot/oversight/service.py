"""Putting a month together, reading it, and writing the minutes of the meeting about it."""

from dataclasses import replace
from datetime import date, timedelta

from bot.kit.forms import Place
from bot.kit.people import CommunityId, Reader
from bot.oversight.forms import PackWords
from bot.oversight.model import (
    Figures,
    NoPack,
    NoPackDraft,
    NoPackWords,
    Open,
    Pack,
    PackNoted,
    PackNoteMissing,
    PackReady,
    Packs,
    Span,
    month_before,
    next_pack,
    read_month,
    span_of,
)
from bot.residents.model import NoCommunity
from bot.roles.model import MAY, Act, permit
from bot.unit_of_work import UnitOfWork

AT_ONCE, MONTHS = 20, 12


def see_to_dates(uow: UnitOfWork) -> bool:
    """Make what is due, and remind of minutes that are missing; whether there may be more.

    After a standstill only the newest month comes: of the others there are the books.
    """
    for community in uow.oversight.unplanned():
        _plan(uow, community)
    due = uow.oversight.due(uow.now, AT_ONCE)
    for community in due:
        _plan(uow, community)
        _make(uow, community)
    silent = uow.oversight.to_remind(uow.now, AT_ONCE)
    for pack in silent:
        uow.oversight.save(replace(pack, look_at=None))
        uow.record(PackNoteMissing(pack))
    return AT_ONCE in (len(due), len(silent))


def look(uow: UnitOfWork, reader: Reader, number: int = 0) -> Packs:
    """A month's, the newest by default; for who lives here or has a role.

    Raises `NoCommunity`, `NotOnRoll`, `NoPack`.
    """
    community = _community(uow, reader)
    months = uow.oversight.months(community, MONTHS)
    pack = _of(uow, community, read_month(number) if number else (months[0] if months else None))
    held = uow.roles.of(replace(reader, community=community))
    supervises = any(Act.OPEN_INQUIRY in MAY[one.role] for one in held)
    return Packs(pack, supervises and not pack.note, supervises, months)


def files(uow: UnitOfWork, reader: Reader, number: int) -> Pack:
    """What is sent to supervisors. Raises `NoCommunity`, `NotAllowed`, `NoPack`."""
    return _supervised(uow, reader, number)


def write(uow: UnitOfWork, reader: Reader, place: Place, form: PackWords) -> PackWords:
    """Keep what is written so far. Raises `NotAllowed`, `NoPack`, `NotedAlready`, `NoPackWords`."""
    _supervised(uow, reader, form.month).noted("-", reader.telegram_id, uow.now)
    if len(form.words) > characters(uow):
        raise NoPackWords(characters(uow))
    uow.conversations.keep(place, form)
    return form


def draft(uow: UnitOfWork, place: Place, key: str) -> PackWords:
    """Raises `NoPackDraft`."""
    form = uow.conversations.form(place)
    if not isinstance(form, PackWords) or form.key != key:
        raise NoPackDraft
    return form


def publish(uow: UnitOfWork, reader: Reader, place: Place, key: str) -> Pack:
    """The minutes stand with the month from now on. Raises `NoPackDraft`, `NoPackWords`, and what `write` does."""
    form = draft(uow, place, key)
    if not form.words:
        raise NoPackWords(characters(uow))
    noted = _supervised(uow, reader, form.month).noted(form.words, reader.telegram_id, uow.now)
    uow.oversight.save(noted)
    uow.conversations.keep(place, None)
    uow.record(PackNoted(noted))
    return noted


def drop(uow: UnitOfWork, place: Place, key: str) -> None:
    """Forget what was written under this key."""
    form = uow.conversations.form(place)
    if isinstance(form, PackWords) and form.key == key:
        uow.conversations.keep(place, None)


def characters(uow: UnitOfWork) -> int:
    return uow.settings.oversight.note_characters


def link(uow: UnitOfWork) -> str:
    """Where the bot's private chat opens."""
    return uow.link


def figures(uow: UnitOfWork, community: CommunityId, span: Span) -> Figures:
    """Of the span, and what is late by now."""
    books, slow = uow.oversight, timedelta(days=uow.settings.oversight.item_days)
    open_concerns, late = books.late_concerns(community, uow.now)
    return Figures(
        points=tuple(books.moved(community, span)),
        goods=tuple(books.handed_over(community, span)),
        open_concerns=open_concerns,
        concerns=tuple(late),
        items=tuple(books.late_items(community, uow.now - slow)),
        breaches=books.breaches(community, span),
        inquiries=tuple(Open(one.number, one.late) for one in uow.inquiries.open(community)),
        deeds=tuple(books.deeds(community, span)),
    )


def _plan(uow: UnitOfWork, community: CommunityId) -> None:
    uow.oversight.plan(community, next_pack(uow.now, uow.settings.oversight, uow.settings.zone))


def _make(uow: UnitOfWork, community: CommunityId) -> None:
    month = month_before(uow.now.astimezone(uow.settings.zone).date())
    counted = figures(uow, community, span_of(month, uow.settings.zone))
    look_at = uow.now + timedelta(days=uow.settings.oversight.minutes_days)
    pack = Pack(community, month, uow.now, counted, look_at=look_at)
    if uow.oversight.keep(pack):
        uow.record(PackReady(pack))


def _supervised(uow: UnitOfWork, reader: Reader, number: int) -> Pack:
    if reader.community is None:
        raise NoCommunity
    permit(uow.roles.of(reader), Act.OPEN_INQUIRY)
    return _of(uow, reader.community, read_month(number))


def _of(uow: UnitOfWork, community: CommunityId, month: date | None) -> Pack:
    found = uow.oversight.of(community, month) if month else None
    if found is None:
        raise NoPack
    return found


def _community(uow: UnitOfWork, reader: Reader) -> CommunityId:
    community = reader.community or uow.residents.only_community()
    if community is None:
        raise NoCommunity
    there = replace(reader, community=community)
    if not uow.roles.of(there):
        uow.residents.on_roll(there)
    return community
