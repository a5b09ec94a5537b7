"""Joining, leaving, being promoted, being removed; and a group that becomes a supergroup."""

from bot.playground import delivery
from bot.playground.bots import BotAccount
from bot.playground.chats import PRESENT, Chat
from bot.playground.people import Person
from bot.playground.posting import post
from bot.playground.refusals import Impossible
from bot.playground.shapes import Json
from bot.playground.world import World

_RIGHTS = (
    "can_manage_chat", "can_delete_messages", "can_manage_video_chats", "can_restrict_members", "can_promote_members",
    "can_change_info", "can_invite_users", "can_post_stories", "can_edit_stories", "can_delete_stories",
    "can_pin_messages", "can_send_welcome_messages",
)  # fmt: skip
"""An administrator of this world has them all."""


def member_card(world: World, chat: Chat, user_id: int, status: str | None = None) -> Json:
    """The Bot API's `ChatMember`."""
    status = status or chat.status(user_id)
    card: Json = {"status": status, "user": world.user(user_id)}
    held = restriction(world, chat, user_id)
    if held is not None and status in ("member", "left"):
        card |= held["permissions"]
        card |= {"status": "restricted", "is_member": status == "member", "until_date": held["until"]}
        return card
    if status == "creator":
        card["is_anonymous"] = False
    elif status == "administrator":
        card |= dict.fromkeys(_RIGHTS, True) | {"can_be_edited": False, "is_anonymous": False}
        if chat.type == "supergroup":
            card["can_manage_topics"] = chat.is_forum
    elif status == "kicked":
        card["until_date"] = 0
    return card


def restriction(world: World, chat: Chat, user_id: int) -> Json | None:
    """What somebody may not do here now: `permissions` by name, and `until` when, 0 for ever."""
    held = chat.restricted.get(user_id)
    if held is not None and held["until"] and held["until"] <= world.clock.now():
        del chat.restricted[user_id]
        return None
    return held


def restrict(world: World, chat: Chat, user_id: int, permissions: Json, until: int, by: int) -> None:
    """Take these rights from a member, or give all back; the bots that run the chat hear of it."""
    before = member_card(world, chat, user_id)
    chat.restricted.pop(user_id, None)
    if not all(permissions.values()):
        chat.restricted[user_id] = {"permissions": permissions, "until": until}
    after = member_card(world, chat, user_id)
    if before != after:
        _tell_admins(world, chat, user_id, _updated(world, chat, user_id, chat.status(user_id), by) | {
            "old_chat_member": before
        })  # fmt: skip
    world.touch("chats", chat.id)


def set_status(world: World, chat: Chat, user_id: int, status: str, by: int, *, aloud: bool = True) -> None:
    """Change somebody's standing in a chat, post what the chat shows of it, and tell the bots."""
    before, chat.members[user_id] = chat.status(user_id), status
    if before == status:
        return
    came, went = before not in PRESENT and status in PRESENT, before in PRESENT and status not in PRESENT
    account = world.bot_of_id(user_id)
    if account is not None:
        _tell(world, chat, account, "my_chat_member", _updated(world, chat, user_id, before, by))
    if not chat.is_private:
        _tell_admins(world, chat, user_id, _updated(world, chat, user_id, before, by))
        if aloud and (came or went):
            user = world.user(user_id)
            content = {"new_chat_members": [user]} if came else {"left_chat_member": user}
            post(world, chat, world.user(by), content)
    world.touch("chats", chat.id)


def _updated(world: World, chat: Chat, user_id: int, before: str, by: int) -> Json:
    return {
        "chat": chat.brief(),
        "from": world.user(by),
        "date": world.clock.stamp(),
        "old_chat_member": member_card(world, chat, user_id, before),
        "new_chat_member": member_card(world, chat, user_id),
    }


def _tell(world: World, chat: Chat, account: BotAccount, kind: str, content: Json) -> None:
    delivery.hand_to(world, account, kind, content)
    if not chat.has(account.id):
        chat.keyboards.clear()


def _tell_admins(world: World, chat: Chat, user_id: int, content: Json) -> None:
    for account in world.bots_in(chat):
        if account.id != user_id and chat.is_admin(account.id):
            delivery.hand_to(world, account, "chat_member", content)


def private_chat(account: BotAccount, person: Person) -> Chat:
    """The private chat of a person with a bot. Looking at it does not open it: `open_private_chat` does."""
    members = {person.id: "member", account.id: "member"}
    return account.private.get(person.id) or Chat(person.id, "private", face=person.chat(), members=members)


def open_private_chat(account: BotAccount, person: Person) -> Chat:
    """The same, and from now on the bot may write in it."""
    return account.private.setdefault(person.id, private_chat(account, person))


def block(world: World, account: BotAccount, person: Person) -> None:
    """The person blocks the bot."""
    set_status(world, open_private_chat(account, person), account.id, "kicked", person.id)


def unblock(world: World, account: BotAccount, person: Person) -> None:
    """The person lets the bot write again."""
    set_status(world, open_private_chat(account, person), account.id, "member", person.id)


def migrate(world: World, old: Chat) -> Chat:
    """Turn a group into a supergroup with a new id, as Telegram does, and tell its bots."""
    if old.type != "group":
        raise Impossible("only a group can become a supergroup")
    if old.migrated_to is not None:
        raise Impossible(f"it has become {old.migrated_to} already")
    owner = old.owner() or next(iter(old.members))
    new = add_group(world, Chat(0, "supergroup", title=old.title, members=dict(old.members)))
    post(world, old, world.user(owner), {"migrate_to_chat_id": new.id})
    old.migrated_to = new.id
    post(world, new, world.user(owner), {"migrate_from_chat_id": old.id})
    for account in world.bots_in(old):
        status = old.members[account.id]
        old.members[account.id] = "left"
        delivery.hand_to(world, account, "my_chat_member", _updated(world, old, account.id, status, owner))
        delivery.hand_to(world, account, "my_chat_member", _updated(world, new, account.id, "left", owner))
    world.touch("chats", new.id)
    return new


def add_group(world: World, chat: Chat) -> Chat:
    """A group of people, with the next free id of its type unless it has one."""
    while chat.id == 0 or chat.id in world.groups:
        world.counters.group += 1
        base = 1_001_000_000_000 if chat.type == "supergroup" else 4_000_000_000
        chat.id = -(base + world.counters.group)
    world.groups[chat.id] = chat
    world.touch("chats", chat.id)
    return chat
