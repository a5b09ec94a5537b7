"""Appointing and dismissing."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bot.kit.people import CommunityId, Reader
from bot.residents.model import AgeBand, CommunitySetUp, NoCommunity, NotOnRoll, Resident
from bot.roles.model import (
    ASKED_WHICH,
    LIVE_HERE,
    OF_A_BUILDING,
    OF_A_COMMITTEE,
    OF_A_FIELD,
    UNTIL_DISMISSED,
    Act,
    Appointed,
    Appointment,
    Candidate,
    ChangedMeanwhile,
    Dismissed,
    LastHolder,
    NobodyMeant,
    NoResidentHere,
    Overstepped,
    Reason,
    Role,
    TermReplaced,
    Terms,
    TooYoung,
    Volunteered,
    check_separation,
    end_of_term,
    field_at,
    needed_to_appoint,
    permit,
)
from bot.unit_of_work import UnitOfWork


def founder_moderates(uow: UnitOfWork, event: CommunitySetUp) -> None:
    """Who sets a new community up is its first moderator and admin; later set-ups appoint nobody."""
    if event.new:
        for role in (Role.MODERATOR, Role.ADMIN):
            uow.roles.appoint(Appointment(event.community.id, event.by, role))


def buildings(uow: UnitOfWork, reader: Reader) -> Sequence[int]:
    """Where somebody has joined. Raises `NotAllowed`, `NoCommunity`."""
    return uow.roles.buildings(_moderated(uow, reader), joined=True)


def terms(uow: UnitOfWork, reader: Reader) -> Terms:
    """What can be chosen. Raises `NotAllowed`, `NoCommunity`."""
    community = _moderated(uow, reader)
    committees = {one.id: one.name for one in uow.committees.all(community)}
    return Terms(uow.roles.buildings(community), uow.settings.roles.term_years, committees)


def residents_of(uow: UnitOfWork, reader: Reader, building: int) -> Sequence[Resident]:
    """Who has joined in a building. Raises `NotAllowed`, `NoCommunity`."""
    return uow.roles.joined_in(_moderated(uow, reader), building)


def look_up(uow: UnitOfWork, reader: Reader, telegram_id: int) -> Candidate:
    """Somebody as the one who appoints sees them. Raises `NotAllowed`, `NoCommunity`, `NobodyMeant`."""
    return _person(uow, _moderated(uow, reader), telegram_id)


def weigh(uow: UnitOfWork, reader: Reader, telegram_id: int, role: Role) -> Candidate:
    """The same, where `role` may be given to them at all.

    Raises `NotAllowed`, `NobodyMeant`, `Incompatible`, `NoResidentHere`, `TooYoung`.
    """
    person = look_up(uow, reader, telegram_id)
    permit(uow.roles.of(reader), needed_to_appoint(role))
    _check_fitness(person, role)
    return person


def appoint(
    uow: UnitOfWork, reader: Reader, telegram_id: int, role: Role, place: int | None, years: int, reason: Reason,
    changes: int,
) -> Appointment:  # fmt: skip
    """Appoint for so many years, 0 for until dismissed; `changes` as they were when it was read back.

    `place` is the building or the committee that the role is of, or the place of a guide's field in their order.

    The same appointment twice is one. Raises what `weigh` raises, and `ChangedMeanwhile`.
    """
    person = weigh(uow, reader, telegram_id, role)
    ends_at = None if role in UNTIL_DISMISSED else end_of_term(uow.now, years, uow.settings.zone)
    wanted = Appointment(
        _moderated(uow, reader), telegram_id, role, place if role in OF_A_BUILDING else None, ends_at,
        reader.telegram_id, reason, committee=place if role in OF_A_COMMITTEE else None,
        expertise=field_at(place) if role in OF_A_FIELD else None,
    )  # fmt: skip
    before = next((held for held in person.held if held.scope == wanted.scope), None)
    if before is not None and (before.ends_at, before.expertise) == (ends_at, wanted.expertise):
        return before
    if person.changes != changes or (place is None) == (role in ASKED_WHICH):
        raise ChangedMeanwhile
    if role in OF_A_FIELD and wanted.expertise is None:
        raise ChangedMeanwhile
    if wanted.committee is not None and wanted.committee not in terms(uow, reader).committees:
        raise ChangedMeanwhile
    if before is not None:
        uow.roles.end(before, reader.telegram_id)
        uow.record(TermReplaced(before))
    made = uow.roles.appoint(wanted)
    uow.record(Appointed(made))
    return made


def to_dismiss(uow: UnitOfWork, reader: Reader, telegram_id: int, appointment: int) -> Appointment | None:
    """What is to end; None when it has ended. Raises `NotAllowed`, `LastHolder`, `NobodyMeant`."""
    held = next((one for one in look_up(uow, reader, telegram_id).held if one.id == appointment), None)
    if held is None:
        return None
    permit(uow.roles.of(reader), needed_to_appoint(held.role))
    if held.role in UNTIL_DISMISSED and uow.roles.count(held.community, held.role) == 1:
        raise LastHolder(held.role)
    return held


def dismiss(uow: UnitOfWork, reader: Reader, telegram_id: int, appointment: int) -> None:
    """End an appointment; twice is once. Raises what `to_dismiss` raises."""
    held = to_dismiss(uow, reader, telegram_id, appointment)
    if held is not None:
        uow.roles.end(held, reader.telegram_id)
        uow.record(Dismissed(held))


def volunteer(uow: UnitOfWork, reader: Reader, role: Role) -> None:
    """A resident says that they would like to. Raises `NotOnRoll`, `Incompatible`, `TooYoung`."""
    resident = uow.residents.speaking(reader)
    community = resident.household.community
    _check_fitness(_person(uow, community, reader.telegram_id), role)
    uow.record(Volunteered(community, reader.telegram_id, resident.name, role))


def overstepped(uow: UnitOfWork, reader: Reader) -> int:
    """How often this year somebody tried what guides leave to others, where `reader` is."""
    community = _where(uow, reader)
    if community is None:
        return 0
    zone = uow.settings.zone
    new_year = datetime(uow.now.astimezone(zone).year, 1, 1, tzinfo=zone)
    return uow.audit.count(community, Overstepped.__name__, new_year)


def note_overstep(uow: UnitOfWork, reader: Reader) -> None:
    """It was refused, and is counted and written down."""
    community = _where(uow, reader)
    if community is not None and reader.known:
        uow.actor = replace(reader, community=community)
        uow.record(Overstepped(community, reader.telegram_id))


def _where(uow: UnitOfWork, reader: Reader) -> CommunityId | None:
    """A guide lives elsewhere."""
    return reader.community or next(iter(uow.roles.communities(reader.telegram_id)), None)


def _moderated(uow: UnitOfWork, reader: Reader) -> CommunityId:
    if reader.community is None:
        raise NoCommunity
    permit(uow.roles.of(reader), Act.APPOINT)
    return reader.community


def _person(uow: UnitOfWork, community: CommunityId, telegram_id: int) -> Candidate:
    known = uow.residents.reader(telegram_id, community)
    if not known.known:
        raise NobodyMeant
    try:
        resident = uow.residents.speaking(known)
    except NotOnRoll:
        resident = None
    held = uow.roles.held_by(community, telegram_id)
    return Candidate(known, resident, held, uow.roles.changes(community, telegram_id))


def _check_fitness(person: Candidate, role: Role) -> None:
    check_separation(person.held, role)
    if person.resident is None and role in LIVE_HERE:
        raise NoResidentHere
    if person.resident is not None and person.resident.age_band is AgeBand.MINOR:
        raise TooYoung
