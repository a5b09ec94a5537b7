"""What must be kept about who lives here."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Protocol

from bot.kit.people import CommunityId, Reader
from bot.residents.model import (
    Account,
    AgeBand,
    Community,
    Household,
    HouseholdId,
    NewHousehold,
    Resident,
    ResidentId,
)


class Residents(Protocol):
    """Communities, their groups, the roll, and the accounts of those who joined."""

    def account(self, telegram_id: int) -> Account | None: ...

    def reader(self, telegram_id: int, community: CommunityId) -> Reader:
        """How to speak to somebody known by their Telegram id, as of this community."""

    def save_account(self, account: Account, at: datetime) -> None: ...

    def found(self, name: str, at: datetime) -> Community:
        """Found a community."""

    def only_community(self) -> CommunityId | None:
        """The one community this bot serves; None when it serves none or several."""

    def community(self, community: CommunityId) -> Community: ...

    def rename(self, community: CommunityId, name: str) -> None: ...

    def household(self, household: HouseholdId) -> Household: ...

    def household_at(self, community: CommunityId, building: int, unit: int, room: str) -> Household: ...

    def household_with_code(self, code: str) -> Household | None: ...

    def count_wrong_code(self, telegram_id: int, at: datetime) -> None: ...

    def wrong_codes_since(self, telegram_id: int, since: datetime) -> int: ...

    def household_members(self, household: HouseholdId) -> Sequence[Resident]: ...

    def resident(self, resident: ResidentId) -> Resident: ...

    def speaking(self, reader: Reader) -> Resident:
        """The resident as whom `reader` speaks. Raises `NotOnRoll`."""

    def claim_place(self, resident: ResidentId, telegram_id: int, at: datetime) -> bool:
        """Make it this person's place on the roll; False if somebody else has it."""

    def enrol(self, community: CommunityId, roll: Sequence[NewHousehold]) -> None:
        """Put households with their members on the roll, all in one go."""

    def codes_in_use(self, codes: Collection[str]) -> set[str]:
        """Which of these codes are taken, by whatever household, living or left."""

    def add_resident(self, household: Household, name: str, age_band: AgeBand) -> Resident: ...
