"""sendPhoto and its like, sendMediaGroup, editMessageMedia, getFile."""

from bot.playground.files import DOWNLOAD_LIMIT, StoredFile
from bot.playground.formatting import caption_of
from bot.playground.media import Details, content_of
from bot.playground.methods.call import Call, writable
from bot.playground.methods.sending import placed, put, send
from bot.playground.methods.texts import edit, own_message
from bot.playground.refusals import bad_request
from bot.playground.shapes import Json, Rows

ALBUM = range(2, 11)


def send_photo(call: Call) -> Json:
    """Send a photo."""
    return _send(call, "photo")


def send_voice(call: Call) -> Json:
    """Send a voice message."""
    return _send(call, "voice")


def send_document(call: Call) -> Json:
    """Send any file."""
    return _send(call, "document")


def send_video(call: Call) -> Json:
    """Send a video."""
    return _send(call, "video")


def send_sticker(call: Call) -> Json:
    """Send a sticker."""
    return _send(call, "sticker")


def send_media_group(call: Call) -> Rows:
    """Send two to ten photos, videos or documents as an album."""
    items: Rows = call.params["media"]
    if len(items) not in ALBUM:
        raise bad_request("expected from 2 to 10 media in an album")
    chat = writable(call)
    contents = [_item(call, item) for item in items]
    placing, _ = placed(call, chat)
    call.spend(chat, len(contents))
    album = {"media_group_id": str(call.world.next_message_id())}
    return [put(call, chat, content | album, placing) for content in contents]


def edit_message_media(call: Call) -> Json:
    """Replace the photo or file of a message."""
    chat, posted = own_message(call)
    if "text" in posted.message:
        raise bad_request("there is no media in the message to edit")
    gone = dict.fromkeys(("photo", "video", "document", "caption", "caption_entities"))
    return edit(call, chat, posted, gone | _item(call, call.params["media"]))


def get_file(call: Call) -> Json:
    """Where a file can be downloaded."""
    stored = call.world.files.by_id.get(call.params["file_id"])
    if stored is None:
        raise bad_request("invalid file_id")
    if len(stored.content) > DOWNLOAD_LIMIT:
        raise bad_request("file is too big")
    return stored.card() | {"file_path": stored.path}


def _send(call: Call, kind: str) -> Json:
    stored = _stored(call, call.params[kind], kind)
    names = ("duration", "width", "height", "emoji")
    details = Details(**{name: call.params[name] for name in names if name in call.params})
    return send(call, content_of(call.world.files, stored, kind, details) | caption_of(call.world, call.params))


def _item(call: Call, item: Json) -> Json:
    kind = item["type"]
    if kind not in ("photo", "video", "document"):
        raise bad_request(f"the playground has no albums with {kind}")
    stored = _stored(call, item["media"], kind)
    return content_of(call.world.files, stored, kind) | caption_of(call.world, item)


def _stored(call: Call, value: object, kind: str) -> StoredFile:
    """The file a parameter means: an upload, or the `file_id` of one that is there already."""
    upload = call.upload(value)
    if upload is not None:
        if not upload.content:
            raise bad_request("file must be non-empty")
        return call.world.files.add(kind, upload.content, upload.name, upload.mime_type)
    known = call.world.files.by_id.get(str(value))
    if known is None:
        reason = "failed to get HTTP URL content" if "://" in str(value) else "wrong file identifier/HTTP URL specified"
        raise bad_request(reason)
    if known.kind != kind:
        raise bad_request(f"can't use file of type {known.kind.capitalize()} as {kind.capitalize()}")
    return known
