"""What a person has in front of them in one chat."""

from bot.playground.keyboards import inline_labels, keyboard_labels
from bot.playground.shapes import Json, Rows
from bot.playground.tapping import labels
from bot.playground.writing import Writer


def screen(writer: Writer, limit: int = 50) -> Json:
    """The last `limit` messages, buttons, keyboard, pinned message, alerts and commands."""
    chat, person = writer.chat, writer.person
    seen = chat.seen_by(person.id)
    keyboard = chat.keyboards.get(person.id, {})
    pinned = chat.messages.get(chat.pinned[-1]) if chat.pinned else None
    newest = next((posted for posted in reversed(seen) if posted.message["from"]["is_bot"]), None)
    lines = [] if newest is None else [spoken(newest.message), *(" | ".join(row) for row in inline_labels(newest))]
    return {
        "chat": chat.brief(),
        "messages": [posted.message for posted in seen[-limit:]],
        "keyboard": keyboard_labels(chat, person.id),
        "keyboard_options": {name: value for name, value in keyboard.items() if name not in ("keyboard", "order")},
        "force_reply": chat.forced_replies.get(person.id),
        "buttons": labels(writer),
        "pinned": None if pinned is None else pinned.message,
        "reactions": {message_id: _emoji(given) for message_id, given in chat.reactions.items()},
        "alerts": chat.alerts.get(person.id, []),
        "commands": commands(writer),
        "text": "\n".join(lines),
    }


def spoken(message: Json) -> str:
    """A message as plain text; media by their kind."""
    kinds = ("photo", "voice", "video", "document", "sticker", "location", "contact")
    media = [f"[{kind}]" for kind in kinds if kind in message]
    words = str(message.get("text") or message.get("caption") or "")
    poll = message.get("poll", {"question": "", "options": []})
    choices = [str(one["text"]) for one in poll["options"]]
    return "\n".join(part for part in [*media, words, poll["question"], *choices] if part)


def commands(writer: Writer) -> Rows:
    """The commands the person's menu offers in this chat: the narrowest scope that has some, in their language."""
    chat, person, account = writer.chat, writer.person, writer.account
    if chat.is_private:
        scopes = [f"chat:{chat.id}", "all_private_chats", "default"]
    else:
        admin = [f"chat_administrators:{chat.id}"] if chat.is_admin(person.id) else []
        all_admin = ["all_chat_administrators"] if chat.is_admin(person.id) else []
        member = [f"chat_member:{chat.id}:{person.id}"]
        scopes = [*member, *admin, f"chat:{chat.id}", *all_admin, "all_group_chats", "default"]
    language = person.language_code.partition("-")[0]
    for scope in scopes:
        for key in (f"{scope}|{language}", f"{scope}|"):
            if account.commands.get(key):
                return account.commands[key]
    return []


def _emoji(given: dict[int, Rows]) -> list[str]:
    return [one["emoji"] for reactions in given.values() for one in reactions]
