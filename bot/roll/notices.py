"""Who hears that the roll has changed."""

from bot.delivery.model import Post, considerate
from bot.kit.words import words_for
from bot.roll import views
from bot.roll.model import RollImported
from bot.unit_of_work import UnitOfWork


def tell_who_left(uow: UnitOfWork, event: RollImported) -> None:
    """Those who had joined and were said to have moved away: it may be wrong."""
    for number in event.departed:
        telegram_id = uow.residents.resident(number).telegram_id
        if telegram_id is not None:
            reader = uow.residents.reader(telegram_id, event.community)
            shown = views.moved_away(words_for(reader, uow.settings.zone))
            due_at = considerate(uow.now, uow.settings)
            uow.outbox.put(Post(f"roll-{event.id}-left-{number}", telegram_id, shown.params(), due_at))
