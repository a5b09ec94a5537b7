"""What is sent before a sitting: planned when it is convened, done when its time has come, each once."""

from dataclasses import replace

from bot.attendance.model.reminders import REMINDING, Kind, Reminder, RemindersDue, choose, plan
from bot.attendance.service import standing_in
from bot.delivery.model import considerate_before
from bot.sittings.model.sitting import (
    Sitting,
    SittingCalled,
    SittingCalledOff,
    SittingConvened,
    WorkshopCalledOff,
    WorkshopConvened,
)
from bot.unit_of_work import UnitOfWork

AT_ONCE = 200
"""So many people are written to in one transaction."""
BOOKED = 20
"""… and so many sittings planned for."""


def plan_ahead(uow: UnitOfWork, event: SittingConvened | SittingCalled | WorkshopConvened) -> None:
    """Rows for all that will have to be said before it."""
    uow.reminders.plan(plan(event.sitting, uow.settings.attendance, uow.now))


def plan_missing(uow: UnitOfWork) -> bool:
    """For sittings that stood in the books before there were reminders; whether there may be more."""
    missing = uow.reminders.unplanned(uow.now, BOOKED)
    for sitting in missing:
        uow.enter(sitting.community)
        uow.reminders.plan(plan(sitting, uow.settings.attendance, uow.now))
    return bool(missing)


def call_off(uow: UnitOfWork, event: SittingCalledOff | WorkshopCalledOff) -> None:
    """Nobody is reminded of it; who said they come, or would if there were room, is told."""
    sitting = event.sitting
    uow.reminders.withdraw(sitting.id)
    for ask in uow.alternates.asked(sitting.id):
        if ask.settled_at is None:
            uow.alternates.settle(ask, uow.now)
    uow.reminders.plan([Reminder(0, sitting.id, Kind.OFF, 0, uow.now)])


def see_to_reminders(uow: UnitOfWork, at_once: int = AT_ONCE) -> bool:
    """What has been due for the longest time, to so many people; whether there may be more."""
    first = uow.reminders.due(uow.now)
    if first is None:
        return False
    sitting = uow.sittings.with_id(first.sitting)
    uow.enter(sitting.community)
    if first.kind in REMINDING:
        _remind(uow, sitting, at_once)
    elif uow.now >= sitting.starts_at:
        uow.reminders.save(replace(first, missed_at=uow.now))
    elif first.kind is Kind.OFF:
        _expand(uow, sitting, first, at_once)
    else:
        uow.reminders.save(replace(first, sent_at=uow.now))
        standing_in.look_at_quorum(uow, sitting)
    return True


def _remind(uow: UnitOfWork, sitting: Sitting, at_once: int) -> None:
    """Of what reaches people at the same moment only the newest is sent; the others are noted as missed."""
    moment = considerate_before(sitting.starts_at, uow.now, uow.settings)
    due = [one for one in uow.reminders.due_of(sitting.id, moment) if one.kind in REMINDING]
    newest, missed = choose(due, sitting, uow.now)
    for one in missed:
        uow.reminders.save(replace(one, missed_at=uow.now))
    if newest is not None:
        _expand(uow, sitting, newest, at_once)


def _expand(uow: UnitOfWork, sitting: Sitting, reminder: Reminder, at_once: int) -> None:
    """The next batch of people; after the last one it is done. Of a workshop only who comes is reminded."""
    to_all = not sitting.workshop
    guests = uow.reminders.audience(
        sitting,
        reminder.reached,
        at_once,
        invited=to_all and reminder.kind is Kind.BEFORE,
        now=uow.now,
        waiting=reminder.kind is Kind.OFF,
    )
    uow.record(RemindersDue(sitting, reminder, tuple(guests), in_group=to_all and not reminder.reached))
    if len(guests) < at_once:
        uow.reminders.save(replace(reminder, reached=0, sent_at=uow.now))
    else:
        uow.reminders.save(replace(reminder, reached=guests[-1].telegram_id))
