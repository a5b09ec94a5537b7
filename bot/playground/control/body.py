"""Reading a control call: JSON or multipart in, JSON out, 4xx with `{"error": …}` when it makes no sense."""

import base64
import binascii
import json
from collections.abc import Mapping

from aiohttp import BodyPartReader, web

from bot.playground.refusals import Impossible, NotThere
from bot.playground.shapes import Json

WORLD_ERRORS = (Impossible, NotThere)


async def read_body(request: web.Request, allowed: str) -> Json:
    """The body as an object with no other names than the space-separated `allowed`."""
    body = await _parts(request) if request.content_type == "multipart/form-data" else _object(await request.text())
    unknown = sorted(body.keys() - set(allowed.split()))
    if unknown:
        raise Impossible(f"unknown: {', '.join(unknown)}; allowed: {allowed or 'nothing'}")
    return body


def required(body: Mapping[str, object], name: str) -> object:
    """A value that must be there."""
    if body.get(name) is None:
        raise Impossible(f"{name} is missing")
    return body[name]


def text(body: Mapping[str, object], name: str, default: str | None = None) -> str:
    """A string; without a default it must be there."""
    value = required(body, name) if default is None else body.get(name, default)
    if not isinstance(value, str):
        raise Impossible(f"{name} must be text")
    return value


def number(body: Mapping[str, object], name: str) -> int | None:
    """A whole number, if there is one."""
    value = body.get(name)
    if value is None or value == "":
        return None
    try:
        return int(str(value))
    except ValueError as error:
        raise Impossible(f"{name} must be a whole number") from error


def decimal(body: Mapping[str, object], name: str, default: float) -> float:
    """A number."""
    try:
        return float(str(body.get(name, default)))
    except ValueError as error:
        raise Impossible(f"{name} must be a number") from error


def flag(body: Mapping[str, object], name: str, *, default: bool) -> bool:
    """True or false."""
    value = body.get(name, default)
    if not isinstance(value, bool):
        raise Impossible(f"{name} must be true or false")
    return value


def content(body: Mapping[str, object]) -> bytes | None:
    """A file: bytes of a multipart part, or base64."""
    value = body.get("content")
    if value is None or isinstance(value, bytes):
        return value
    try:
        return base64.b64decode(str(value), validate=True)
    except binascii.Error as error:
        raise Impossible("content must be base64") from error


def answer(value: object, status: int = 200) -> web.Response:
    """A JSON answer."""
    body = json.dumps(value, ensure_ascii=False).encode()
    return web.Response(body=body, status=status, content_type="application/json")


def _object(source: str) -> Json:
    if not source:
        return {}
    try:
        value = json.loads(source)
    except ValueError as error:
        raise Impossible("the body is not JSON") from error
    if not isinstance(value, dict):
        raise Impossible("the body must be a JSON object")
    return value


async def _parts(request: web.Request) -> Json:
    body: Json = {}
    async for part in await request.multipart():
        if isinstance(part, BodyPartReader) and part.name:
            data = bytes(await part.read(decode=True))
            body[part.name] = data if part.filename is not None else data.decode()
            if part.filename is not None:
                body.setdefault("file_name", part.filename)
    return body
