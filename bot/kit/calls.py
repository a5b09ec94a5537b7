"""What is said most often, written as it goes over the wire; nobody reads what Telegram answers to it.

aiogram's own method makes a model of every button, and of every answer (measured: a third of what a menu costs).
"""

import json
from typing import Any, ClassVar

from aiogram.methods import TelegramMethod

from bot.kit.screens import Screen


class SendScreen(TelegramMethod[Any]):
    """`sendMessage` of a screen."""

    __returning__: ClassVar[Any] = Any
    __api_method__: ClassVar[str] = "sendMessage"

    chat_id: int
    text: str
    parse_mode: str
    reply_markup: str | None = None

    @classmethod
    def to(cls, chat_id: int, shown: Screen) -> "SendScreen":
        """Made of what was put together here, which needs no check."""
        markup = shown.markup()
        written = json.dumps(markup, ensure_ascii=False) if markup else None
        return cls.model_construct(chat_id=chat_id, text=shown.text, parse_mode="HTML", reply_markup=written)
