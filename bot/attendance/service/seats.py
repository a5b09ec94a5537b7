"""Where there is room for so many: who comes later waits in a line, and free seats go to the first in it."""

from bot.attendance.model.rsvp import Answered, SeatGiven, Seats, Signup, SignupChanged
from bot.sittings.model.sitting import Sitting
from bot.unit_of_work import UnitOfWork


def look(uow: UnitOfWork, sitting: Sitting, telegram_id: int) -> Seats | None:
    """How full it is, and where this person stands; None where as many come as like."""
    if sitting.seats is None:
        return None
    line = uow.attendance.line(sitting.id)
    position = line.index(telegram_id) + 1 if telegram_id in line else None
    return Seats(sitting.seats, uow.attendance.count(sitting.id).coming, len(line), position)


def take(uow: UnitOfWork, sitting: Sitting, telegram_id: int, known: Signup | None) -> Signup:
    """A seat; else the end of the line. Who has one or waits already keeps what they have."""
    new = Signup(sitting.id, telegram_id, coming=True, speaks=False, at=uow.now)
    if known is not None and (known.coming or known.waits is not None):
        return known
    found = look(uow, sitting, telegram_id)
    if found is None or found.free:
        return known.says(coming=True, at=uow.now) if known else new
    waits = uow.attendance.last_in_line(sitting.id) + 1
    return Signup(sitting.id, telegram_id, coming=False, speaks=False, at=uow.now, waits=waits)


def give_free(uow: UnitOfWork, sitting: Sitting) -> None:
    """Those who have waited longest come; once it has begun, or is off, nobody does."""
    if sitting.seats is None or sitting.off or uow.now >= sitting.starts_at:
        return
    free = max(sitting.seats - uow.attendance.count(sitting.id).coming, 0)
    for telegram_id in uow.attendance.line(sitting.id)[:free]:
        known = uow.attendance.signup(sitting.id, telegram_id)
        if known is not None:
            seated = known.says(coming=True, at=uow.now)
            uow.attendance.keep(seated)
            uow.record(SignupChanged(sitting))
            uow.record(Answered(sitting, seated))
            uow.record(SeatGiven(sitting, seated))


def see_to_line(uow: UnitOfWork) -> bool:
    """Seats that nobody gave back, for who had them was forgotten; there is never more to do."""
    for sitting in uow.attendance.waited_for(uow.now):
        found = uow.sittings.with_id(sitting)
        uow.enter(found.community)
        give_free(uow, found)
    return False
