"""The text of a call as it will be shown: parse mode or entities, trimmed, and not too long."""

from bot.playground.entities import Formatted, trimmed, utf16_length, with_found
from bot.playground.html_mode import parse_html
from bot.playground.keyboards import check_url
from bot.playground.markdown_mode import parse_markdown
from bot.playground.refusals import Refused, bad_request
from bot.playground.shapes import Json, Rows
from bot.playground.world import World

_NEEDED = {"text_link": "url", "text_mention": "user", "custom_emoji": "custom_emoji_id"}
_KINDS = frozenset(
    {
        "mention", "hashtag", "cashtag", "bot_command", "url", "email", "phone_number", "bold", "italic", "underline",
        "strikethrough", "spoiler", "blockquote", "expandable_blockquote", "code", "pre", "text_link", "text_mention",
        "custom_emoji", "date_time",
    }
)  # fmt: skip


def text_of(world: World, params: Json, *, too_long: str = "message is too long", limit: int = 4096) -> Json:
    """The `text` and `entities` of a message, from the `text`, `parse_mode` and `entities` of a call."""
    shown = formatted(world, params["text"], params.get("parse_mode"), params.get("entities"))
    if not shown.text:
        raise bad_request("text must be non-empty")
    if utf16_length(shown.text) > limit:
        raise bad_request(too_long)
    return {"text": shown.text} | ({"entities": shown.entities} if shown.entities else {})


def caption_of(world: World, params: Json, limit: int = 1024) -> Json:
    """The `caption` and `caption_entities` of a message; nothing when the call has none."""
    shown = formatted(world, params.get("caption", ""), params.get("parse_mode"), params.get("caption_entities"))
    if utf16_length(shown.text) > limit:
        raise bad_request("message caption is too long")
    if not shown.text:
        return {}
    return {"caption": shown.text} | ({"caption_entities": shown.entities} if shown.entities else {})


def formatted(world: World, text: str, mode: str | None, entities: Rows | None) -> Formatted:
    """A text with its entities; mentions of people by id become their `User`."""
    if not mode:
        parsed = Formatted(text, _checked(text, entities or []))
    elif mode.lower() == "html":
        parsed = parse_html(text)
    elif mode.lower() == "markdownv2":
        parsed = parse_markdown(text)
    elif mode.lower() == "markdown":
        raise Refused(501, "Not Implemented: the playground does not have the parse_mode Markdown")
    else:
        raise bad_request("unsupported parse_mode")
    shown = with_found(trimmed(parsed))
    known = [_with_user(world, one) for one in shown.entities]
    return Formatted(shown.text, [one for one in known if one is not None])


def _checked(text: str, entities: Rows) -> Rows:
    size = utf16_length(text)
    for one in entities:
        offset, end = one["offset"], one["offset"] + one["length"]
        if one["type"] not in _KINDS:
            raise bad_request("can't parse MessageEntity: Unsupported type specified")
        needed = _NEEDED.get(one["type"])
        if needed is not None and needed not in one:
            raise bad_request(f"can't parse MessageEntity: Can't find field \"{needed}\"")
        if "url" in one:
            check_url("entity", one["url"])
        if offset < 0:
            raise bad_request(f"receive an entity with incorrect offset {offset}")
        if one["length"] < 0:
            raise bad_request(f"receive an entity with incorrect length {one['length']}")
        if offset >= size:
            raise bad_request(f"entity begins after the end of the text at UTF-16 offset {offset}")
        if end > size:
            raise bad_request(
                f"entity beginning at UTF-16 offset {offset} ends after the end of the text at UTF-16 offset {end}"
            )
    return sorted(entities, key=lambda one: (one["offset"], -one["length"]))


def _with_user(world: World, entity: Json) -> Json | None:
    if entity["type"] != "text_mention":
        return entity
    user_id = entity.get("user_id") or entity.get("user", {}).get("id")
    if user_id not in world.people:
        return None
    kept = {name: value for name, value in entity.items() if name != "user_id"}
    return kept | {"user": world.people[user_id].user()}
