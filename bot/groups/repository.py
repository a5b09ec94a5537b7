"""What must be kept about groups."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from bot.groups.model import Group, Purpose
from bot.kit.people import CommunityId


class Groups(Protocol):
    """The group chats that the bot is or was in."""

    def get(self, chat_id: int) -> Group | None: ...

    def serving(self, community: CommunityId, purpose: Purpose, building: int | None = None) -> Group | None:
        """The community's group for this, where the bot still is."""

    def save(self, group: Group, at: datetime) -> None:
        """Add it, or put it in place of what was known."""

    def move(self, old_chat_id: int, new_chat_id: int, at: datetime) -> None:
        """The group has another id from now on; what was known under the new id goes, unless it was set up."""

    def buildings(self, community: CommunityId) -> Sequence[int]:
        """The buildings on the roll, in order."""

    def anyone_joined(self, community: CommunityId) -> bool:
        """Whether anybody on the roll has joined."""

    def moderated_by(self, telegram_id: int) -> Sequence[CommunityId]:
        """Communities in which somebody was ever appointed moderator; whether they still are, the roles say."""
