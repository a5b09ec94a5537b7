"""One call of a bot, and what all methods ask of it: the chat, and the right to write there."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from bot.playground.bots import BotAccount
from bot.playground.chats import Chat, Posted
from bot.playground.refusals import Refused, bad_request, forbidden
from bot.playground.request import Upload
from bot.playground.shapes import Json
from bot.playground.world import World


@dataclass(frozen=True)
class Call:
    """A validated call: `params` have the types that the facts demand."""

    world: World
    bot: BotAccount
    method: str
    params: Json

    def upload(self, value: object) -> Upload | None:
        """The file that a parameter carries or points to with attach://."""
        if isinstance(value, str) and value.startswith("attach://"):
            part = self.params.get(value.removeprefix("attach://"))
            if not isinstance(part, Upload):
                raise bad_request("file is not attached: " + value)
            return part
        return value if isinstance(value, Upload) else None

    def spend(self, chat: Chat, count: int = 1, *, shared: bool = True) -> None:
        """Count messages or edits against the limits, or refuse with 429."""
        self.world.limits[self.bot.id].spend(chat.id, count, self.world.clock.now(), shared=shared)


_NOT_HERE = {
    "business_connection_id": "business connection not found",
    "direct_messages_topic_id": "chat is not a channel direct messages chat",
    "suggested_post_parameters": "suggested posts can be sent only to channel direct messages",
    "allow_paid_broadcast": "FLOODSKIP_NOT_ALLOWED",
    "message_effect_id": "EFFECT_ID_INVALID",
}
"""Parameters for what this world has none of, and why they are refused."""

Method = Callable[[Call], object]
"""Does what a call asks and returns its `result`, or raises `Refused`; at once, so nothing comes in between."""

SlowMethod = Callable[[Call], Awaitable[object]]
"""The same, for a call that may have to wait."""


def chat_of(call: Call, name: str = "chat_id") -> Chat:
    """The chat a call names, by id or @username, as far as the bot may read it."""
    chat = _known(call, call.params[name])
    if chat.migrated_to is not None:
        raise bad_request("group chat was upgraded to a supergroup chat", migrate_to_chat_id=chat.migrated_to)
    if not chat.is_private and not chat.has(call.bot.id):
        gone = "was kicked from" if chat.status(call.bot.id) == "kicked" else "is not a member of"
        raise forbidden(f"bot {gone} the {chat.type} chat")
    return chat


def writable(call: Call) -> Chat:
    """The chat a call names, if the bot may write there."""
    for name, reason in _NOT_HERE.items():
        if call.params.get(name):
            raise bad_request(reason)
    chat = chat_of(call)
    if chat.is_private and not chat.has(call.bot.id):
        raise forbidden("bot was blocked by the user")
    return chat


def _known(call: Call, chat_id: object) -> Chat:
    world, account = call.world, call.bot
    if isinstance(chat_id, str):
        name = chat_id.removeprefix("@").lower()
        found = next((chat for chat in world.groups.values() if chat.username.lower() == name), None)
        if found is None or not name:
            raise bad_request("chat not found")
        return found
    if isinstance(chat_id, int) and chat_id in account.private:
        return account.private[chat_id]
    chat = world.groups.get(chat_id) if isinstance(chat_id, int) else None
    if chat is not None and account.id in chat.members:
        return chat
    raise _no_private_chat(call, chat_id)


def _no_private_chat(call: Call, chat_id: object) -> Refused:
    """A bot knows people it shares a group with, but it cannot write to them first."""
    together = (chat for chat in call.world.groups.values() if chat.has(call.bot.id))
    if isinstance(chat_id, int) and chat_id in call.world.people and any(chat_id in chat.members for chat in together):
        return forbidden("bot can't initiate conversation with a user")
    return bad_request("chat not found")


def message_of(call: Call, chat: Chat, what: str, name: str = "message_id") -> Posted:
    """The message a call names; `what` is the middle of "message to edit not found"."""
    message_id = call.params.get(name)
    if message_id is None:
        raise bad_request("message identifier is not specified")
    posted = chat.messages.get(message_id)
    if posted is None:
        raise bad_request(f"message {what} not found")
    return posted


def require_admin(call: Call, chat: Chat, right: str) -> None:
    """Refuse unless the bot runs this chat; in small groups any member may."""
    if chat.type == "supergroup" and not chat.is_admin(call.bot.id):
        raise bad_request(f"not enough rights to {right}")
