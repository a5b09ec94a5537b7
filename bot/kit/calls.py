"""What is said most often, written as it goes over the wire; nobody reads what Telegram answers to it.

aiogram's own methods make a model of every button and of every answer, and a form of what is in them (measured: a
third of what a menu costs).
"""

import json
from typing import Any, ClassVar, Self, cast

from aiogram.methods import TelegramMethod

from bot.kit.screens import Screen


class Written(TelegramMethod[Any]):
    """A call whose parameters are JSON already; `bot.kit.session` sends it, and gives back nothing."""

    __returning__: ClassVar[Any] = Any
    __api_method__: ClassVar[str]

    body: bytes

    @classmethod
    def of(cls, **params: object) -> Self:
        """Made of what was put together here, which needs no check. What is None is left out."""
        said = {name: value for name, value in params.items() if value is not None}
        return cast("Self", cls.model_construct(body=json.dumps(said, ensure_ascii=False).encode()))


class SendScreen(Written):
    """`sendMessage` of a screen."""

    __api_method__: ClassVar[str] = "sendMessage"

    @classmethod
    def to(cls, chat_id: int, shown: Screen, **more: object) -> Self:
        return cls.of(chat_id=chat_id, **shown.params(), **more)


class TurnScreen(Written):
    """`editMessageText` of a screen, in place of another one."""

    __api_method__: ClassVar[str] = "editMessageText"

    @classmethod
    def at(cls, chat_id: int, message_id: int, shown: Screen) -> Self:
        return cls.of(chat_id=chat_id, message_id=message_id, **shown.params())


class AnswerTap(Written):
    """`answerCallbackQuery`."""

    __api_method__: ClassVar[str] = "answerCallbackQuery"

    @classmethod
    def to(cls, tap: str, text: str | None, *, alert: bool) -> Self:
        return cls.of(callback_query_id=tap, text=text, show_alert=alert or None)
