"""What must be kept about settings: every change, none is ever taken away."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from bot.kit.people import CommunityId
from bot.settings.model import SettingChange


class SettingChanges(Protocol):
    """Rows over `config.yaml`; what counts of them is `settings` of the unit of work."""

    def add(self, change: SettingChange) -> SettingChange: ...

    def with_key(self, key: str) -> SettingChange | None: ...

    def get(self, community: CommunityId, number: int) -> SettingChange | None: ...

    def coming(self, community: CommunityId, now: datetime) -> Sequence[SettingChange]:
        """Those that do not count yet."""

    def newest(self, community: CommunityId, most: int) -> Sequence[SettingChange]: ...
