"""What must be kept about requests to be let in."""

from datetime import datetime
from typing import Protocol

from bot.admission.model import Admission
from bot.kit.people import CommunityId


class Admissions(Protocol):
    def open_of(self, telegram_id: int, community: CommunityId) -> Admission | None:
        """The request that nobody has decided yet; a person has one at most."""

    def add(
        self, community: CommunityId, telegram_id: int, name: str, building: int, room: str, at: datetime
    ) -> Admission: ...

    def get(self, admission: int) -> Admission: ...

    def save(self, admission: Admission) -> None: ...
