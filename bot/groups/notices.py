"""What groups and moderators are told when something happens to a group."""

from bot.delivery.model import Post, Priority, considerate
from bot.groups import views
from bot.groups.model import AdministratorWanted, BotAdded, BotDemoted, BotRemoved
from bot.kit.people import Reader
from bot.kit.screens import Screen
from bot.kit.words import Words, words_for
from bot.roles.model import Role
from bot.unit_of_work import UnitOfWork


def greet(uow: UnitOfWork, event: BotAdded) -> None:
    """Who has added the bot is told what comes next, once for each group."""
    if event.group.community is None:
        chat_id = event.group.chat_id
        _answer(uow, chat_id, f"group-{chat_id}-hello", views.hello(_for_all(uow)))


def ask_who_administers(uow: UnitOfWork, event: AdministratorWanted) -> None:
    """One card that every administrator may tap."""
    _answer(uow, event.chat_id, f"group-{event.chat_id}-who-{event.key}", views.who_administers(_for_all(uow)))


def tell_moderators(uow: UnitOfWork, event: BotRemoved | BotDemoted) -> None:
    """In private: in the group nobody would hear it, or everybody."""
    group = event.group
    if group.community is None:
        return
    shown = views.removed if isinstance(event, BotRemoved) else views.demoted
    for reader in uow.roles.holders(group.community, Role.MODERATOR):
        text = shown(words_for(reader, uow.settings.zone), group.title, event.by)
        cause = f"group-{group.chat_id}-{group.standing}-{uow.now.isoformat()}-{reader.telegram_id}"
        uow.outbox.put(Post(cause, reader.telegram_id, text.params(), considerate(uow.now, uow.settings)))


def _answer(uow: UnitOfWork, chat_id: int, cause: str, shown: Screen) -> None:
    uow.outbox.put(Post(cause, chat_id, shown.params(), uow.now, priority=Priority.REPLY))


def _for_all(uow: UnitOfWork) -> Words:
    return words_for(Reader(0, ""), uow.settings.zone)
