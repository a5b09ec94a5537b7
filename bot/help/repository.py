"""What must be kept about requests for help."""

from datetime import datetime
from typing import Protocol

from bot.help.model import HelpRequest
from bot.kit.people import CommunityId


class HelpRequests(Protocol):
    def open_of(self, telegram_id: int, community: CommunityId) -> HelpRequest | None:
        """The request that nobody has taken yet."""

    def add(self, community: CommunityId, telegram_id: int, name: str, at: datetime) -> HelpRequest: ...

    def get(self, request: int) -> HelpRequest: ...

    def save(self, request: HelpRequest) -> None: ...
