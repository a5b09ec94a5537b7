"""The bots that the world knows, and what they have set about themselves."""

from dataclasses import dataclass, field

from bot.playground.chats import Chat
from bot.playground.shapes import Json, Rows
from bot.playground.updates import UpdateQueue


@dataclass
class Webhook:
    """Where a bot wants its updates sent; an empty `url` means it polls."""

    url: str = ""
    secret: str = ""
    max_connections: int = 40
    last_error_date: int = 0
    last_error_message: str = ""


@dataclass
class BotAccount:
    """A bot: its account, its private chats, and its updates."""

    token: str
    id: int
    username: str
    name: str
    privacy: bool
    updates: UpdateQueue
    webhook: Webhook = field(default_factory=Webhook)
    private: dict[int, Chat] = field(default_factory=dict)
    commands: dict[str, Rows] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    menu_buttons: dict[str, Json] = field(default_factory=dict)
    pollers: int = 0

    def user(self) -> Json:
        """The Bot API's `User`, as others see it."""
        return {"id": self.id, "is_bot": True, "first_name": self.name, "username": self.username}

    def me(self) -> Json:
        """The Bot API's `User` that `getMe` answers."""
        return self.user() | {
            "can_join_groups": True,
            "can_read_all_group_messages": not self.privacy,
            "supports_inline_queries": False,
            "can_connect_to_business": False,
            "has_main_web_app": False,
            "has_topics_enabled": False,
            "allows_users_to_create_topics": False,
            "can_manage_bots": False,
            "supports_join_request_queries": False,
            "supports_guest_queries": False,
        }
