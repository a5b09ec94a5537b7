"""What must be kept about announcements."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from bot.announcements.model import Announcement, AnnouncementId, Audience
from bot.kit.people import CommunityId, Reader


class Announcements(Protocol):
    """All that were ever made, and the people whom they are for."""

    def add(self, announcement: Announcement, at: datetime) -> Announcement: ...

    def save(self, announcement: Announcement) -> None:
        """Keep how far it has gone; what it says does not change."""

    def get(self, announcement: AnnouncementId, community: CommunityId) -> Announcement:
        """Raises `NoAnnouncement`."""

    def with_key(self, key: str) -> Announcement | None: ...

    def newest(self, community: CommunityId, most: int) -> Sequence[Announcement]: ...

    def due(self, now: datetime) -> Announcement | None:
        """The one that has waited longest for its turn; no two ask for the same."""

    def count(self, community: CommunityId, audience: Audience) -> int:
        """How many people would read it."""

    def readers(self, community: CommunityId, audience: Audience, after: int, most: int) -> Sequence[Reader]:
        """The next of them, by Telegram id, without those who took their consent back; some never wrote to the bot."""

    def is_for(self, announcement: Announcement, telegram_id: int) -> bool: ...
