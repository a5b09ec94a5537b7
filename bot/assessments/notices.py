"""Who was there is asked to rate; the group reads the mean."""

from bot.assessments import views
from bot.assessments.model import RatersWanted, ScorePublished
from bot.delivery.model import Post, Priority, considerate
from bot.groups.model import Purpose
from bot.kit.people import Reader
from bot.kit.words import words_for
from bot.unit_of_work import UnitOfWork


def ask(uow: UnitOfWork, event: RatersWanted) -> None:
    """Once each; after the last moment it is of no use."""
    one, settings = event.assessment, uow.settings_of(event.assessment.community)
    for person in event.people:
        words = words_for(uow.residents.reader(person, one.community), settings.zone)
        shown = views.ask(words, one, event.starts_at).params()
        due_at = considerate(uow.now, settings)
        cause = f"rating-{one.sitting}-{person}"
        uow.outbox.put(Post(cause, person, shown, due_at, priority=Priority.BULK, until=one.until))


def publish(uow: UnitOfWork, event: ScorePublished) -> None:
    one, settings = event.assessed.assessment, uow.settings_of(event.assessed.assessment.community)
    group = uow.groups.serving(one.community, Purpose.MAIN)
    if group is not None:
        shown = views.in_group(words_for(Reader(0, ""), settings.zone), event.assessed, uow.link).params()
        uow.outbox.put(Post(f"score-{one.sitting}", group.chat_id, shown, considerate(uow.now, settings)))
