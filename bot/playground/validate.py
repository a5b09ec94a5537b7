"""Holds each call to the Bot API's facts: names, types, nested types, lengths and ranges.

Stricter than Telegram in one way: a parameter it does not know is refused, not ignored.
"""

import json
from collections.abc import Mapping

from bot.playground.entities import utf16_length
from bot.playground.refusals import Refused, bad_request
from bot.playground.request import Upload
from bot.playground.shapes import Json
from bot.playground.spec import Field, Shape, Spec

_TRUE = frozenset({"true", "True", "1", "yes"})
_FALSE = frozenset({"false", "False", "0", "no"})

_EMPTY = {"text": "message text is empty", "chat_id": "chat_id is empty", "question": "poll question must be non-empty"}
_MISSING = {
    "message_id": "message identifier is not specified",
    "callback_query_id": "query is too old and response timeout expired or query ID is invalid",
    "user_id": "invalid user_id specified",
    "photo": "there is no photo in the request",
    "voice": "there is no voice in the request",
    "video": "there is no video in the request",
    "document": "there is no document in the request",
    "sticker": "there is no sticker in the request",
    "file_id": "file_id not specified",
}
_TOO_LONG = {
    ("InlineKeyboardButton", "callback_data"): "BUTTON_DATA_INVALID",
    ("answerCallbackQuery", "text"): "MESSAGE_TOO_LONG",
    ("BotCommand", "command"): "BOT_COMMAND_INVALID",
    ("BotCommand", "description"): "BOT_COMMAND_DESCRIPTION_INVALID",
}
_EITHER = frozenset({"text", "caption", "explanation", "description", "quote"})
"""Fields whose length counts after their entities are parsed, wherever a parse mode stands beside them."""


class Validator:
    """Turns the raw parameters of a call into typed ones, or refuses."""

    def __init__(self, spec: Spec) -> None:
        self._spec = spec

    def params(self, method: Shape, raw: Json) -> Json:
        """Typed parameters; files stay `Upload`, and parts that others point to with attach:// stay too."""
        attached = _attached(raw)
        checked: Json = {}
        for name, value in raw.items():
            field = method.fields.get(name)
            if field is None:
                if isinstance(value, Upload) and name in attached:
                    checked[name] = value
                    continue
                raise bad_request(f'unknown parameter "{name}" of {method.name}')
            if value == "" and not (field.types == ("String",) and field.min_length != 1 and not field.required):
                continue
            checked[name] = self._value(value, field, method, nested=False)
        for name in method.required - checked.keys():
            raise _missing(method, name)
        return checked

    def _value(self, value: object, field: Field, owner: Shape, *, nested: bool) -> object:
        typed = self._typed(value, field.types, f'"{field.name}" of {owner.name}', nested=nested)
        if isinstance(typed, str):
            _check_length(typed, field, owner)
        elif isinstance(typed, int | float) and not isinstance(typed, bool):
            _check_range(typed, field, owner)
        if field.always_true and typed is not True:
            raise bad_request(f'"{field.name}" of {owner.name} must be True')
        return typed

    def _typed(self, value: object, types: tuple[str, ...], where: str, *, nested: bool) -> object:
        if "InputFile" in types and isinstance(value, Upload):
            return value
        if isinstance(value, Upload):
            raise bad_request(f"{where} is not a file")
        simple = [name for name in types if name in _SCALARS]
        for name in sorted(simple, key=_ORDER.index):
            scalar = _scalar(name, value, nested=nested)
            if scalar is not None:
                return scalar
        composed = [name for name in types if name not in _SCALARS and name != "InputFile"]
        if not composed:
            raise bad_request(f"{where} must be of type {' or '.join(types)}")
        if isinstance(value, str) and not nested:
            value = _parsed(value, where)
        return self._composed(value, composed, where)

    def _composed(self, value: object, types: list[str], where: str) -> object:
        inner = [name.removeprefix("Array of ") for name in types]
        if inner != types:
            if not isinstance(value, list):
                raise bad_request(f"{where} must be an Array")
            return [self._typed(one, tuple(inner), f"an element of {where}", nested=True) for one in value]
        if types == ["RichText"] and isinstance(value, str | list):
            return value
        if not isinstance(value, dict):
            raise bad_request(f"object expected as {where}")
        return self._object(value, self._choose(value, types, where))

    def _choose(self, value: Json, types: list[str], where: str) -> Shape:
        shapes = [self._spec.type(name) for name in types]
        shapes = [shape for one in shapes for shape in self._expanded(value, one, where)]
        for shape in shapes:
            if shape.required <= value.keys() <= shape.fields.keys():
                return shape
        likeliest = max(shapes, key=lambda shape: len(shape.fields.keys() & value.keys()))
        for name in value.keys() - likeliest.fields.keys():
            raise bad_request(f'unknown field "{name}" of {likeliest.name}')
        missing = sorted(likeliest.required - value.keys())
        raise bad_request(f"can't parse {likeliest.name}: Can't find field \"{missing[0]}\"")

    def _expanded(self, value: Json, shape: Shape, where: str) -> list[Shape]:
        if not shape.variants:
            return [shape]
        kind = value.get("type")
        if kind not in shape.variants:
            raise bad_request(f"can't parse {shape.name}: Unsupported type specified in {where}")
        return [self._spec.type(shape.variants[str(kind)])]

    def _object(self, value: Json, shape: Shape) -> Json:
        return {
            name: self._value(one, shape.fields[name], shape, nested=True)
            for name, one in value.items()
            if one is not None
        }


def _attached(raw: Mapping[str, object]) -> str:
    return " ".join(value for value in raw.values() if isinstance(value, str) and "attach://" in value)


def _parsed(value: str, where: str) -> object:
    try:
        parsed: object = json.loads(value)
    except ValueError as error:
        raise bad_request(f"can't parse {where} JSON object") from error
    return parsed


_ORDER = ("Boolean", "Integer", "Float", "String")
_SCALARS = frozenset(_ORDER)


def _scalar(name: str, value: object, *, nested: bool) -> bool | int | float | str | None:
    """The value as this type, or None when it is not; only outside JSON may numbers and truth come as text."""
    if name == "Boolean":
        return _truth(value, nested=nested)
    if isinstance(value, bool):
        return None
    if name == "Integer":
        return _whole(value, nested=nested)
    if name == "Float":
        return _number(value, nested=nested)
    return value if isinstance(value, str) else None


def _truth(value: object, *, nested: bool) -> bool | None:
    if isinstance(value, bool):
        return value
    if isinstance(value, str) and not nested and value in _TRUE | _FALSE:
        return value in _TRUE
    return None


def _whole(value: object, *, nested: bool) -> int | None:
    if isinstance(value, int):
        return value
    if isinstance(value, str) and not nested and value.removeprefix("-").isdecimal():
        return int(value)
    return None


def _number(value: object, *, nested: bool) -> float | None:
    if isinstance(value, int | float):
        return value
    try:
        return float(value) if isinstance(value, str) and not nested else None
    except ValueError:
        return None


def _check_length(value: str, field: Field, owner: Shape) -> None:
    parsed_later = field.after_entities_parsing or (field.name in _EITHER and "parse_mode" in owner.fields)
    if parsed_later or field.max_length is None:
        return
    length = len(value.encode()) if field.unit == "bytes" else utf16_length(value)
    if (field.min_length or 0) <= length <= field.max_length:
        return
    own = _TOO_LONG.get((owner.name, field.name))
    bounds = f"{field.min_length or 0}-{field.max_length} {field.unit}"
    raise bad_request(own or f'"{field.name}" of {owner.name} must have {bounds}, it has {length}')


def _check_range(value: float, field: Field, owner: Shape) -> None:
    too_small = field.minimum is not None and value < field.minimum
    if too_small or (field.maximum is not None and value > field.maximum):
        raise bad_request(f'"{field.name}" of {owner.name} must be {field.minimum}-{field.maximum}, it is {value}')


def _missing(method: Shape, name: str) -> Refused:
    reason = _EMPTY.get(name) or _MISSING.get(name)
    return bad_request(reason or f'parameter "{name}" of {method.name} is required')
