"""The card in the group."""

from bot.delivery.model import Board, ChatMigrated, Post
from bot.groups.model import GroupChanged
from bot.kit.people import Reader
from bot.kit.words import words_for
from bot.menu import views
from bot.residents.model import Community, CommunitySetUp
from bot.unit_of_work import UnitOfWork

CARD = "home"


def pin_group_card(uow: UnitOfWork, event: CommunitySetUp) -> None:
    """Posted once and pinned; shown anew when the group is set up again."""
    _pin(uow, event.community, event.chat_id)


def pin_card_anew(uow: UnitOfWork, event: ChatMigrated) -> None:
    """What was pinned stays behind when a group becomes a supergroup."""
    group = uow.groups.get(event.new_chat_id)
    if group is not None and group.community is not None and group.purpose is not None and group.purpose.for_residents:
        _pin(uow, uow.residents.community(group.community), group.chat_id)


def put_card_on_top(uow: UnitOfWork, event: GroupChanged) -> None:
    """Shown and pinned where residents talk; a card that was deleted comes anew, one that was unpinned goes up."""
    group = event.group
    if group.community is None or group.purpose is None or not group.purpose.for_residents:
        return
    _pin(uow, uow.residents.community(group.community), group.chat_id)
    message_id = uow.outbox.message_of(group.chat_id, CARD)
    if message_id is not None:
        cause = f"pin-{group.chat_id}-{message_id}-{uow.now.isoformat()}"
        pin = {"message_id": message_id, "disable_notification": True}
        uow.outbox.put(Post(cause, group.chat_id, pin, uow.now, "pinChatMessage"))


def _pin(uow: UnitOfWork, community: Community, chat_id: int) -> None:
    say = words_for(Reader(0, ""), uow.settings.zone)
    card = views.group_card(say, community.name, uow.link)
    uow.outbox.show(Board(CARD, chat_id, card.params(), uow.now, pinned=True))
