"""Checking in: by the digits in the room, or from afar by a button; both count (rows R002, R052)."""

from bot.floor.forms import CheckingIn
from bot.floor.model.desk import Came, WrongCode
from bot.floor.model.events import CheckedIn
from bot.floor.model.presence import CheckIn, Origin
from bot.floor.model.refusals import CheckInLater, NoDigits, NoMoreTries, NotOpen
from bot.floor.model.session import Session, check_in_from
from bot.floor.service.looking import open_now, who_is_there
from bot.kit.forms import Place
from bot.kit.people import CommunityId, Reader
from bot.sittings.model.sitting import Sitting, SittingId
from bot.unit_of_work import UnitOfWork

DIGITS = 4


def begin(uow: UnitOfWork, reader: Reader, place: Place) -> Came | CheckingIn:
    """Ask for the digits, unless they are there already.

    Raises `NotOnRoll`, `ConsentNeeded`, `NotOpen`, `CheckInLater`, `NoMoreTries`.
    """
    sitting, session = _running(uow, uow.residents.speaking(reader).household.community)
    if known := uow.floor.checked_in(sitting.id, reader.telegram_id):
        return _came(uow, sitting, known)
    _check_open(uow, sitting, session)
    _check_tries(uow, sitting, reader)
    form = CheckingIn(sitting.id)
    uow.conversations.keep(place, form)
    return form


def by_code(uow: UnitOfWork, reader: Reader, place: Place, written: str) -> Came | WrongCode:
    """On the spot. A wrong code is counted, and so it is an answer and no refusal.

    Raises `NoDigits` for what is no code at all, and what `begin` raises.
    """
    sitting, session = _running(uow, uow.residents.speaking(reader).household.community)
    if known := uow.floor.checked_in(sitting.id, reader.telegram_id):
        uow.conversations.keep(place, None)
        return _came(uow, sitting, known)
    _check_open(uow, sitting, session)
    most = uow.settings.floor.code_tries
    if uow.repeated:
        return WrongCode(sitting.id, max(most - uow.floor.wrong_codes(sitting.id, reader.telegram_id), 0))
    _check_tries(uow, sitting, reader)
    code = read_digits(written)
    if code != session.code:
        return WrongCode(sitting.id, most - uow.floor.wrong_code(sitting.id, reader.telegram_id))
    uow.conversations.keep(place, None)
    return _check_in(uow, sitting, session, reader, Origin.ON_SITE)


def from_afar(uow: UnitOfWork, reader: Reader, place: Place, sitting: SittingId) -> Came:
    """By the button in the group. Raises `NotOnRoll`, `ConsentNeeded`, `NoSitting`, `NotOpen`, `CheckInLater`."""
    found = uow.sittings.get(sitting, uow.residents.speaking(reader).household.community)
    session = uow.floor.session(sitting)
    if session is None:
        raise NotOpen
    session.check_runs()
    if isinstance(uow.conversations.form(place), CheckingIn):
        uow.conversations.keep(place, None)
    if known := uow.floor.checked_in(sitting, reader.telegram_id):
        return _came(uow, found, known)
    _check_open(uow, found, session)
    return _check_in(uow, found, session, reader, Origin.REMOTE)


def read_digits(written: str) -> str:
    """The code in what somebody typed, with any spaces and full-width digits. Raises `NoDigits`."""
    code = "".join(str(int(sign)) for sign in written if sign.isdecimal())
    if len(code) != DIGITS:
        raise NoDigits
    return code


def _running(uow: UnitOfWork, community: CommunityId) -> tuple[Sitting, Session]:
    session = uow.floor.running(community)
    if session is None:
        raise NotOpen
    return uow.sittings.get(session.sitting, community), session


def _check_open(uow: UnitOfWork, sitting: Sitting, session: Session) -> None:
    since = check_in_from(sitting.starts_at, session.opened_at or uow.now, uow.settings.floor.opens_minutes_before)
    if uow.now < since:
        raise CheckInLater(since)


def _check_tries(uow: UnitOfWork, sitting: Sitting, reader: Reader) -> None:
    if uow.floor.wrong_codes(sitting.id, reader.telegram_id) >= uow.settings.floor.code_tries:
        raise NoMoreTries(sitting.id)


def _check_in(uow: UnitOfWork, sitting: Sitting, session: Session, reader: Reader, origin: Origin) -> Came:
    check_in = CheckIn(sitting.id, reader.telegram_id, origin, uow.now)
    uow.floor.check_in(check_in)
    uow.record(CheckedIn(session))
    return _came(uow, sitting, check_in)


def _came(uow: UnitOfWork, sitting: Sitting, check_in: CheckIn) -> Came:
    return Came(check_in, who_is_there(uow, sitting), open_now(uow, sitting.id) is not None)
