"""Telegram as far as a bot under a hail of updates is concerned: it says yes to everything."""

from collections.abc import AsyncGenerator, Collection
from typing import Any

from aiogram import Bot
from aiogram.client.session.base import BaseSession
from aiogram.methods import GetChat, GetChatMember, GetFile, GetMe, SendMessage, TelegramMethod
from aiogram.types import ChatFullInfo, ChatMemberAdministrator, ChatMemberMember, File, Message, User

ME = User(id=1000000, is_bot=True, first_name="议事", username="yishi_bot")
RIGHTS = {
    name: True
    for name, field in ChatMemberAdministrator.model_fields.items()
    if field.is_required() and field.annotation is bool
}

CHAT = {
    "type": "supergroup",
    "title": "群",
    "accent_color_id": 0,
    "max_reaction_count": 0,
    "accepted_gift_types": {
        "unlimited_gifts": False,
        "limited_gifts": False,
        "unique_gifts": False,
        "premium_subscription": False,
        "gifts_from_channels": False,
    },
}


class SaysYes(BaseSession):
    """Counts what it was asked for."""

    asked = 0

    def __init__(self, administrators: Collection[int]) -> None:
        """`administrators`: those of every group."""
        super().__init__()
        self._administrators = {ME.id, *administrators}

    async def make_request(self, bot: Bot, method: TelegramMethod[Any], timeout: int | None = None) -> Any:  # noqa: ARG002, ASYNC109 - aiogram's signature
        self.asked += 1
        chat = getattr(method, "chat_id", 1)
        match method:
            case GetMe():
                return ME
            case SendMessage():
                return Message.model_validate(
                    {"message_id": self.asked, "date": 1, "chat": {"id": chat, "type": "private"}}
                )
            case GetChat():
                return ChatFullInfo.model_validate(CHAT | {"id": chat})
            case GetChatMember(user_id=person):
                user = User(id=person, is_bot=person == ME.id, first_name="居民")
                runs_it = person in self._administrators
                administrator = ChatMemberAdministrator.model_validate({"user": user, **RIGHTS})
                return administrator if runs_it else ChatMemberMember(user=user)
            case GetFile():
                return File(file_id="1", file_unique_id="1", file_size=10, file_path="x")
            case _:
                return True

    async def stream_content(self, *_: Any, **__: Any) -> AsyncGenerator[bytes, None]:
        """No file has anything in it."""
        yield b""

    async def close(self) -> None:
        """Nothing was opened."""
