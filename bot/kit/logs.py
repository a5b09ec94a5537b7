"""The log: lines, or JSON objects, that say to which update, community and action they belong, and hold no secret."""

import logging
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Literal
from urllib.parse import quote

TEXT = "%(asctime)s %(levelname)s %(name)s: %(message)s"
FIELDS = ("asctime", "levelname", "name", "message", "update_id", "community", "action")
HIDDEN = "***"

_belongs: ContextVar[dict[str, object] | None] = ContextVar("belongs", default=None)


@contextmanager
def about(**known: object) -> Iterator[None]:
    """What is logged inside belongs to this: `update_id`, `community`, `action` (the use case's name)."""
    token = _belongs.set({**(_belongs.get() or {}), **known})
    try:
        yield
    finally:
        _belongs.reset(token)


def belongs_to(**known: object) -> None:
    """The same, until what is `about` now ends."""
    _belongs.set({**(_belongs.get() or {}), **known})


def set_up(level: str, form: Literal["text", "json"], secrets: Iterable[str]) -> None:
    """Write to stderr from now on; `secrets` appear in no line, whoever logs it."""
    handler = logging.StreamHandler()
    handler.addFilter(_tell_belonging)
    handler.setFormatter(_Discreet(logging.Formatter(TEXT) if form == "text" else _json(), secrets))
    logging.basicConfig(handlers=[handler], level=level, force=True)


def _json() -> logging.Formatter:
    from pythonjsonlogger.json import JsonFormatter

    return JsonFormatter(list(FIELDS), json_ensure_ascii=False)


class _Discreet(logging.Formatter):
    """Puts `HIDDEN` where a secret would be read, in messages and tracebacks; in addresses too."""

    def __init__(self, plain: logging.Formatter, secrets: Iterable[str]) -> None:
        super().__init__()
        self._plain = plain
        known = {form for secret in secrets if secret for form in (secret, quote(secret, safe=""))}
        self._secrets = sorted(known, key=len, reverse=True)

    def format(self, record: logging.LogRecord) -> str:
        line = self._plain.format(record)
        for secret in self._secrets:
            line = line.replace(secret, HIDDEN)
        return line


def _tell_belonging(record: logging.LogRecord) -> bool:
    for name in ("update_id", "community", "action"):
        setattr(record, name, (_belongs.get() or {}).get(name))
    return True
