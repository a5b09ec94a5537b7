"""What goes with a message and is made when it is sent: the outbox keeps figures and words, not pictures."""

from collections.abc import Callable, Mapping
from typing import Any

from pydantic import TypeAdapter
from telegram import InputFile

from bot.delivery.model import DRAWN, PRINTED, TABLED, WRITTEN, Params
from bot.kit.cells import xlsx_of
from bot.kit.picture import draw
from bot.kit.poster import Poster
from bot.kit.sheet import print_lines


def made(params: Params) -> Params:
    """With the pictures drawn and the files written: a third of a second each, so keep it off the event loop.

    Raises `CannotDraw`.
    """
    return {name: _made(value) for name, value in params.items()}


def needs_making(params: Params) -> bool:
    return any(_maker(value) is not None for value in params.values())


def _made(value: object) -> object:
    maker = _maker(value)
    return value if maker is None else maker(value)


def _maker(value: object) -> Callable[[Any], InputFile] | None:
    if isinstance(value, Mapping) and len(value) == 1:
        return MAKERS.get(next(iter(value)))
    return None


def _drawn(value: Mapping[str, object]) -> InputFile:
    poster = TypeAdapter(Poster).validate_python(value[DRAWN])
    return InputFile(draw(poster), "picture.png")


def _written(value: Mapping[str, Mapping[str, str]]) -> InputFile:
    file = value[WRITTEN]
    return InputFile(file["text"].encode(), file["name"])


def _printed(value: Mapping[str, Any]) -> InputFile:
    file = value[PRINTED]
    return InputFile(print_lines(file["lines"], file["link"]), file["name"])


def _tabled(value: Mapping[str, Any]) -> InputFile:
    file = value[TABLED]
    head, *rows = file["rows"]
    return InputFile(xlsx_of(head, rows), file["name"])


MAKERS: Mapping[str, Callable[[Any], InputFile]] = {
    DRAWN: _drawn,
    WRITTEN: _written,
    PRINTED: _printed,
    TABLED: _tabled,
}
