"""Buttons: what Telegram demands of them, and what people see of them."""

from bot.playground.chats import Chat, Posted
from bot.playground.refusals import Refused, bad_request
from bot.playground.shapes import Json, Rows

ACTIONS = (
    "url", "callback_data", "web_app", "login_url", "switch_inline_query", "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat", "copy_text", "callback_game", "pay", "disabled",
)  # fmt: skip
STYLES = frozenset({"primary", "success", "danger"})
MOST_BUTTONS = 100
_DEEP = frozenset({"tg", "ton", "tonsite"})
_SCHEMES = _DEEP | {"http", "https"}


def checked(markup: Json | None) -> Json | None:
    """The markup when Telegram would take it; an inline keyboard without buttons is none."""
    if markup is None:
        return None
    rows: list[Rows] = markup.get("inline_keyboard") or markup.get("keyboard") or []
    buttons = [button for row in rows for button in row]
    if len(buttons) > MOST_BUTTONS:
        raise bad_request("reply markup is too long")
    for button in buttons:
        _check_button(button, inline="inline_keyboard" in markup)
    if "inline_keyboard" in markup:
        rows = [row for row in rows if row]
        return {"inline_keyboard": rows} if rows else None
    if "keyboard" in markup and not buttons:
        raise bad_request("can't parse reply keyboard markup JSON object")
    return markup


def _check_button(button: Json, *, inline: bool) -> None:
    if not button["text"].strip():
        raise _unusable("Button text must be non-empty", inline=inline)
    if button.get("style", "primary") not in STYLES:
        raise _unusable("Unsupported button style specified", inline=inline)
    if not inline:
        return
    actions = [name for name in ACTIONS if name in button and (button[name] != "" or name.startswith("switch"))]
    if not actions:
        raise _unusable("Text buttons are unallowed in the inline keyboard", inline=True)
    if len(actions) > 1:
        raise _unusable(f"Exactly one action must be specified, found {' and '.join(actions)}", inline=True)
    if actions[0] in ("pay", "callback_game"):
        raise bad_request("BUTTON_TYPE_INVALID")
    if "url" in button:
        check_url("inline keyboard button", button["url"])
    if "web_app" in button and not button["web_app"]["url"].startswith("https://"):
        url = button["web_app"]["url"]
        raise bad_request(f"inline keyboard button Web App URL '{url}' is invalid: Only HTTPS links are allowed")


def check_url(what: str, url: str) -> None:
    """Refuse an address that Telegram would not open."""
    scheme, separator, rest = url.partition("://")
    if separator and scheme.lower() not in _SCHEMES:
        raise bad_request(f"{what} URL '{url}' is invalid: Unsupported URL protocol")
    if not (rest if separator else url).strip():
        raise bad_request(f"{what} URL '{url}' is invalid: URL host is empty")
    if scheme.lower() not in _DEEP and "." not in url and "localhost" not in url:
        raise bad_request(f"{what} URL '{url}' is invalid: Wrong HTTP URL")


def _unusable(reason: str, *, inline: bool) -> Refused:
    return bad_request(f"can't parse {'inline ' if inline else ''}keyboard button: {reason}")


def inline_labels(posted: Posted) -> list[list[str]]:
    """Labels of the buttons under a message, row by row."""
    rows = posted.message.get("reply_markup", {}).get("inline_keyboard", [])
    return [[str(button["text"]) for button in row] for row in rows]


def keyboard_labels(chat: Chat, person_id: int) -> list[list[str]] | None:
    """Labels of the keyboard a person has open in a chat, row by row."""
    keyboard = chat.keyboards.get(person_id)
    return None if keyboard is None else [[str(key["text"]) for key in row] for row in keyboard["keyboard"]]


def find_button(chat: Chat, person_id: int, label: str, message_id: int | None) -> tuple[Posted | None, Json] | None:
    """The newest button of that label on a person's screen and the message it hangs on (None: their keyboard).

    With `message_id` (or ephemeral id) only that message's buttons count.
    """
    seen = [posted for posted in chat.seen_by(person_id) if message_id in (None, _shown_id(posted))]
    inline = next(
        ((posted, one) for posted in reversed(seen) for one in _buttons(posted) if one["text"] == label), None
    )
    keyboard = chat.keyboards.get(person_id) if message_id is None else None
    key = None if keyboard is None else _key(keyboard, label)
    if keyboard is None or key is None or (inline is not None and inline[0].order > keyboard["order"]):
        return inline
    return None, key


def _shown_id(posted: Posted) -> int:
    return int(posted.message.get("ephemeral_message_id") or posted.message["message_id"])


def _buttons(posted: Posted) -> Rows:
    return [button for row in posted.message.get("reply_markup", {}).get("inline_keyboard", []) for button in row]


def _key(keyboard: Json, label: str) -> Json | None:
    keys = (key for row in keyboard["keyboard"] for key in row)
    return next((key for key in keys if key["text"] == label), None)
