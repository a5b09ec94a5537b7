"""Updates as Telegram writes them. Whoever can write to the bot chooses what stands in them, so that none may hold up
the others: neither one that cannot be read, nor one that takes minutes to read.
"""

import json
import logging
from collections.abc import Mapping
from typing import Any

from aiogram import Bot
from aiogram.types import Update
from pydantic import ValidationError

log = logging.getLogger(__name__)

HEAVY = "rich_message"
"""Styles within styles, which aiogram reads as any of twenty kinds at each level: six of them took two minutes, and
everybody waited. Nothing here looks at it."""


def loads(text: str) -> Any:
    """As `json.loads`, without what is `HEAVY`."""
    return json.loads(text, object_hook=_lightened) if HEAVY in text else json.loads(text)


def readable(written: object, bot: Bot) -> Update | None:
    """An update, or None, and a line in the log, where it is of a kind that aiogram does not know."""
    try:
        return Update.model_validate(written, context={"bot": bot})
    except ValidationError as reason:
        fields = {".".join(map(str, error["loc"])) for error in reason.errors(include_input=False)}
        log.error("update %s: cannot be read and is left out: %s", number_of(written), ", ".join(sorted(fields)[:3]))
        return None


def number_of(written: object) -> int | None:
    """The id of what may be an update."""
    number = written.get("update_id") if isinstance(written, Mapping) else None
    return number if isinstance(number, int) else None


def _lightened(found: dict[str, Any]) -> dict[str, Any]:
    found.pop(HEAVY, None)
    return found
