"""Who uses Telegram here: the cast, and anybody added later."""

from dataclasses import dataclass

from bot.playground.shapes import Json


@dataclass(frozen=True)
class Person:
    """Somebody with a phone. `key` is how the control interface calls them."""

    id: int
    key: str
    first_name: str
    last_name: str = ""
    username: str = ""
    language_code: str = "zh-hans"
    note: str = ""
    large_print: bool = False

    def user(self) -> Json:
        """The Bot API's `User`."""
        user: Json = {"id": self.id, "is_bot": False, "first_name": self.first_name}
        for name in ("last_name", "username", "language_code"):
            if value := getattr(self, name):
                user[name] = value
        return user

    def card(self) -> Json:
        """What the control interface shows of them."""
        return self.user() | {"key": self.key, "note": self.note, "large_print": self.large_print}

    def chat(self) -> Json:
        """The Bot API's `Chat` of the private chat with them."""
        chat = {"id": self.id, "type": "private", "first_name": self.first_name}
        for name in ("last_name", "username"):
            if value := getattr(self, name):
                chat[name] = value
        return chat
