"""The card in the group."""

from bot.delivery.model import Board
from bot.kit.people import Reader
from bot.kit.words import words_for
from bot.menu import views
from bot.residents.model import CommunitySetUp
from bot.unit_of_work import UnitOfWork


def pin_group_card(uow: UnitOfWork, event: CommunitySetUp) -> None:
    """Posted once and pinned; shown anew when the group is set up again."""
    say = words_for(Reader(0, ""), uow.settings.zone)
    card = views.group_card(say, event.community.name, uow.link)
    uow.outbox.show(Board("home", event.chat_id, card.params(), uow.now, pinned=True))
