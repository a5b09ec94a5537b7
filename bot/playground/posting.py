"""Putting messages into chats, changing them there and taking them out."""

from dataclasses import dataclass

from bot.playground import delivery
from bot.playground.chats import Chat, Posted
from bot.playground.entities import utf16_slice
from bot.playground.shapes import Json
from bot.playground.world import World


@dataclass(frozen=True)
class Placing:
    """Where a message goes in its chat: what it answers, its topic, and who alone sees it."""

    reply_to: Posted | None = None
    thread: int | None = None
    receiver: Json | None = None
    replaces: Posted | None = None


NOWHERE_SPECIAL = Placing()


def post(world: World, chat: Chat, sender: Json, content: Json, placing: Placing = NOWHERE_SPECIAL) -> Posted:
    """Put a message into a chat and tell the bots that may read it."""
    number = world.next_message_id()
    receiver = placing.receiver
    message: Json = {"message_id": 0 if receiver else number, "from": sender}
    message |= {"chat": chat.brief(), "date": world.clock.stamp()}
    if placing.thread is not None:
        message |= {"message_thread_id": placing.thread, "is_topic_message": True}
    if placing.reply_to is not None:
        message["reply_to_message"] = without_reply(placing.reply_to.message)
    posted = Posted(message, number)
    if receiver is None:
        chat.messages[number] = posted
    else:
        message |= {"receiver_user": receiver, "ephemeral_message_id": number}
        posted.receiver = sender["id"] if receiver["is_bot"] else receiver["id"]
        chat.ephemerals[number] = posted
        if placing.replaces is not None:
            posted.order, posted.replaces = placing.replaces.order, placing.replaces.message["message_id"]
    message |= content
    world.touch("message", chat.id, message=message, receiver=posted.receiver)
    delivery.spread(world, chat, "message", message)
    return posted


def change(world: World, chat: Chat, posted: Posted, content: Json, *, by_person: bool = False) -> Json:
    """Replace what a message says; `content` holds its new fields, None for those that go."""
    edited = posted.message | content
    if by_person or any(name not in ("reply_markup", "poll") for name in content):
        edited["edit_date"] = world.clock.stamp()
    posted.message = {name: value for name, value in edited.items() if value is not None}
    world.touch("edit", chat.id, message=posted.message, receiver=posted.receiver)
    if by_person:
        delivery.spread(world, chat, "edited_message", posted.message)
    return posted.message


def remove(world: World, chat: Chat, posted: Posted) -> None:
    """Take a message out of its chat."""
    if posted.receiver is not None:
        chat.ephemerals.pop(posted.message["ephemeral_message_id"], None)
    else:
        message_id = posted.message["message_id"]
        chat.messages.pop(message_id, None)
        if message_id in chat.pinned:
            chat.pinned.remove(message_id)
    shown = {name: posted.message.get(name) for name in ("message_id", "ephemeral_message_id")}
    world.touch("delete", chat.id, receiver=posted.receiver, **shown)


def without_reply(message: Json) -> Json:
    """As it stands inside `reply_to_message`: without its own."""
    return {name: value for name, value in message.items() if name != "reply_to_message"}


def show_keyboard(world: World, chat: Chat, posted: Posted, markup: Json | None) -> None:
    """Change the keyboards of those a message's markup is meant for. Inline buttons are part of the message."""
    if not markup or "inline_keyboard" in markup:
        return
    for person_id in _meant(world, chat, posted, selective=bool(markup.get("selective"))):
        if "keyboard" in markup:
            chat.keyboards[person_id] = markup | {"order": posted.order}
        elif "remove_keyboard" in markup:
            chat.keyboards.pop(person_id, None)
        else:
            chat.forced_replies[person_id] = posted.message["message_id"]
    world.touch("keyboard", chat.id)


def _meant(world: World, chat: Chat, posted: Posted, *, selective: bool) -> list[int]:
    """Whose keyboard it is: everybody's, or with `selective` those it mentions or answers."""
    people = [user_id for user_id in chat.present() if user_id in world.people]
    if posted.receiver is not None:
        return [posted.receiver]
    if not selective or chat.is_private:
        return people
    message = posted.message
    named = {message.get("reply_to_message", {}).get("from", {}).get("id")}
    for one in message.get("entities", []):
        named.add(one.get("user", {}).get("id"))
        if one["type"] == "mention":
            username = utf16_slice(message["text"], one["offset"], one["length"]).removeprefix("@")
            named |= {person.id for person in world.people.values() if person.username == username}
    return [person_id for person_id in people if person_id in named]
