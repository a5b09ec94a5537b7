"""Who hears that help is wanted."""

from bot.delivery.model import Board, Post, Priority
from bot.help import views
from bot.help.model import HelpAsked, HelpTaken
from bot.kit.words import words_for
from bot.roles.model import Role
from bot.unit_of_work import UnitOfWork


def show_cards(uow: UnitOfWork, event: HelpAsked | HelpTaken) -> None:
    """Moderators, whatever the hour: somebody waits."""
    request = event.request
    for reader in uow.roles.holders(request.community, Role.MODERATOR):
        card = views.card(words_for(reader, uow.settings.zone), request)
        board = Board(f"help-{request.id}", reader.telegram_id, card.params(), uow.now, priority=Priority.REPLY)
        uow.outbox.show(board)


def tell_who_comes(uow: UnitOfWork, event: HelpTaken) -> None:
    """The person who asked."""
    request = event.request
    reader = uow.residents.reader(request.telegram_id, request.community)
    shown = views.helper_comes(words_for(reader, uow.settings.zone), request)
    uow.outbox.put(
        Post(f"help-{request.id}-taken", reader.telegram_id, shown.params(), uow.now, priority=Priority.REPLY)
    )
