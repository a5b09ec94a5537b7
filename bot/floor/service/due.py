"""What time brings about at sittings: who chairs, is there a quorum, and the end of the day. Each once."""

from datetime import timedelta

from bot.floor.model.events import ChairWanted, PeopleInvited, QuorumMissing, SittingNotHeld
from bot.floor.model.session import ends_at, not_held
from bot.floor.model.tasks import Task
from bot.floor.service.chairing import clear, end
from bot.floor.service.items import finish
from bot.floor.service.looking import open_now, who_is_there
from bot.sittings.model.sitting import Sitting
from bot.unit_of_work import UnitOfWork

BATCH, GUESTS = 20, 50
DAY = timedelta(days=1)
EVER = timedelta(days=366)
"""Nothing older is looked at."""


def see_to_sittings(uow: UnitOfWork) -> bool:
    """All that is due; whether there may be more."""
    rules, now = uow.settings.floor, uow.now
    before = timedelta(minutes=rules.opens_minutes_before)
    after = timedelta(minutes=rules.adjourn_minutes_after)
    near = uow.floor.undone(Task.CALL, now, now + before, BATCH)
    inviting = [_invite(uow, one) for one in uow.floor.undone(Task.INVITE, now - DAY, now + before, BATCH)]
    begun = uow.floor.undone(Task.DOUBT, now - EVER, now - after, BATCH)
    past = [one for one in uow.floor.undone(Task.END, now - EVER, now, BATCH) if _is_over(uow, one)]
    for sitting in near:
        _call(uow, sitting)
    for sitting in begun:
        _doubt(uow, sitting)
    for sitting in past:
        _end(uow, sitting)
    return any(inviting) or any(len(found) == BATCH for found in (near, begun, past))


def _is_over(uow: UnitOfWork, sitting: Sitting) -> bool:
    return uow.now >= ends_at(sitting, uow.settings.zone)


def _call(uow: UnitOfWork, sitting: Sitting) -> None:
    uow.enter(sitting.community)
    uow.floor.done(Task.CALL, sitting.id, uow.now)
    if uow.floor.session(sitting.id) is None:
        uow.record(ChairWanted(sitting))


def _invite(uow: UnitOfWork, sitting: Sitting) -> bool:
    """A batch of those who may come and have not; whether there may be more of them."""
    uow.enter(sitting.community)
    session = uow.floor.session(sitting.id)
    if session is None or not session.runs:
        return False
    reached = uow.floor.reached(sitting.id)
    guests = uow.reminders.audience(sitting, reached, GUESTS, invited=True, now=uow.now)
    there = (one.telegram_id for one in guests if uow.floor.checked_in(sitting.id, one.telegram_id) is None)
    uow.record(PeopleInvited(session, ends_at(sitting, uow.settings.zone), tuple(there)))
    if len(guests) < GUESTS:
        uow.floor.done(Task.INVITE, sitting.id, uow.now)
        return False
    uow.floor.reach(sitting.id, guests[-1].telegram_id)
    return True


def _doubt(uow: UnitOfWork, sitting: Sitting) -> None:
    """After a long silence of the bot it is of no use any more."""
    uow.enter(sitting.community)
    uow.floor.done(Task.DOUBT, sitting.id, uow.now)
    session, there = uow.floor.session(sitting.id), who_is_there(uow, sitting)
    if session is not None and session.runs and not there.quorum_met and not _is_over(uow, sitting):
        uow.record(QuorumMissing(session, there))


def _end(uow: UnitOfWork, sitting: Sitting) -> None:
    uow.enter(sitting.community)
    uow.floor.done(Task.END, sitting.id, uow.now)
    session = uow.floor.session(sitting.id)
    if session is None:
        over = not_held(sitting.id, sitting.community, uow.now, who_is_there(uow, sitting))
        uow.floor.begin(over)
        clear(uow, sitting, 0)
        uow.record(SittingNotHeld(over))
    elif session.runs:
        treated = open_now(uow, sitting.id)
        if treated is not None:
            finish(uow, sitting, session, treated, 0)
        end(uow, sitting, session, 0)
