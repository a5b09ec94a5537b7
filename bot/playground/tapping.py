"""Pressing buttons."""

from urllib.parse import parse_qs, urlsplit

from bot.playground import delivery, keyboards
from bot.playground.chats import Posted
from bot.playground.queries import Query
from bot.playground.refusals import Impossible, NotThere
from bot.playground.shapes import Json
from bot.playground.world import World
from bot.playground.writing import Writer, start, text_content, write


def tap(world: World, writer: Writer, label: str, message_id: int | None = None) -> Json:
    """Press the newest button of that label; says what it was: callback, text, url, start, switch, copy, disabled."""
    found = keyboards.find_button(writer.chat, writer.person.id, label, message_id)
    if found is None:
        there_are = ", ".join(labels(writer)) or "none"
        raise NotThere(f"{writer.person.key} sees no button {label!r}; there are: {there_are}")
    posted, button = found
    if posted is None:
        return _press_key(world, writer, button)
    if "callback_data" in button:
        return _press_callback(world, writer, posted, button["callback_data"])
    if "disabled" in button:
        return {"kind": "disabled"}
    if "url" in button:
        return _open(world, writer, button["url"])
    if "copy_text" in button:
        return {"kind": "copy", "text": button["copy_text"]["text"]}
    for name in ("switch_inline_query", "switch_inline_query_current_chat"):
        if name in button:
            return {"kind": "switch", "query": button[name]}
    raise Impossible("the playground cannot press this kind of button")


def labels(writer: Writer) -> list[str]:
    """What can be pressed, newest message first, then the keyboard."""
    seen = reversed(writer.chat.seen_by(writer.person.id))
    shown = [label for posted in seen for row in keyboards.inline_labels(posted) for label in row]
    return shown + [label for row in keyboards.keyboard_labels(writer.chat, writer.person.id) or [] for label in row]


def _press_key(world: World, writer: Writer, key: Json) -> Json:
    person, chat = writer.person, writer.chat
    if chat.keyboards[person.id].get("one_time_keyboard"):
        del chat.keyboards[person.id]
        world.touch("keyboard", chat.id)
    if key.get("request_contact"):
        contact = {"phone_number": "13800000000", "first_name": person.first_name, "user_id": person.id}
        content: Json = {"contact": contact}
    elif key.get("request_location"):
        content = {"location": {"latitude": 31.2304, "longitude": 121.4737}}
    else:
        content = text_content(key["text"])
    return {"kind": "text", "message": write(world, writer, content).message}


def _press_callback(world: World, writer: Writer, posted: Posted, data: str) -> Json:
    author = world.bot_of_id(posted.sender())
    if author is None or not writer.chat.has(author.id):
        raise Impossible("the bot that made this button is not here any more")
    query_id, person = world.next_query_id(), writer.person
    chat_id, now = writer.chat.id, world.clock.now()
    world.queries[query_id] = Query(query_id, author.id, person.id, chat_id, now, posted.message)
    query: Json = {"id": query_id, "from": person.user(), "message": posted.message}
    delivery.hand_to(world, author, "callback_query", query | {"chat_instance": str(chat_id), "data": data})
    world.touch("tap", chat_id)
    return {"kind": "callback", "callback_query_id": query_id, "message": posted.message}


def _open(world: World, writer: Writer, url: str) -> Json:
    address = urlsplit(url)
    query = parse_qs(address.query)
    if address.netloc not in {"t.me", "telegram.me"} or "start" not in query:
        return {"kind": "url", "url": url}
    message = start(world, writer.person.id, query["start"][0], address.path.strip("/")).message
    return {"kind": "start", "url": url, "message": message}
