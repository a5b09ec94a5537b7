"""What those are told whom an appointment is about, and who hears that somebody would like one."""

from datetime import timedelta

from bot.delivery.model import Post, considerate
from bot.kit.words import words_for
from bot.roles import views
from bot.roles.model import Appointed, Dismissed, Role, TermReplaced, Volunteered
from bot.unit_of_work import UnitOfWork


def tell_appointed(uow: UnitOfWork, event: Appointed) -> None:
    """At once, or when the quiet hours end."""
    made = event.appointment
    reader = uow.residents.reader(made.telegram_id, made.community)
    due_at = considerate(uow.now, uow.settings)
    for part, shown in enumerate(views.you_are_appointed(words_for(reader, uow.settings.zone), made)):
        uow.outbox.put(Post(f"role-{made.id}-begun-{part}", reader.telegram_id, shown.params(), due_at))


def owe_reminder(uow: UnitOfWork, event: Appointed) -> None:
    """So many days before the end of the term; terms shorter than that have none."""
    made = event.appointment
    if made.ends_at is None:
        return
    due_at = considerate(made.ends_at - timedelta(days=uow.settings.roles.reminder_days), uow.settings)
    if due_at > uow.now:
        reader = uow.residents.reader(made.telegram_id, made.community)
        shown = views.term_ends(words_for(reader, uow.settings.zone), made)
        uow.outbox.put(Post(f"role-{made.id}-ends", reader.telegram_id, shown.params(), due_at))


def withdraw_reminder(uow: UnitOfWork, event: Dismissed | TermReplaced) -> None:
    """Nobody is reminded of an end that is past or put off."""
    uow.outbox.withdraw(f"role-{event.appointment.id}-ends", uow.now)


def tell_dismissed(uow: UnitOfWork, event: Dismissed) -> None:
    """With thanks."""
    ended = event.appointment
    reader = uow.residents.reader(ended.telegram_id, ended.community)
    shown = views.you_are_dismissed(words_for(reader, uow.settings.zone), ended)
    due_at = considerate(uow.now, uow.settings)
    uow.outbox.put(Post(f"role-{ended.id}-ended", reader.telegram_id, shown.params(), due_at))


def tell_moderators(uow: UnitOfWork, event: Volunteered) -> None:
    """Once a day for each person and role."""
    day = uow.now.astimezone(uow.settings.zone).date()
    due_at = considerate(uow.now, uow.settings)
    for reader in uow.roles.holders(event.community, Role.MODERATOR):
        shown = views.somebody_would(words_for(reader, uow.settings.zone), event)
        cause = f"volunteer-{event.telegram_id}-{event.role}-{day}-{reader.telegram_id}"
        uow.outbox.put(Post(cause, reader.telegram_id, shown.params(), due_at))
