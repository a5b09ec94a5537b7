"""Those who run and watch over the community hear of a change of its settings."""

from bot.delivery.model import Post, considerate
from bot.kit.words import words_for
from bot.roles.model import Role
from bot.settings import views
from bot.settings.model import SettingChanged
from bot.unit_of_work import UnitOfWork

WHO = (Role.MODERATOR, Role.ADMIN, Role.SUPERVISOR)


def tell_others(uow: UnitOfWork, event: SettingChanged) -> None:
    """Each once, but for who did it."""
    change = event.change
    name = uow.residents.called(change.community, change.by)
    them = {reader.telegram_id: reader for role in WHO for reader in uow.roles.holders(change.community, role)}
    for telegram_id, reader in them.items():
        if telegram_id != change.by:
            shown = views.told(words_for(reader, uow.settings.zone), change, name)
            cause = f"setting-{change.number}-{telegram_id}"
            uow.outbox.put(Post(cause, telegram_id, shown.params(), considerate(uow.now, uow.settings)))
