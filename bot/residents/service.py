"""Joining the community: how to be spoken to, consent, a household by its code, a place on the roll."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from bot.kit.arrival import Arrival
from bot.kit.forms import Place
from bot.kit.people import Language, Reader
from bot.kit.town import UpdateKey
from bot.residents.model import (
    CONSENT_VERSION,
    Account,
    AgeBand,
    Household,
    Joining,
    NotAgreed,
    NotOnRoll,
    PlaceTaken,
    Resident,
    ResidentId,
    ResidentJoined,
    TooManyTries,
    UnknownCode,
    read_code,
)
from bot.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class OpenDoor:
    """A household whose code was right, and who of it has not joined yet."""

    household: Household
    places: Sequence[Resident]


def arrive(uow: UnitOfWork, stranger: Reader, place: Place, key: UpdateKey) -> Arrival:
    """Who wrote: `stranger` as Telegram names them, with what we know of them."""
    account = uow.residents.account(stranger.telegram_id)
    group = uow.groups.get(place.chat_id) if place.chat_id < 0 else None
    reader = replace(stranger, community=group.community if group else None)
    if account is not None:
        reader = replace(
            reader,
            language=account.language,
            elder=account.elder,
            community=reader.community or account.community,
            known=account.consent_version == CONSENT_VERSION,
        )
    return Arrival(reader, uow.conversations.form(place), uow.handled(key))


def choose_manner(uow: UnitOfWork, reader: Reader, elder: bool) -> None:
    """Speak to this person in 长辈版, or not."""
    uow.residents.save_account(replace(_account(uow, reader), elder=elder), uow.now)


def choose_language(uow: UnitOfWork, reader: Reader, language: Language) -> None:
    """Speak this language to this person from now on."""
    uow.residents.save_account(replace(_account(uow, reader), language=language), uow.now)


def consent(uow: UnitOfWork, reader: Reader, place: Place) -> OpenDoor | Resident | None:
    """This person agrees to what is kept, in the words of today's version.

    Returns the household whose code they came with, or who they are if they joined before; else waits for a code.
    """
    agreed = replace(_account(uow, reader), name=reader.name, consent_version=CONSENT_VERSION)
    uow.residents.save_account(agreed, uow.now)
    form = uow.conversations.form(place)
    if isinstance(form, Joining) and form.code:
        return try_code(uow, replace(reader, known=True), place, form.code)
    if joined := _joined_before(uow, reader, place):
        return joined
    uow.conversations.keep(place, Joining())
    return None


def try_code(uow: UnitOfWork, reader: Reader, place: Place, written: str) -> OpenDoor | None:
    """Who may join by this code; None, and one try less today, when no household has it.

    Raises `NotACode` for a typing mistake, which costs nothing, `NotAgreed` and `TooManyTries`.
    """
    if not reader.known:
        raise NotAgreed
    code = read_code(written)
    a_day_ago = uow.now - timedelta(days=1)
    if uow.residents.wrong_codes_since(reader.telegram_id, a_day_ago) >= uow.settings.residents.code_tries_a_day:
        raise TooManyTries
    household = uow.residents.household_with_code(code)
    if household is None:
        uow.residents.count_wrong_code(reader.telegram_id, uow.now)
        return None
    uow.conversations.keep(place, Joining(code))
    return _door(uow, household)


def look_again(uow: UnitOfWork, place: Place) -> OpenDoor:
    """Who may join by the code that was right a moment ago. Raises `UnknownCode`."""
    return _door(uow, _opened(uow, place))


def join(uow: UnitOfWork, reader: Reader, place: Place, resident: ResidentId) -> Resident:
    """Take a place that the household has on the roll. Raises `UnknownCode`, `PlaceTaken`."""
    joined = _joined_before(uow, reader, place)
    if joined is not None and joined.id == resident:
        return joined
    household = _opened(uow, place)
    members = {member.id: member for member in uow.residents.household_members(household.id)}
    if resident not in members:
        raise UnknownCode
    return _take(uow, reader, place, members[resident])


def join_anew(uow: UnitOfWork, reader: Reader, place: Place, age_band: AgeBand) -> Resident:
    """Join a household whose roll does not name this person. Raises `UnknownCode`."""
    joined = _joined_before(uow, reader, place)
    if joined is not None:
        return joined
    household = _opened(uow, place)
    return _take(uow, reader, place, uow.residents.add_resident(household, reader.name, age_band))


def _account(uow: UnitOfWork, reader: Reader) -> Account:
    known = uow.residents.account(reader.telegram_id)
    return known or Account(reader.telegram_id, "", reader.language, reader.elder, None, 0)


def _joined_before(uow: UnitOfWork, reader: Reader, place: Place) -> Resident | None:
    """Who taps twice on the last button of joining has a place by the second time, and no open form."""
    if isinstance(uow.conversations.form(place), Joining):
        return None
    try:
        return uow.residents.speaking(reader)
    except NotOnRoll:
        return None


def _door(uow: UnitOfWork, household: Household) -> OpenDoor:
    return OpenDoor(household, [member for member in uow.residents.household_members(household.id) if member.free])


def _opened(uow: UnitOfWork, place: Place) -> Household:
    form = uow.conversations.form(place)
    household = uow.residents.household_with_code(form.code) if isinstance(form, Joining) and form.code else None
    if household is None:
        raise UnknownCode
    return household


def _take(uow: UnitOfWork, reader: Reader, place: Place, resident: Resident) -> Resident:
    if not uow.residents.claim_place(resident.id, reader.telegram_id, uow.now):
        raise PlaceTaken
    community = resident.household.community
    uow.residents.save_account(replace(_account(uow, reader), community=community, name=reader.name), uow.now)
    uow.conversations.keep(place, None)
    joined = replace(resident, telegram_id=reader.telegram_id)
    uow.record(ResidentJoined(joined))
    return joined
