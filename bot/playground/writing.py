"""What people do with their phones: write, answer, forward, send pictures."""

from dataclasses import dataclass

from bot.playground.bots import BotAccount
from bot.playground.chats import Chat, Posted
from bot.playground.entities import command_of, found_in, utf16_length
from bot.playground.membership import open_private_chat, private_chat, restriction, unblock
from bot.playground.people import Person
from bot.playground.posting import Placing, change, post
from bot.playground.refusals import Impossible, NotThere
from bot.playground.shapes import Json
from bot.playground.world import World

TEXT_LIMIT = 4096
CAPTION_LIMIT = 1024
GROUP_ANONYMOUS_BOT: Json = {
    "id": 1087968824, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"
}  # fmt: skip
"""Who Telegram names where an administrator writes in the name of the group."""


NEEDS = {
    "text": "can_send_messages", "location": "can_send_messages", "contact": "can_send_messages",
    "photo": "can_send_photos", "video": "can_send_videos", "voice": "can_send_voice_notes",
    "document": "can_send_documents", "sticker": "can_send_other_messages",
}  # fmt: skip
"""Which permission a member needs for what."""


@dataclass(frozen=True)
class Writer:
    """A person in a chat, about to do something."""

    person: Person
    chat: Chat
    account: BotAccount


def at(world: World, who: object, chat_id: object = None, bot: str | None = None) -> Writer:
    """The person in that chat (without one: the private chat with the bot), if they can write there."""
    person, account = world.person(who), world.bot(bot)
    if chat_id is None or str(chat_id) == str(person.id):
        return Writer(person, private_chat(account, person), account)
    chat = group(world, chat_id)
    if not chat.has(person.id):
        raise Impossible(f"{person.key} is not in {chat.title} ({chat.id})")
    return Writer(person, chat, account)


def group(world: World, chat_id: object) -> Chat:
    """A group by its id, or by the name of one of its bots' private chats: not found."""
    for chat in world.groups.values():
        if str(chat_id) == str(chat.id):
            return chat
    raise NotThere(f"there is no chat {chat_id}; there are {', '.join(str(known) for known in world.groups)}")


def text_content(text: str) -> Json:
    """The fields of a text that a person typed."""
    text = text.strip()
    if not text:
        raise Impossible("nothing to send: the text is empty")
    if utf16_length(text) > TEXT_LIMIT:
        raise Impossible(f"too long: a message holds {TEXT_LIMIT} characters")
    entities = found_in(text)
    return {"text": text} | ({"entities": entities} if entities else {})


def write(
    world: World,
    writer: Writer,
    content: Json,
    reply_to: int | None = None,
    thread: int | None = None,
    *,
    anonymous: bool = False,
) -> Posted:
    """Put a person's message into the chat; an administrator's may be `anonymous`."""
    chat, person = writer.chat, writer.person
    if chat.is_private and not chat.has(writer.account.id):
        raise Impossible(f"{person.key} has blocked the bot; unblock it first")
    if chat.is_private:
        chat = open_private_chat(writer.account, person)
    if chat.migrated_to is not None:
        raise Impossible(f"the group has become the supergroup {chat.migrated_to}")
    _check_may(world, writer, content)
    forced = chat.forced_replies.pop(person.id, None)
    answered = _answered(writer, forced if reply_to is None else reply_to)
    if answered is not None and thread is None:
        thread = answered.message.get("message_thread_id")
    receiver = None if chat.is_private else _receiver(writer, content, answered)
    sender = person.user()
    if anonymous:
        sender, content = _in_the_groups_name(chat, person), content | {"sender_chat": chat.brief()}
    return post(world, chat, sender, content, Placing(answered, thread, receiver))


def _check_may(world: World, writer: Writer, content: Json) -> None:
    """Who is restricted sees no field to write in."""
    held = restriction(world, writer.chat, writer.person.id)
    kind = next((one for one in NEEDS if one in content), "text")
    if held is not None and not writer.chat.is_admin(writer.person.id) and not held["permissions"][NEEDS[kind]]:
        raise Impossible(f"{writer.person.key} may not send this here until {held['until'] or 'somebody allows it'}")


def _in_the_groups_name(chat: Chat, person: Person) -> Json:
    if not chat.is_admin(person.id):
        raise Impossible(f"{person.key} is no administrator here")
    return GROUP_ANONYMOUS_BOT


def start(world: World, who: object, payload: str = "", bot: str | None = None) -> Posted:
    """Open the private chat with the bot and press Start; a blocked bot is unblocked by it."""
    writer = at(world, who, None, bot)
    if not writer.chat.has(writer.account.id):
        unblock(world, writer.account, writer.person)
    return write(world, writer, text_content(f"/start {payload}"))


def forward_origin(world: World, who: object) -> Json:
    """The fields of a message that is forwarded from a person or a bot."""
    account = next((one for one in world.bots.values() if str(who) == str(one.id)), None)
    sender = world.person(who).user() if account is None else account.user()
    return {"forward_origin": {"type": "user", "sender_user": sender, "date": world.clock.stamp()}}


def rewrite(world: World, writer: Writer, message_id: int, text: str) -> Posted:
    """Edit an own message: its text or its caption."""
    posted = visible(writer, message_id)
    if posted.sender() != writer.person.id:
        raise Impossible("people can only edit what they wrote themselves")
    fresh = text_content(text)
    if "text" in posted.message:
        change(world, writer.chat, posted, {"text": fresh["text"], "entities": fresh.get("entities")}, by_person=True)
    else:
        new = {"caption": fresh["text"], "caption_entities": fresh.get("entities")}
        change(world, writer.chat, posted, new, by_person=True)
    return posted


def visible(writer: Writer, message_id: int) -> Posted:
    """A message on the person's screen, by its id or ephemeral id."""
    chat = writer.chat
    own = chat.ephemerals.get(message_id)
    posted = own if own is not None and own.receiver == writer.person.id else chat.messages.get(message_id)
    if posted is None:
        raise NotThere(f"{writer.person.key} sees no message {message_id} in that chat")
    return posted


def _answered(writer: Writer, message_id: int | None) -> Posted | None:
    return None if message_id is None else visible(writer, message_id)


def _receiver(writer: Writer, content: Json, answered: Posted | None) -> Json | None:
    """The bot, when only it will see this: an ephemeral command of its, or an answer to its ephemeral message."""
    account, chat = writer.account, writer.chat
    if not chat.has(account.id):
        return None
    if answered is not None and answered.receiver is not None:
        return account.user()
    name, _, addressee = (command_of(content) or "").removeprefix("/").partition("@")
    if not name or (addressee and addressee.lower() != account.username.lower()):
        return None
    declared = (row for rows in account.commands.values() for row in rows if row["command"] == name)
    return account.user() if any(row.get("is_ephemeral") for row in declared) else None
