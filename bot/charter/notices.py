"""What the group is told of the charter."""

from bot.charter import views
from bot.charter.model import CharterAmended
from bot.delivery.model import Post, considerate
from bot.groups.model import Purpose
from bot.kit.people import Reader
from bot.kit.words import words_for
from bot.unit_of_work import UnitOfWork


def tell_group(uow: UnitOfWork, event: CharterAmended) -> None:
    """Once: which version holds now, and by what."""
    version = event.version
    group = uow.groups.serving(version.community, Purpose.MAIN)
    if group is not None:
        shown = views.amended(words_for(Reader(0, ""), uow.settings.zone), version).in_group(uow.link)
        cause = f"charter-{version.community}-{version.number}"
        uow.outbox.put(Post(cause, group.chat_id, shown.params(), considerate(uow.now, uow.settings)))
