"""Saying whether one comes, whether one wants to speak, and whether one wants to be told each time."""

from dataclasses import replace

from bot.attendance.model.alternates import Forecast, forecast
from bot.attendance.model.reminders import next_before
from bot.attendance.model.rsvp import Answered, MyPart, Signup, SignupChanged, check_open
from bot.attendance.service import seats
from bot.kit.people import Reader
from bot.residents.model import ResidentTakenOff
from bot.roles.model import Act, permit
from bot.sittings.model.sitting import NoSitting, Sitting, SittingId, place_of
from bot.unit_of_work import UnitOfWork


def rsvp(uow: UnitOfWork, reader: Reader, sitting: SittingId, coming: bool) -> MyPart:
    """I come, or wait for a seat, or I do not; twice is once.

    Raises `NoSitting`, `NotOnRoll`, `SignupOff`, `SignupClosed`.
    """
    found = _open(uow, reader, sitting)
    seats.give_free(uow, found)
    known = uow.attendance.signup(found.id, reader.telegram_id)
    if coming:
        said = seats.take(uow, found, reader.telegram_id, known)
    elif known is not None:
        said = known.says(coming, uow.now)
    else:
        said = Signup(found.id, reader.telegram_id, coming, speaks=False, at=uow.now)
    _keep(uow, found, known, said)
    seats.give_free(uow, found)
    return _part(uow, reader, found, said)


def look(uow: UnitOfWork, reader: Reader, sitting: SittingId) -> MyPart:
    """How I stand to it. Raises what `rsvp` raises."""
    found = _open(uow, reader, sitting)
    return _part(uow, reader, found, uow.attendance.signup(found.id, reader.telegram_id))


def want_to_speak(uow: UnitOfWork, reader: Reader, sitting: SittingId, speak: bool) -> MyPart:
    """I want to speak there, and so I come; or I would rather not speak. Raises what `rsvp` raises.

    At a workshop nobody asks for the floor beforehand: who wants to speak there wants to come.
    """
    found = _open(uow, reader, sitting)
    if found.workshop:
        return rsvp(uow, reader, sitting, coming=True) if speak else look(uow, reader, sitting)
    known = uow.attendance.signup(found.id, reader.telegram_id)
    if known is None and not speak:
        return _part(uow, reader, found, None)
    new = Signup(found.id, reader.telegram_id, coming=True, speaks=speak, at=uow.now)
    return _part(uow, reader, found, _keep(uow, found, known, known.wants_to_speak(speak, uow.now) if known else new))


def keep_posted(uow: UnitOfWork, reader: Reader, on: bool) -> bool:
    """Tell me of every sitting, or not any more; which it is now. Raises `NotOnRoll`."""
    community = uow.residents.speaking(reader).household.community
    if on:
        uow.attendance.subscribe(community, reader.telegram_id, uow.now)
    else:
        uow.attendance.unsubscribe(community, reader.telegram_id)
    return on


def look_ahead(uow: UnitOfWork, reader: Reader, sitting: SittingId) -> tuple[Sitting, Forecast]:
    """Will enough come? For moderators. Raises `NoSitting`, `NotAllowed`."""
    permit(uow.roles.of(reader), Act.MANAGE_AGENDA)
    found = uow.sittings.get(sitting, reader.community)
    if found.workshop:
        raise NoSitting
    return found, expected(uow, found)


def expected(uow: UnitOfWork, sitting: Sitting) -> Forecast:
    """By what people have said so far."""
    coming = uow.attendance.count(sitting.id).coming
    return forecast(coming, uow.attendance.council(sitting), uow.settings.attendance)


def follow_taking_off(uow: UnitOfWork, event: ResidentTakenOff) -> None:
    """Who has moved away comes to no sitting, and is told of none."""
    resident = event.resident
    if resident.telegram_id is None:
        return
    community = resident.household.community
    uow.attendance.unsubscribe(community, resident.telegram_id)
    for sitting in uow.attendance.drop(community, resident.telegram_id, uow.now):
        left = uow.sittings.with_id(sitting)
        uow.record(SignupChanged(left))
        seats.give_free(uow, left)


def _open(uow: UnitOfWork, reader: Reader, sitting: SittingId) -> Sitting:
    """Whatever community `reader` speaks in: what counts is whose sitting it is."""
    found = uow.sittings.with_id(sitting)
    uow.residents.speaking(replace(reader, community=found.community))
    check_open(found, uow.now)
    return found


def _keep(uow: UnitOfWork, sitting: Sitting, known: Signup | None, said: Signup) -> Signup:
    if said != known:
        uow.attendance.keep(said)
        uow.record(SignupChanged(sitting))
    if known is None or known.coming != said.coming:
        uow.record(Answered(sitting, said))
    return said


def _part(uow: UnitOfWork, reader: Reader, sitting: Sitting, signup: Signup | None) -> MyPart:
    rules, place = uow.settings.attendance, place_of(sitting, uow.settings)
    posted = uow.attendance.subscribed(sitting.community, reader.telegram_id)
    room = seats.look(uow, sitting, reader.telegram_id)
    return MyPart(sitting, signup, posted, place, next_before(sitting, rules, uow.now), room)
