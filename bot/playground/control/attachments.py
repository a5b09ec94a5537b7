"""What a person sends that is not text, from what a control call says of it."""

from bot.playground.control import body
from bot.playground.entities import found_in, utf16_length
from bot.playground.media import KINDS, Details, content_of
from bot.playground.people import Person
from bot.playground.refusals import Impossible
from bot.playground.samples import sample
from bot.playground.shapes import Json
from bot.playground.world import World
from bot.playground.writing import CAPTION_LIMIT

_SHANGHAI = {"latitude": 31.2304, "longitude": 121.4737}
_OTHERS = ("location", "contact")


def attachment(world: World, person: Person, given: Json) -> Json:
    """The fields of the message; without `content` a small sample is sent."""
    kind = body.text(given, "kind")
    if kind not in (*KINDS, *_OTHERS):
        raise Impossible(f"kind must be one of {', '.join((*KINDS, *_OTHERS))}")
    if kind == "location":
        return {"location": {name: body.decimal(given, name, default) for name, default in _SHANGHAI.items()}}
    if kind == "contact":
        return {"contact": {"phone_number": "13800000000", "first_name": person.first_name, "user_id": person.id}}
    caption = "" if kind == "sticker" else body.text(given, "caption", "")
    album = body.text(given, "album", "")
    return _file(world, kind, given) | _caption(caption) | ({"media_group_id": album} if album else {})


def _file(world: World, kind: str, given: Json) -> Json:
    name, mime_type, sampled = sample(kind)
    content = body.content(given)
    if content is None:
        content = sampled
    else:
        name, mime_type = body.text(given, "file_name", ""), ""
    if not content:
        raise Impossible("the file is empty")
    stored = world.files.add(kind, content, name, mime_type)
    duration = body.number(given, "duration")
    return content_of(world.files, stored, kind, Details(duration=1 if duration is None else duration))


def _caption(text: str) -> Json:
    if utf16_length(text) > CAPTION_LIMIT:
        raise Impossible(f"too long: a caption holds {CAPTION_LIMIT} characters")
    if not text:
        return {}
    entities = found_in(text)
    return {"caption": text} | ({"caption_entities": entities} if entities else {})
