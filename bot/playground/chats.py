"""Chats: who is in them, what was posted, what is pinned."""

from dataclasses import dataclass, field

from bot.playground.shapes import Json, Rows

PRESENT = ("creator", "administrator", "member")


@dataclass
class Posted:
    """A message where it stands in a chat.

    `message` is the Bot API's object; `order` its place in the chat; `receiver` the only person who sees it
    (ephemeral), `replaces` the message id it is shown instead of, to that person.
    """

    message: Json
    order: int
    receiver: int | None = None
    replaces: int | None = None

    def sender(self) -> int:
        """Id of the person or bot who wrote it."""
        return int(self.message["from"]["id"])


@dataclass
class Topic:
    """A topic of a forum; its id is the id of the message that opened it."""

    id: int
    name: str
    icon_color: int = 7322096
    closed: bool = False


@dataclass
class Chat:
    """A chat of the world. `members` maps people and bots to their status; someone who left stays listed."""

    id: int
    type: str
    title: str = ""
    username: str = ""
    is_forum: bool = False
    members: dict[int, str] = field(default_factory=dict)
    face: Json = field(default_factory=dict)
    messages: dict[int, Posted] = field(default_factory=dict)
    ephemerals: dict[int, Posted] = field(default_factory=dict)
    pinned: list[int] = field(default_factory=list)
    topics: dict[int, Topic] = field(default_factory=dict)
    keyboards: dict[int, Json] = field(default_factory=dict)
    forced_replies: dict[int, int] = field(default_factory=dict)
    alerts: dict[int, Rows] = field(default_factory=dict)
    reactions: dict[int, dict[int, Rows]] = field(default_factory=dict)
    migrated_to: int | None = None
    restricted: dict[int, Json] = field(default_factory=dict)

    @property
    def is_private(self) -> bool:
        """Whether it is between one person and the bot."""
        return self.type == "private"

    def brief(self) -> Json:
        """The Bot API's `Chat`."""
        if self.is_private:
            return dict(self.face)
        chat: Json = {"id": self.id, "type": self.type, "title": self.title}
        if self.username:
            chat["username"] = self.username
        if self.is_forum:
            chat["is_forum"] = True
        return chat

    def status(self, user_id: int) -> str:
        """`creator`, `administrator`, `member`, `left` or `kicked`."""
        return self.members.get(user_id, "left")

    def has(self, user_id: int) -> bool:
        """Whether they are in it now."""
        return self.status(user_id) in PRESENT

    def is_admin(self, user_id: int) -> bool:
        """Whether they run it."""
        return self.status(user_id) in ("creator", "administrator")

    def present(self) -> list[int]:
        """Ids of everybody in it, bots included."""
        return [user_id for user_id, status in self.members.items() if status in PRESENT]

    def owner(self) -> int | None:
        """Id of who owns it."""
        return next((user_id for user_id, status in self.members.items() if status == "creator"), None)

    def seen_by(self, person_id: int) -> list[Posted]:
        """What this person sees, oldest first: not the ephemeral messages of others."""
        own = [posted for posted in self.ephemerals.values() if posted.receiver == person_id]
        replaced = {posted.replaces for posted in own}
        shared = [posted for message_id, posted in self.messages.items() if message_id not in replaced]
        return sorted(shared + own, key=lambda posted: posted.order) if own else shared

    def find(self, message: Json) -> Posted | None:
        """The stored message that a `Message` object stands for, if it is still there."""
        ephemeral_id = message.get("ephemeral_message_id")
        if ephemeral_id is not None:
            return self.ephemerals.get(ephemeral_id)
        return self.messages.get(message["message_id"])
