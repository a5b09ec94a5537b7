"""Who hears that the roll has changed."""

from bot.delivery.model import Post, considerate
from bot.kit.words import words_for
from bot.residents.model import ResidentTakenOff
from bot.roll import views
from bot.unit_of_work import UnitOfWork


def tell_who_left(uow: UnitOfWork, event: ResidentTakenOff) -> None:
    """Somebody who was said to have moved away: it may be wrong."""
    resident = event.resident
    if resident.person is not None:
        reader = uow.residents.reader(resident.person, resident.household.community)
        shown = views.moved_away(words_for(reader, uow.settings.zone), resident.household.address)
        due_at = considerate(uow.now, uow.settings)
        cause = f"roll-{event.by_import}-left-{resident.id}"
        uow.outbox.put(Post(cause, resident.person, shown.params(), due_at))
