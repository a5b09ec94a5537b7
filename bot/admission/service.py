"""Asking to be let in without a code, and letting somebody in."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.admission.forms import Asking
from bot.admission.model import (
    ROOM,
    Admission,
    AdmissionAsked,
    AdmissionDecided,
    InAlready,
    NobodyToAsk,
    NoLongerAsking,
    Verdict,
    read_door,
)
from bot.kit.forms import Place
from bot.kit.people import CommunityId, Reader
from bot.kit.refusals import NotThere
from bot.residents.model import (
    CONSENT_VERSION,
    AgeBand,
    Household,
    HouseholdId,
    NotAgreed,
    NotOnRoll,
    PlaceTaken,
    Resident,
    ResidentId,
    ResidentJoined,
)
from bot.roles.model import Act, NotAllowed, permit
from bot.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class Found:
    """How far the search for somebody's place has come: choose among the first of these that is there."""

    admission: Admission
    units: Sequence[int] = ()
    doors: Sequence[Household] = ()
    household: Household | None = None
    places: Sequence[Resident] = ()


def buildings(uow: UnitOfWork, reader: Reader) -> Sequence[int]:
    """Where somebody may live. Raises `NotAgreed`, `InAlready`, `NobodyToAsk`."""
    return uow.residents.buildings(_community(uow, reader))


def name_building(uow: UnitOfWork, reader: Reader, place: Place, building: int) -> None:
    """Wait for the door. Raises what `buildings` raises, and `NotThere` for a building that is not one of these."""
    _stands(uow, _community(uow, reader), building)
    uow.conversations.keep(place, Asking(building))


def ask(uow: UnitOfWork, reader: Reader, place: Place, building: int, room: str) -> Admission:
    """Ask those of the building; asking again while nobody has answered is the same request.

    Raises what `name_building` raises.
    """
    community = _community(uow, reader)
    _stands(uow, community, building)
    waiting = uow.admissions.open_of(reader.telegram_id, community)
    if isinstance(uow.conversations.form(place), Asking):
        uow.conversations.keep(place, None)
    if waiting is not None:
        return waiting
    asked = uow.admissions.add(community, reader.telegram_id, reader.name, building, room.strip()[:ROOM], uow.now)
    uow.record(AdmissionAsked(asked))
    return asked


def seek(uow: UnitOfWork, reader: Reader, number: int, unit: int, household: int) -> Found:
    """What there is to choose from next. Raises `NotAllowed`, `DecidedAlready`."""
    admission = _open(uow, reader, number)
    community, building = admission.community, admission.building
    said = read_door(admission.room)
    if household:
        return _in(uow, admission, uow.residents.household(HouseholdId(household)))
    if not unit and said is not None:
        there = {door.room: door for door in uow.residents.doors(community, building, said[0])}
        if said[1] in there:
            return _in(uow, admission, there[said[1]])
    if unit:
        return Found(admission, doors=uow.residents.doors(community, building, unit))
    return Found(admission, units=uow.residents.units(community, building))


def admit(uow: UnitOfWork, reader: Reader, number: int, resident: ResidentId) -> Admission:
    """Let them in as somebody whom the roll names. Raises `NotAllowed`, `DecidedAlready`, `PlaceTaken`."""
    return _let_in(uow, reader, number, uow.residents.resident(resident))


def admit_anew(uow: UnitOfWork, reader: Reader, number: int, household: HouseholdId, age: AgeBand) -> Admission:
    """Let them in as somebody whom the roll does not name yet. Raises `NotAllowed`, `DecidedAlready`."""
    admission = uow.admissions.get(number)
    if admission.verdict is not None:
        return _decide(uow, reader, number, Verdict.ADMITTED)
    home = uow.residents.household(household)
    return _let_in(uow, reader, number, uow.residents.add_resident(home, admission.name, age))


def not_here(uow: UnitOfWork, reader: Reader, number: int) -> Admission:
    """Nobody of the building knows them. Raises `NotAllowed`, `DecidedAlready`."""
    return _decide(uow, reader, number, Verdict.NOT_HERE)


def close(uow: UnitOfWork, event: ResidentJoined) -> None:
    """Who has joined asks no longer."""
    telegram_id = event.resident.telegram_id or 0
    waiting = uow.admissions.open_of(telegram_id, event.resident.household.community)
    if waiting is not None:
        closed = waiting.decided(Verdict.BY_CODE, telegram_id, waiting.name, uow.now)
        uow.admissions.save(closed)
        uow.record(AdmissionDecided(closed))


def _community(uow: UnitOfWork, reader: Reader) -> CommunityId:
    if not reader.known:
        raise NotAgreed
    community = reader.community or uow.residents.only_community()
    if community is None or not uow.residents.buildings(community):
        raise NobodyToAsk
    try:
        uow.residents.on_roll(replace(reader, community=community))
    except NotOnRoll:
        return community
    raise InAlready


def _stands(uow: UnitOfWork, community: CommunityId, building: int) -> None:
    if building not in uow.residents.buildings(community):
        raise NotThere


def _open(uow: UnitOfWork, reader: Reader, number: int) -> Admission:
    """Raises `DecidedAlready`, `NoLongerAsking`."""
    admission = uow.admissions.get(number)
    _permit(uow, reader, admission)
    admission.decided(Verdict.ADMITTED, reader.telegram_id, reader.name, uow.now)
    account = uow.residents.account(admission.telegram_id)
    if account is None or account.consent_version != CONSENT_VERSION:
        raise NoLongerAsking(admission.name)
    return admission


def _permit(uow: UnitOfWork, reader: Reader, admission: Admission) -> None:
    """A role in another community knows nobody of this one."""
    if admission.community != reader.community:
        raise NotAllowed(Act.ADMIT_RESIDENT)
    permit(uow.roles.of(reader), Act.ADMIT_RESIDENT, admission.building)


def _in(uow: UnitOfWork, admission: Admission, household: Household) -> Found:
    places = [member for member in uow.residents.household_members(household.id) if member.free]
    return Found(admission, household=household, places=places)


def _let_in(uow: UnitOfWork, reader: Reader, number: int, resident: Resident) -> Admission:
    asked = _open(uow, reader, number)
    if asked.verdict is not None:
        return asked
    home = resident.household
    # callback data can be made up: the place must be in the building that this request, and this role, is about
    if (home.community, home.building) != (asked.community, asked.building):
        raise PlaceTaken
    if not uow.residents.claim_place(resident.id, asked.telegram_id, uow.now):
        raise PlaceTaken
    account = uow.residents.account(asked.telegram_id)
    if account is not None:
        uow.residents.save_account(replace(account, community=asked.community), uow.now)
    admitted = _decide(uow, reader, number, Verdict.ADMITTED, home.address)
    uow.record(ResidentJoined(replace(resident, telegram_id=asked.telegram_id)))
    return admitted


def _decide(uow: UnitOfWork, reader: Reader, number: int, verdict: Verdict, address: str = "") -> Admission:
    admission = uow.admissions.get(number)
    _permit(uow, reader, admission)
    decided = admission.decided(verdict, reader.telegram_id, reader.name, uow.now)
    if decided != admission:
        uow.admissions.save(decided)
        uow.record(AdmissionDecided(decided, address))
    return decided
