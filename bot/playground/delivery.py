"""Which updates reach which bot."""

from bot.playground.bots import BotAccount
from bot.playground.chats import Chat
from bot.playground.entities import command_of
from bot.playground.shapes import Json
from bot.playground.world import World

_SERVICE = frozenset(
    {
        "new_chat_members", "left_chat_member", "new_chat_title", "group_chat_created", "supergroup_chat_created",
        "migrate_to_chat_id", "migrate_from_chat_id", "pinned_message", "forum_topic_created", "forum_topic_edited",
        "forum_topic_closed", "forum_topic_reopened", "general_forum_topic_hidden", "general_forum_topic_unhidden",
    }
)  # fmt: skip
"""Fields of messages that nobody wrote; privacy mode lets them through."""


def hand_to(world: World, account: BotAccount, kind: str, content: Json) -> None:
    """Queue an update for a bot, with the fault that is due."""
    fault = world.faults.for_update()
    if fault == "reorder":
        account.updates.hold(kind, content)
    else:
        account.updates.put(kind, content, times=2 if fault == "repeat" else 1)


def spread(world: World, chat: Chat, kind: str, message: Json) -> None:
    """Give a message (`message`, `edited_message`) to the bots of its chat that may read it: no bot hears another,
    and what one alone is to see goes to no one else."""
    sender, receiver = message["from"], message.get("receiver_user")
    if sender["is_bot"] and not (_SERVICE | {"sender_chat"}) & message.keys():  # in the group's name a person speaks
        return
    for account in world.bots_in(chat):
        addressed = receiver is None or receiver["id"] == account.id
        if sender["id"] != account.id and addressed and hears(account, chat, message):
            hand_to(world, account, kind, message)


def hears(account: BotAccount, chat: Chat, message: Json) -> bool:
    """Privacy mode: in groups a bot that is no administrator gets commands, replies to it and service messages.
    A plain @mention is not enough."""
    if chat.is_private or not account.privacy or chat.is_admin(account.id):
        return True
    if _SERVICE & message.keys():
        return True
    replied = message.get("reply_to_message", {}).get("from", {})
    if replied.get("id") == account.id:
        return True
    command = command_of(message)
    if command is None:
        return False
    addressee = command.partition("@")[2]
    return not addressee or addressee.lower() == account.username.lower()
