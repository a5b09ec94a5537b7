"""Handing out what lets a household in."""

import secrets
from collections.abc import Iterator, Sequence

from bot.codes.forms import NewPerson
from bot.codes.model import Card, Door, Doors, HasPhone, NobodyNamed, NoSuchDoor, read_name
from bot.kit.forms import Place
from bot.kit.people import CommunityId, Reader
from bot.residents.model import (
    CODE_DIGITS,
    AgeBand,
    Household,
    HouseholdCode,
    HouseholdId,
    Resident,
    ResidentId,
    code_terms,
    with_check_digit,
)
from bot.roles.model import Act, NotAllowed, may, permit, permit_somewhere
from bot.unit_of_work import UnitOfWork


def buildings(uow: UnitOfWork, reader: Reader) -> Sequence[int]:
    """For which there are sheets to print. Raises `NotAllowed`."""
    return uow.residents.buildings(_community(uow, reader, Act.ISSUE_CODE))


def seek(uow: UnitOfWork, reader: Reader, act: Act, building: int, unit: int) -> Doors:
    """What to choose from next; a liaison sees the own building only. Raises `NotAllowed`."""
    if not building:
        held = uow.roles.of(reader)
        permit_somewhere(held, act)
        return Doors(tuple(b for b in _buildings(uow, reader) if may(held, act, b)))
    community = _community(uow, reader, act, building)
    if not unit:
        return Doors(building=building, units=tuple(uow.residents.units(community, building)))
    return Doors(building=building, doors=tuple(uow.residents.doors(community, building, unit)))


def at_door(uow: UnitOfWork, reader: Reader, act: Act, door: Door) -> HouseholdId:
    """The household that lives there. Raises `NotAllowed`, `NoSuchDoor`."""
    community = _community(uow, reader, act, door.building)
    for household in uow.residents.doors(community, door.building, door.unit):
        if household.room == door.room:
            return household.id
    raise NoSuchDoor


def code_of(uow: UnitOfWork, reader: Reader, household: HouseholdId) -> HouseholdCode:
    """The household's present code. Raises `NotAllowed`, `NoSuchDoor`."""
    _home(uow, reader, Act.ISSUE_CODE, household)
    code = uow.codes.of(household)
    if code is None:
        raise NoSuchDoor
    return code


def renew(uow: UnitOfWork, reader: Reader, household: HouseholdId, serial: int) -> HouseholdCode:
    """A new code; the old one opens nothing any more. Renewing the `serial`-th twice is once.

    Raises `NotAllowed`, `NoSuchDoor`.
    """
    code = code_of(uow, reader, household)
    if code.serial != serial:
        return code
    return _issue(uow, [code])[0]


def print_sheet(uow: UnitOfWork, reader: Reader, building: int) -> Sequence[HouseholdCode]:
    """What stands on the slips of a building, 0 for all; spent codes are renewed first. Raises `NotAllowed`."""
    community = _community(uow, reader, Act.ISSUE_CODE)
    codes = uow.codes.all(community, building or None)
    fresh = {code.household.id: code for code in _issue(uow, [code for code in codes if not code.good(uow.now)])}
    return [fresh.get(code.household.id, code) for code in codes]


def people(uow: UnitOfWork, reader: Reader, act: Act, household: HouseholdId) -> tuple[Household, Sequence[Resident]]:
    """Who lives there, with or without a phone. Raises `NotAllowed`, `NoSuchDoor`."""
    home = _home(uow, reader, act, household)
    return home, [member for member in uow.residents.household_members(household) if not member.gone]


def without_phone(uow: UnitOfWork, reader: Reader, household: HouseholdId) -> tuple[Household, Sequence[Resident]]:
    """Who of a household may have a card. Raises `NotAllowed`, `NoSuchDoor`."""
    home = _home(uow, reader, Act.ISSUE_CARD, household)
    return home, [member for member in uow.residents.household_members(household) if member.free]


def issue_card(uow: UnitOfWork, reader: Reader, resident: ResidentId) -> Card:
    """On behalf of somebody without a phone; a card that is there already is printed once more.

    Raises `NotAllowed`, `HasPhone`.
    """
    person = uow.residents.resident(resident)
    _home(uow, reader, Act.ISSUE_CARD, person.household.id)
    if not person.free:
        raise HasPhone
    return uow.cards.of(resident) or uow.cards.issue(resident, reader.telegram_id, uow.now)


def begin_new_person(uow: UnitOfWork, reader: Reader, place: Place, household: HouseholdId) -> Household:
    """Wait for the name of somebody whom the roll does not name yet. Raises `NotAllowed`, `NoSuchDoor`."""
    home = _home(uow, reader, Act.ISSUE_CARD, household)
    uow.conversations.keep(place, NewPerson(household))
    return home


def name_person(uow: UnitOfWork, place: Place, household: HouseholdId, written: str) -> NewPerson:
    """Wait for the age. Raises `NoName`."""
    named = NewPerson(household, read_name(written))
    uow.conversations.keep(place, named)
    return named


def enrol_with_card(uow: UnitOfWork, reader: Reader, place: Place, household: HouseholdId, age_band: AgeBand) -> Card:
    """Put the person on the roll of this household, with a card; of one name there is one person.

    Raises `NotAllowed`, `NoSuchDoor`, `NobodyNamed`, for the second tap too; `HasPhone`.
    """
    home = _home(uow, reader, Act.ISSUE_CARD, household)
    form = uow.conversations.form(place)
    if not isinstance(form, NewPerson) or form.household != household or not form.called:
        raise NobodyNamed
    uow.conversations.keep(place, None)
    known = (one for one in uow.residents.household_members(household) if one.name == form.called)
    person = next(known, None) or uow.residents.add_resident(home, form.called, age_band)
    return issue_card(uow, reader, person.id)


def _issue(uow: UnitOfWork, spent: Sequence[HouseholdCode]) -> Sequence[HouseholdCode]:
    fresh = []
    for code, digits in zip(spent, _unused(uow, len(spent)), strict=True):
        terms = code_terms(uow.settings.residents, uow.now, uow.codes.people(code.household.id))
        fresh.append(HouseholdCode(code.household, digits, code.serial + 1, uow.now, *terms))
    uow.codes.issue(fresh)
    return fresh


def _unused(uow: UnitOfWork, count: int) -> Iterator[str]:
    """So many codes that nobody has and nobody can foretell."""
    found: set[str] = set()
    while len(found) < count:
        drawn = {
            with_check_digit(f"{secrets.randbelow(10 ** (CODE_DIGITS - 1)):0{CODE_DIGITS - 1}d}")
            for _ in range(count - len(found))
        }
        found |= drawn - uow.codes.in_use(drawn)
    yield from found


def _home(uow: UnitOfWork, reader: Reader, act: Act, household: HouseholdId) -> Household:
    home = uow.residents.household(household)
    if home.community != _community(uow, reader, act, home.building):
        raise NoSuchDoor
    return home


def _buildings(uow: UnitOfWork, reader: Reader) -> Sequence[int]:
    return uow.residents.buildings(reader.community) if reader.community is not None else ()


def _community(uow: UnitOfWork, reader: Reader, act: Act, building: int | None = None) -> CommunityId:
    """The community in which `reader` may do this, in that building or in all. Raises `NotAllowed`."""
    permit(uow.roles.of(reader), act, building)
    if reader.community is None:
        raise NotAllowed(act)
    return reader.community


def link(uow: UnitOfWork) -> str:
    """Where the bot's private chat opens."""
    return uow.link
