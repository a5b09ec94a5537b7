"""Half-filled forms: what somebody has told us so far, and what we asked last."""

from dataclasses import dataclass
from functools import cache
from typing import Any, ClassVar, Protocol

from pydantic import TypeAdapter, ValidationError

_KINDS: dict[str, type["Form"]] = {}


@dataclass(frozen=True)
class Form:
    """Base of all forms: frozen dataclasses of JSON-able fields.

    A form lives in one chat with one person and survives restarts; `name` is what the database calls its kind.
    """

    name: ClassVar[str]
    waits: ClassVar[bool] = False
    """Whether it is taken up again after the home screen; else the next words there would be its answer."""

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        _KINDS[cls.name] = cls

    def dump(self) -> str:
        """As JSON."""
        return _json_of(self.name).dump_json(self).decode()

    @staticmethod
    def load(name: str, dumped: str) -> "Form | None":
        """Back from JSON; None for what this version of the bot no longer knows: a kind, or the shape of one."""
        try:
            return _json_of(name).validate_json(dumped) if name in _KINDS else None
        except ValidationError:
            return None  # or this person could not be heard ever again


@cache
def _json_of(name: str) -> TypeAdapter[Any]:
    """Made once: to make one costs more than to read a thousand forms with it."""
    return TypeAdapter(_KINDS[name])


@dataclass(frozen=True)
class Place:
    """Where a conversation happens: a person in a chat."""

    chat_id: int
    telegram_id: int


class Conversations(Protocol):
    """Keeps at most one open form for each person and chat."""

    def form(self, place: Place) -> Form | None:
        """The open form, if any."""

    def keep(self, place: Place, form: Form | None) -> None:
        """Put `form` in place of what was open; None closes it."""
