"""Joining the community: how to be spoken to, consent, a household by its code, a place on the roll."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from bot.kit.arrival import Arrival
from bot.kit.events import AccountChanged
from bot.kit.forms import Place
from bot.kit.people import CommunityId, Language, Reader
from bot.kit.town import UpdateKey
from bot.residents.forms import Joining
from bot.residents.model import (
    CONSENT_VERSION,
    Account,
    AgeBand,
    Household,
    MovedOrBoth,
    NotAgreed,
    NotOnRoll,
    PlaceTaken,
    Resident,
    ResidentId,
    ResidentJoined,
    SpentCode,
    TooManyTries,
    UnknownCode,
    next_try,
    read_code,
)
from bot.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class OpenDoor:
    """A household whose code was right, and who of it has not joined yet."""

    household: Household
    places: Sequence[Resident]
    asks: MovedOrBoth | None = None
    """What somebody who lives elsewhere already has to answer first."""


def arrive(uow: UnitOfWork, stranger: Reader, place: Place, key: UpdateKey) -> Arrival:
    """Who wrote: `stranger` as Telegram names them, with what we know of them."""
    met = uow.residents.met(place, key)
    account = met.account
    reader = replace(stranger, community=met.group)
    if account is not None:
        reader = replace(
            reader,
            name=account.name or stranger.name,
            language=account.language,
            elder=account.elder,
            community=reader.community or account.community or _at_work(uow, stranger),
            known=account.consent_version == CONSENT_VERSION,
        )
    return Arrival(reader, met.form, met.handled)


def _at_work(uow: UnitOfWork, reader: Reader) -> CommunityId | None:
    """Who set a community up, or guides it, but lives nowhere in it, speaks there all the same."""
    return next(iter(uow.roles.communities(reader.telegram_id)), None)


def choose_manner(uow: UnitOfWork, reader: Reader, elder: bool) -> None:
    """Speak to this person in 长辈版, or not."""
    uow.residents.save_account(replace(_account(uow, reader), elder=elder), uow.now)


def choose_language(uow: UnitOfWork, reader: Reader, language: Language) -> None:
    """Speak this language to this person from now on."""
    uow.residents.save_account(replace(_account(uow, reader), language=language), uow.now)
    uow.record(AccountChanged(reader.telegram_id))


def consent(uow: UnitOfWork, reader: Reader, place: Place) -> OpenDoor | Resident | None:
    """This person agrees to what is kept, in the words of today's version.

    Returns the household whose code they came with, or who they are if they joined before; else waits for a code.
    """
    agreed = replace(_account(uow, reader), name=reader.name, consent_version=CONSENT_VERSION)
    uow.residents.save_account(agreed, uow.now)
    uow.consents.give(reader.telegram_id, CONSENT_VERSION, uow.now)
    uow.record(AccountChanged(reader.telegram_id))
    form = uow.conversations.form(place)
    if isinstance(form, Joining) and form.code:
        return try_code(uow, replace(reader, known=True), place, form.code)
    if joined := _joined_before(uow, reader, place):
        return joined
    uow.conversations.keep(place, Joining())
    return None


def withdraw(uow: UnitOfWork, reader: Reader, place: Place) -> None:
    """This person takes their consent back: they read on, but neither write nor act in a role until they agree."""
    account = uow.residents.account(reader.telegram_id)
    if account is not None:
        uow.residents.save_account(replace(account, consent_version=0), uow.now)
    uow.consents.withdraw(reader.telegram_id, uow.now)
    uow.record(AccountChanged(reader.telegram_id))
    uow.conversations.keep(place, None)


def try_code(uow: UnitOfWork, reader: Reader, place: Place, written: str) -> OpenDoor | None:
    """Who may join by this code; None, and one try less, when no household has it.

    Raises `NotACode` for a typing mistake, which costs nothing, `NotAgreed`, `TooManyTries`, `SpentCode`.
    """
    if not reader.known:
        raise NotAgreed
    code = read_code(written)
    community = reader.community or uow.residents.only_community()
    _may_try(uow, reader, community)
    found = uow.codes.find(code)
    if found is None:
        uow.codes.count_wrong(reader.telegram_id, community, uow.now)
        return None
    if not found.good(uow.now):
        raise SpentCode
    form = Joining(code, right=True)
    uow.conversations.keep(place, form)
    return _door(uow, reader, found.household, form)


def look_again(uow: UnitOfWork, reader: Reader, place: Place) -> OpenDoor:
    """Who may join by the code that was right a moment ago. Raises `UnknownCode`."""
    form, household = _opened(uow, place)
    return _door(uow, reader, household, form)


def say_whether_both(uow: UnitOfWork, reader: Reader, place: Place, both: bool) -> OpenDoor:
    """Whether the flat in which they live already stays theirs. Raises `UnknownCode`."""
    form, household = _opened(uow, place)
    said = replace(form, both=both)
    uow.conversations.keep(place, said)
    return _door(uow, reader, household, said)


def join(uow: UnitOfWork, reader: Reader, place: Place, resident: ResidentId) -> Resident:
    """Take a place that the household has on the roll. Raises `UnknownCode`, `PlaceTaken`, `MovedOrBoth`."""
    joined = _joined_before(uow, reader, place)
    if joined is not None and joined.id == resident:
        return joined
    form, household = _opened(uow, place)
    members = {member.id: member for member in uow.residents.household_members(household.id)}
    if resident not in members:
        raise UnknownCode
    return _take(uow, reader, place, members[resident], form)


def join_anew(uow: UnitOfWork, reader: Reader, place: Place, age_band: AgeBand) -> Resident:
    """Join a household whose roll does not name this person. Raises `UnknownCode`, `MovedOrBoth`."""
    joined = _joined_before(uow, reader, place)
    if joined is not None:
        return joined
    form, household = _opened(uow, place)
    return _take(uow, reader, place, uow.residents.add_resident(household, reader.name, age_band), form)


def _account(uow: UnitOfWork, reader: Reader) -> Account:
    known = uow.residents.account(reader.telegram_id)
    return known or Account(reader.telegram_id, "", reader.language, reader.elder, None, 0)


def _joined_before(uow: UnitOfWork, reader: Reader, place: Place) -> Resident | None:
    """Who taps twice on the last button of joining has a place by the second time, and no open form."""
    if isinstance(uow.conversations.form(place), Joining):
        return None
    try:
        return uow.residents.on_roll(reader)
    except NotOnRoll:
        return None


def _door(uow: UnitOfWork, reader: Reader, household: Household, form: Joining) -> OpenDoor:
    members = uow.residents.household_members(household.id)
    places = [member for member in members if member.free or member.held_by == reader.telegram_id]
    return OpenDoor(household, places, _question(_speaking_from(uow, reader, household), household, form))


def _speaking_from(uow: UnitOfWork, reader: Reader, household: Household) -> Resident | None:
    """As whom this person speaks in the community of `household`, if they live there already."""
    try:
        return uow.residents.on_roll(replace(reader, community=household.community))
    except NotOnRoll:
        return None


def _question(before: Resident | None, household: Household, form: Joining) -> MovedOrBoth | None:
    if before is None or before.household.id == household.id or form.both is not None:
        return None
    return MovedOrBoth(before.household, household)


def _may_try(uow: UnitOfWork, reader: Reader, community: CommunityId | None) -> None:
    rules = uow.settings.residents
    own = uow.codes.wrong_by(reader.telegram_id, uow.now - timedelta(days=rules.code_memory_days))
    around = uow.codes.wrong_in(community, uow.now - timedelta(hours=1)) if own.count else own
    until = next_try(rules, own, around)
    if until is not None and uow.now < until:
        raise TooManyTries(until)


def _opened(uow: UnitOfWork, place: Place) -> tuple[Joining, Household]:
    form = uow.conversations.form(place)
    if not isinstance(form, Joining) or not form.right or (found := uow.codes.find(form.code)) is None:
        raise UnknownCode
    if not found.good(uow.now):
        raise SpentCode
    return form, found.household


def _take(uow: UnitOfWork, reader: Reader, place: Place, resident: Resident, form: Joining) -> Resident:
    before = _speaking_from(uow, reader, resident.household)
    if question := _question(before, resident.household, form):
        raise question
    elsewhere = before is not None and before.household.id != resident.household.id
    both = elsewhere and bool(form.both)
    if before is not None and elsewhere and not both:
        uow.residents.leave(before.id, uow.now)
    if not uow.residents.claim_place(resident.id, reader.telegram_id, uow.now, both=both):
        raise PlaceTaken
    uow.codes.use(resident.household.id)
    community = resident.household.community
    uow.residents.save_account(replace(_account(uow, reader), community=community, name=reader.name), uow.now)
    uow.conversations.keep(place, None)
    joined = replace(resident, telegram_id=reader.telegram_id, held_by=None)
    uow.record(ResidentJoined(joined, before, both))
    return joined
