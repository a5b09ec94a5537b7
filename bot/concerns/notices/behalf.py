"""Who has a phone hears what was told on their behalf."""

from bot.concerns import behalf_views
from bot.concerns.model.events import ConcernRaised
from bot.delivery.model import Post, considerate
from bot.kit.words import words_for
from bot.unit_of_work import UnitOfWork


def author_hears_what_was_told(uow: UnitOfWork, event: ConcernRaised) -> None:
    """They have the last word on it, as on any concern of theirs."""
    concern = event.concern
    if concern.told_by is None or concern.author.telegram_id is None:
        return
    reader = uow.residents.reader(concern.author.telegram_id, concern.community)
    teller = uow.residents.reader(concern.told_by, concern.community).name
    shown = behalf_views.told_for_you(words_for(reader, uow.settings.zone), concern, teller)
    due_at = considerate(uow.now, uow.settings)
    uow.outbox.put(Post(f"concern-{concern.id}-behalf", reader.telegram_id, shown.params(), due_at))
