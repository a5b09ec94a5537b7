"""Who a concern is handed to hears of it."""

from bot.concerns.model.events import ConcernHandedOver
from bot.delivery.model import Post, considerate
from bot.inbox import card_views
from bot.kit.words import words_for
from bot.unit_of_work import UnitOfWork


def tell_who_sees_to_it_now(uow: UnitOfWork, event: ConcernHandedOver) -> None:
    """A card that stands with them already changes without a sound."""
    concern, by = event.concern, uow.concerns.line(event.line).by
    if concern.handler is None or concern.handler.telegram_id == by:
        return
    reader = uow.residents.reader(concern.handler.telegram_id, concern.community)
    name = uow.residents.reader(by, concern.community).name
    shown = card_views.handed_to_you(words_for(reader, uow.settings.zone), concern, name)
    cause = f"concern-{concern.id}-handed-{event.line}"
    uow.outbox.put(Post(cause, reader.telegram_id, shown.params(), considerate(uow.now, uow.settings)))
