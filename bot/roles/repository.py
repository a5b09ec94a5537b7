"""What must be kept about roles."""

from collections.abc import Sequence
from typing import Protocol

from bot.kit.people import CommunityId, Reader
from bot.roles.model import Appointment, Role


class Roles(Protocol):
    """Who was appointed to what."""

    def of(self, reader: Reader) -> Sequence[Appointment]:
        """What `reader` holds in the community they speak in."""

    def holders(self, community: CommunityId, role: Role, building: int | None = None) -> Sequence[Reader]:
        """Who holds `role`; for a liaison, of this building. Those who never wrote to the bot are left out."""

    def appoint(self, appointment: Appointment) -> None:
        """Appoint; twice is once."""
