"""Holds each call to the Bot API's facts: names, types, nested types, lengths and ranges.

Stricter than Telegram in one way: a parameter it does not know is refused, not ignored.
"""

import json

from bot.playground.entities import utf16_length
from bot.playground.refusals import Refused, bad_request
from bot.playground.request import Upload
from bot.playground.scalars import ORDER, scalar
from bot.playground.shapes import Json
from bot.playground.spec import Field, Shape, Spec

_MISSING = {
    "text": "message text is empty",
    "chat_id": "chat_id is empty",
    "question": "poll question must be non-empty",
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
_WRONG_LENGTH = {
    ("InlineKeyboardButton", "callback_data"): "BUTTON_DATA_INVALID",
    ("CopyTextButton", "text"): "BUTTON_COPY_TEXT_INVALID",
    ("answerCallbackQuery", "text"): "MESSAGE_TOO_LONG",
    ("BotCommand", "command"): "BOT_COMMAND_INVALID",
    ("BotCommand", "description"): "BOT_COMMAND_DESCRIPTION_INVALID",
}
_LENGTH_SHOWN = frozenset({"text", "caption", "explanation", "description", "quote"})
"""Fields whose length counts after their entities are parsed, wherever a parse mode stands beside them."""

_SPOKEN = {"InlineKeyboardButton": "inline keyboard button", "KeyboardButton": "keyboard button"}
"""What Telegram calls these in its refusals; others go by their names."""


class Validator:
    """Turns the raw parameters of a call into typed ones, or refuses."""

    def __init__(self, spec: Spec) -> None:
        self._spec = spec

    def params(self, method: Shape, raw: Json) -> Json:
        """Typed parameters; files stay `Upload`, and parts that others point to with attach:// stay too."""
        checked: Json = {}
        for name, value in raw.items():
            field = method.fields.get(name)
            if field is None:
                _check_attached(method, name, raw)
                checked[name] = value
            elif value != "" or (field.types == ("String",) and field.min_length != 1 and not field.required):
                checked[name] = self._param(value, field, method)
        for name, field in method.fields.items():
            if field.required and name not in checked:
                raise bad_request(_MISSING.get(name) or f'parameter "{name}" of {method.name} is required')
        return checked

    def _param(self, value: object, field: Field, method: Shape) -> object:
        if isinstance(value, Upload):
            if "InputFile" not in field.types:
                raise bad_request(f'parameter "{field.name}" of {method.name} is not a file')
            return value
        for kind in ORDER:
            typed = scalar(kind, value, from_form=True) if kind in field.types else None
            if typed is not None:
                _check_bounds(typed, field, method, "")
                return typed
        composed = [name for name in field.types if name not in ORDER and name != "InputFile"]
        if not composed:
            raise bad_request(f'parameter "{field.name}" of {method.name} must be of type {" or ".join(field.types)}')
        return self._composed(_from_json(value, field.name), composed, field.name, "")

    def _composed(self, value: object, types: list[str], name: str, within: str) -> object:
        """An array or object. `within` is what Telegram says cannot be parsed when something in it is wrong."""
        inner = [one.removeprefix("Array of ") for one in types]
        if inner != types:
            if not isinstance(value, list):
                raise _unparsed(within, f'Field "{name}" must be of type Array')
            return [self._element(one, inner, name, within) for one in value]
        if "RichText" in types and isinstance(value, str | list):
            return value
        if not isinstance(value, dict):
            raise bad_request(f"object expected as {name.replace('_', ' ')}")
        return self._object(value, self._choose(value, types, within), within)

    def _element(self, value: object, types: list[str], name: str, within: str) -> object:
        simple = [kind for kind in types if kind in ORDER]
        if simple:
            typed = scalar(simple[0], value, from_form=False)
            if typed is None:
                raise _unparsed(within, f'Field "{name}" must be of type Array of {simple[0]}')
            return typed
        spoken = "" if types[0].startswith("Array of ") else _SPOKEN.get(types[0], types[0])
        return self._composed(value, types, name, within or spoken)

    def _choose(self, value: Json, types: list[str], within: str) -> Shape:
        """The first of the types that has just these fields; else a refusal in the terms of the likeliest."""
        shapes = [self._variant(value, self._spec.type(name)) for name in types]
        for shape in shapes:
            if shape.required <= value.keys() <= shape.fields.keys():
                return shape
        likeliest = max(shapes, key=lambda shape: len(shape.fields.keys() & value.keys()))
        for name in value:
            if name not in likeliest.fields:
                raise _unparsed(within, f'Unknown field "{name}" of {likeliest.name}')
        missing = next(name for name in likeliest.fields if name in likeliest.required and name not in value)
        raise _unparsed(within, f'Can\'t find field "{missing}"')

    def _variant(self, value: Json, shape: Shape) -> Shape:
        if not shape.variants:
            return shape
        kind = value.get("type")
        if kind not in shape.variants:
            raise _unparsed(shape.name, "Unsupported type specified")
        return self._spec.type(shape.variants[str(kind)])

    def _object(self, value: Json, shape: Shape, within: str) -> Json:
        given = {name: one for name, one in value.items() if one is not None}
        return {name: self._field(one, shape.fields[name], shape, within) for name, one in given.items()}

    def _field(self, value: object, field: Field, owner: Shape, within: str) -> object:
        composed = [name for name in field.types if name not in ORDER]
        if composed:
            return self._composed(value, composed, field.name, within)
        for kind in field.types:
            typed = scalar(kind, value, from_form=False)
            if typed is not None:
                _check_bounds(typed, field, owner, within)
                return typed
        raise _unparsed(within, f'Field "{field.name}" must be of type {" or ".join(field.types)}')


def _check_attached(method: Shape, name: str, raw: Json) -> None:
    """A part that is no parameter must be one that a parameter points to."""
    pointers = (value for value in raw.values() if isinstance(value, str))
    if not isinstance(raw[name], Upload) or not any(f"attach://{name}" in value for value in pointers):
        raise bad_request(f'unknown parameter "{name}" of {method.name}')


def _from_json(value: object, name: str) -> object:
    if not isinstance(value, str):
        return value
    try:
        parsed: object = json.loads(value)
    except ValueError as error:
        raise bad_request(f"can't parse {name.replace('_', ' ')} JSON object") from error
    return parsed


def _check_bounds(value: float | str, field: Field, owner: Shape, within: str) -> None:
    if field.always_true and value is not True:
        raise _unparsed(within, f'Field "{field.name}" must be True')
    if isinstance(value, str):
        _check_length(value, field, owner)
    elif field.minimum is not None and field.maximum is not None and not field.minimum <= value <= field.maximum:
        bounds = f"{field.minimum}-{field.maximum}"
        raise bad_request(f'"{field.name}" of {owner.name} must be {bounds}, it is {value}')


def _check_length(value: str, field: Field, owner: Shape) -> None:
    counted_later = field.after_entities_parsing or (field.name in _LENGTH_SHOWN and "parse_mode" in owner.fields)
    # an empty callback_data is none at all, which is refused in other words
    if counted_later or field.max_length is None or (value == "" and field.name == "callback_data"):
        return
    length = len(value.encode()) if field.unit == "bytes" else utf16_length(value)
    if not (field.min_length or 0) <= length <= field.max_length:
        bounds = f"{field.min_length or 0}-{field.max_length} {field.unit}"
        own = _WRONG_LENGTH.get((owner.name, field.name))
        raise bad_request(own or f'"{field.name}" of {owner.name} must have {bounds}, it has {length}')


def _unparsed(within: str, reason: str) -> Refused:
    """Telegram says what it could not parse only inside lists of objects."""
    return bad_request(f"can't parse {within}: {reason}" if within else reason[0].lower() + reason[1:])
