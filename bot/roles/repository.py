"""What must be kept about roles."""

from collections.abc import Sequence
from typing import Protocol

from bot.kit.people import CommunityId, Reader
from bot.residents.model import Resident
from bot.roles.model import Appointment, Expertise, Role


class Roles(Protocol):
    """Who was appointed to what. What has ended is history and counts nowhere, from the second of its end on."""

    def of(self, reader: Reader) -> Sequence[Appointment]:
        """What `reader` holds in the community they speak in."""

    def held_by(self, community: CommunityId, telegram_id: int) -> Sequence[Appointment]:
        """What somebody holds."""

    def holders(
        self, community: CommunityId, role: Role, building: int | None = None, expertise: Expertise | None = None
    ) -> Sequence[Reader]:
        """Who holds `role`; for a liaison, of this building, for a guide, in this field.

        Those who never wrote to the bot are left out.
        """

    def fields(self, community: CommunityId) -> Sequence[Expertise]:
        """Those in which a guide can be asked, in their order."""

    def on_committee(self, community: CommunityId, committee: int) -> Sequence[Appointment]:
        """Who is a member of it."""

    def communities(self, telegram_id: int) -> Sequence[CommunityId]:
        """Those in which this person is on the roll, or holds a role."""

    def count(self, community: CommunityId, role: Role) -> int:
        """How many hold `role`."""

    def appoint(self, appointment: Appointment) -> Appointment:
        """Appoint, from now on; who holds it already keeps what they hold."""

    def end(self, appointment: Appointment, by: int) -> None:
        """Dismiss, from now on."""

    def changes(self, community: CommunityId, telegram_id: int) -> int:
        """How often something of what this person holds has changed; grows with each change."""

    def buildings(self, community: CommunityId, *, joined: bool = False) -> Sequence[int]:
        """Those on the roll; with `joined` only those where somebody has joined."""

    def joined_in(self, community: CommunityId, building: int) -> Sequence[Resident]:
        """Who of a building has joined, by household."""
