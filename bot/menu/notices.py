"""The card in the group."""

from bot.delivery.model import Board, ChatMigrated
from bot.kit.people import Reader
from bot.kit.words import words_for
from bot.menu import views
from bot.residents.model import Community, CommunitySetUp
from bot.unit_of_work import UnitOfWork


def pin_group_card(uow: UnitOfWork, event: CommunitySetUp) -> None:
    """Posted once and pinned; shown anew when the group is set up again."""
    _pin(uow, event.community, event.chat_id)


def pin_card_anew(uow: UnitOfWork, event: ChatMigrated) -> None:
    """What was pinned stays behind when a group becomes a supergroup."""
    group = uow.residents.group(event.new_chat_id)
    if group is not None:
        _pin(uow, uow.residents.community(group.community), group.chat_id)


def _pin(uow: UnitOfWork, community: Community, chat_id: int) -> None:
    say = words_for(Reader(0, ""), uow.settings.zone)
    card = views.group_card(say, community.name, uow.link)
    uow.outbox.show(Board("home", chat_id, card.params(), uow.now, pinned=True))
