"""What a call brings along, in any of the four encodings the Bot API takes."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from aiohttp import BodyPartReader, web

from bot.playground.refusals import bad_request
from bot.playground.shapes import Json


@dataclass(frozen=True)
class Upload:
    """A file in a multipart request."""

    name: str
    content: bytes
    mime_type: str

    def __str__(self) -> str:
        return f"<{self.name}, {len(self.content)} bytes>"


async def read_call(request: web.Request) -> Json:
    """Parameters as they came: strings from forms, JSON values from JSON, `Upload` from multipart."""
    params: Json = _texts(request.query) if request.query_string else {}
    if not request.body_exists:
        return params
    kind = request.content_type
    if kind == "application/x-www-form-urlencoded":
        return params | _texts(await request.post())
    if kind == "application/json":
        return params | _object(await request.text())
    if kind == "multipart/form-data":
        return params | await _parts(request)
    return params


def _texts(values: Mapping[str, object]) -> Json:
    return dict(values)


def _object(text: str) -> Json:
    if not text:
        return {}
    try:
        value = json.loads(text)
    except ValueError as error:
        raise bad_request("can't parse request body as JSON") from error
    if not isinstance(value, dict):
        raise bad_request("request body must be a JSON object")
    return {name: one for name, one in value.items() if one is not None}


async def _parts(request: web.Request) -> Json:
    params: Json = {}
    async for part in await request.multipart():
        if not isinstance(part, BodyPartReader) or not part.name:
            continue
        content = bytes(await part.read(decode=True))
        if part.filename is None:
            params[part.name] = content.decode()
        else:
            mime = part.headers.get("Content-Type", "application/octet-stream")
            params[part.name] = Upload(part.filename, content, mime)
    return params
