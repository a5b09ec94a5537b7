"""The question goes to who closed the concern."""

from datetime import timedelta

from bot.concerns.model.events import ConcernConfirmed
from bot.delivery.model import Post, considerate
from bot.kit.words import words_for
from bot.surveys import views
from bot.surveys.model import Question
from bot.unit_of_work import UnitOfWork

THANKS_FIRST = timedelta(seconds=3)
"""The answer to the tap that closed it is read before the question."""


def ask_author(uow: UnitOfWork, event: ConcernConfirmed) -> None:
    """Once for each closing; not whoever told it for somebody without a phone: they may have seen to it themselves."""
    concern = event.concern
    if concern.author.telegram_id is None:
        return
    reader = uow.residents.reader(concern.author.telegram_id, concern.community)
    shown = views.ask(words_for(reader, uow.settings.zone), concern.number, Question(concern.id, event.line))
    due_at = considerate(uow.now + THANKS_FIRST, uow.settings)
    uow.outbox.put(Post(f"concern-{concern.id}-survey-{event.line}", reader.telegram_id, shown.params(), due_at))
