"""What is sent before a sitting: to who comes, to who is invited, to the main group, to moderators and alternates.

All causes begin with `coming-<sitting>-`, those about what one person said go on with their Telegram id: what is out
of date is withdrawn by that.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from bot.attendance import reminder_views as views
from bot.attendance.model.alternates import AlternateAsked, QuorumInDoubt
from bot.attendance.model.reminders import START_GRACE, Guest, Kind, Reminder, RemindersDue
from bot.attendance.model.rsvp import Answered, SeatGiven
from bot.delivery.model import Post, Priority, considerate_before
from bot.groups.model import Purpose
from bot.kit.people import Reader
from bot.kit.screens import Screen
from bot.kit.words import Words, words_for
from bot.roles.model import Role
from bot.sittings.model.sitting import Sitting, SittingCalledOff, WorkshopCalledOff, place_of
from bot.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class Window:
    """When something may be sent; from `until` on it is of no use."""

    due_at: datetime
    until: datetime


def remind(uow: UnitOfWork, event: RemindersDue) -> None:
    """Each once: a batch that is begun anew after a crash owes nothing twice."""
    sitting, window, which = event.sitting, _window(uow, event), _which(event.reminder)
    place = place_of(sitting, uow.settings)
    for guest in event.guests:
        shown = _to_one(event, guest, place, window)
        _owe(uow, sitting, guest.telegram_id, which, window, shown, Priority.BULK)
    group = uow.groups.serving(sitting.community, Purpose.MAIN) if event.in_group else None
    if group is None or event.reminder.kind is Kind.OFF:  # which the group is told by the calendar
        return
    say = words_for(Reader(0, ""), uow.settings.zone)
    if event.reminder.kind is Kind.START:
        shown_to_all = views.start_in_group(say, place).in_group(uow.link)
    else:
        shown_to_all = views.before_in_group(say, sitting, place, window.due_at)
    params = shown_to_all.params()
    uow.outbox.put(Post(f"coming-{sitting.id}-all-{which}", group.chat_id, params, window.due_at, until=window.until))


def follow_answer(uow: UnitOfWork, event: Answered) -> None:
    """What is on its way to somebody who has answered is out of date; who says it late still hears that it starts."""
    sitting, me = event.sitting, event.signup.telegram_id
    uow.outbox.withdraw_all(f"coming-{sitting.id}-{me}-", uow.now)
    begins = uow.reminders.of(sitting.id, Kind.START)
    if event.signup.coming and any(reminder.sent_at for reminder in begins):
        window, place = Window(sitting.starts_at, sitting.starts_at + START_GRACE), place_of(sitting, uow.settings)
        which, view = f"start-{event.signup.at:%Y%m%d%H%M%S}", _starts(sitting)
        _owe(uow, sitting, me, which, window, lambda say: view(say, place), Priority.NOTICE)


def tell_of_seat(uow: UnitOfWork, event: SeatGiven) -> None:
    """At once, but at night only where the morning would be too late."""
    sitting, place = event.sitting, place_of(event.sitting, uow.settings)
    which, window = f"seat-{event.signup.at:%Y%m%d%H%M%S}", _in_time(uow, sitting)
    _owe(uow, sitting, event.signup.telegram_id, which, window, lambda say: views.seat_given(say, sitting, place))


def withdraw_all(uow: UnitOfWork, event: SittingCalledOff | WorkshopCalledOff) -> None:
    """Nobody hears any more that it comes."""
    uow.outbox.withdraw_all(f"coming-{event.sitting.id}-", uow.now)


def alarm(uow: UnitOfWork, event: QuorumInDoubt) -> None:
    """Those who moderate, and with that may take the chair; once for each sitting."""
    window = _in_time(uow, event.sitting)
    for reader in uow.roles.holders(event.sitting.community, Role.MODERATOR):
        shown = views.too_few(words_for(reader, uow.settings.zone), event.sitting, event.forecast, event.asked)
        cause = f"coming-{event.sitting.id}-short-{reader.telegram_id}"
        uow.outbox.put(Post(cause, reader.telegram_id, shown.params(), window.due_at, until=window.until))


def ask_alternate(uow: UnitOfWork, event: AlternateAsked) -> None:
    """One tap is enough."""
    sitting, ask, comes = event.sitting, event.ask, event.ask.settled_at is not None
    window = Window(ask.asked_at, sitting.starts_at)

    def shown(say: Words) -> Screen:
        return views.you_stand_in(say, sitting) if comes else views.stand_in(say, sitting, event.missing)

    _owe(uow, sitting, ask.telegram_id, "ask", window, shown)


def _to_one(event: RemindersDue, guest: Guest, place: str, window: Window) -> Callable[[Words], Screen]:
    sitting = event.sitting
    if event.reminder.kind is Kind.OFF:
        return lambda say: views.it_is_off(say, sitting)
    if event.reminder.kind is Kind.START:
        starts = _starts(sitting)
        return lambda say: starts(say, place)
    if sitting.workshop:
        return lambda say: views.to_who_has_seat(say, sitting, place, window.due_at)
    view = views.to_who_comes if guest.coming else views.to_invited
    return lambda say: view(say, sitting, place, window.due_at)


def _starts(sitting: Sitting) -> Callable[[Words, str], Screen]:
    return views.workshop_starts if sitting.workshop else views.it_starts


def _which(reminder: Reminder) -> str:
    return f"{reminder.kind}-{reminder.hours}"


def _window(uow: UnitOfWork, event: RemindersDue) -> Window:
    starts_at = event.sitting.starts_at
    if event.reminder.kind is Kind.START:
        return Window(starts_at, starts_at + START_GRACE)
    return _in_time(uow, event.sitting)


def _in_time(uow: UnitOfWork, sitting: Sitting) -> Window:
    """Nobody is disturbed at night, unless the morning would be too late."""
    return Window(considerate_before(sitting.starts_at, uow.now, uow.settings), sitting.starts_at)


def _owe(
    uow: UnitOfWork, sitting: Sitting, telegram_id: int, what: str, window: Window,
    shown: Callable[[Words], Screen], priority: Priority = Priority.NOTICE,
) -> None:  # fmt: skip
    reader = uow.residents.reader(telegram_id, sitting.community)
    params = shown(words_for(reader, uow.settings.zone)).params()
    cause = f"coming-{sitting.id}-{telegram_id}-{what}"
    uow.outbox.put(Post(cause, telegram_id, params, window.due_at, priority=priority, until=window.until))
