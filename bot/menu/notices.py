"""The card in the group, and the commands that Telegram's menu offers to who holds a role."""

from bot.delivery.model import Board, ChatMigrated, Post
from bot.groups.model import GroupChanged
from bot.kit.events import AccountChanged
from bot.kit.people import Reader
from bot.kit.words import words_for
from bot.menu import command_views, views
from bot.menu.model import MenuOutdated
from bot.residents.model import Community, CommunitySetUp
from bot.roles.model import Appointed, Dismissed, TermReplaced, acts_of
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


def offer_commands(uow: UnitOfWork, event: Appointed | Dismissed | TermReplaced) -> None:
    """Telegram's menu shows what somebody's roles allow, and no longer what they do not."""
    _offer(uow, event.appointment.telegram_id)


def offer_anew(uow: UnitOfWork, event: AccountChanged | MenuOutdated) -> None:
    """The same in another language, or after a term's end."""
    _offer(uow, event.telegram_id)


def _offer(uow: UnitOfWork, telegram_id: int) -> None:
    """Over all communities: Telegram knows one private chat. Told only where something is another."""
    account = uow.residents.account(telegram_id)
    where = uow.roles.communities(telegram_id) if account is not None and account.consent_version else ()
    held = [one for community in where for one in uow.roles.held_by(community, telegram_id)]
    acts = acts_of(held)
    offered, language = command_views.of_staff(acts), account.language if account else "zh"
    noted = " ".join((language, *offered)) if offered else ""
    before = uow.menus.offered(telegram_id)
    uow.menus.note(telegram_id, noted, min((one.ends_at for one in held if one.ends_at), default=None))
    if noted == before:
        return
    params: dict[str, object] = {"scope": {"type": "chat", "chat_id": telegram_id}}
    if offered:
        params["commands"] = command_views.listed(offered | command_views.PRIVATE, language)
    uow.outbox.withdraw_all(f"commands-{telegram_id}-", uow.now)
    cause, method = f"commands-{telegram_id}-{uow.now.isoformat()}", "setMyCommands" if offered else "deleteMyCommands"
    uow.outbox.put(Post(cause, telegram_id, params, uow.now, method))
