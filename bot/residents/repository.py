"""What must be kept about who lives here."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Protocol

from bot.kit.forms import Place
from bot.kit.people import CommunityId, Reader
from bot.kit.town import UpdateKey
from bot.residents.model import (
    Account,
    AgeBand,
    Community,
    Household,
    HouseholdCode,
    HouseholdId,
    Met,
    NewHousehold,
    Resident,
    ResidentId,
    Wrong,
)


class Residents(Protocol):
    """Communities, their groups, the roll, and the accounts of those who joined."""

    def account(self, telegram_id: int) -> Account | None: ...

    def met(self, place: Place, key: UpdateKey) -> Met:
        """What the books know of an update when it arrives, in one query: it is asked of each one."""

    def reader(self, telegram_id: int, community: CommunityId) -> Reader:
        """How to speak to somebody known by their Telegram id, as of this community."""

    def save_account(self, account: Account, at: datetime) -> None: ...

    def found(self, name: str, at: datetime) -> Community:
        """Found a community."""

    def only_community(self) -> CommunityId | None:
        """The one community this bot serves; None when it serves none or several."""

    def community(self, community: CommunityId) -> Community: ...

    def communities(self) -> Sequence[Community]:
        """All that this bot serves."""

    def rename(self, community: CommunityId, name: str) -> None: ...

    def household(self, household: HouseholdId) -> Household:
        """Raises `NotThere`."""

    def household_at(self, community: CommunityId, building: int, unit: int, room: str) -> Household: ...

    def household_members(self, household: HouseholdId) -> Sequence[Resident]: ...

    def resident(self, resident: ResidentId) -> Resident:
        """Raises `NotThere`."""

    def called(self, community: CommunityId, telegram_id: int) -> str:
        """As the roll names somebody, else as they call themselves; empty of who was forgotten or never here."""

    def named(self, community: CommunityId, name: str) -> Sequence[Resident]:
        """Who on the roll is called so, joined or not; the first eight."""

    def buildings(self, community: CommunityId) -> Sequence[int]:
        """Those that the roll has households in."""

    def units(self, community: CommunityId, building: int) -> Sequence[int]: ...

    def doors(self, community: CommunityId, building: int, unit: int) -> Sequence[Household]:
        """The households of a unit, in the order of the rooms."""

    def on_roll(self, reader: Reader) -> Resident:
        """Whom the roll has for `reader`, for what they only read. Raises `NotOnRoll`."""

    def speaking(self, reader: Reader) -> Resident:
        """The resident as whom `reader` speaks. Raises `NotOnRoll`, and `ConsentNeeded` until they agree (again)."""

    def save_resident(self, resident: Resident) -> None:
        """Keep a corrected name or age band."""

    def claim_place(self, resident: ResidentId, telegram_id: int, at: datetime, *, both: bool = False) -> bool:
        """Make it the place from which this person speaks; False if somebody else has it.

        With `both`, the place from which they spoke until now stays theirs as a further one; else it is free again.
        """

    def further(self, telegram_id: int, community: CommunityId) -> Sequence[Resident]:
        """The places that are this person's beside the one from which they speak."""

    def leave(self, resident: ResidentId, at: datetime) -> None:
        """Not of the household any more; nobody's place."""

    def enrol(self, community: CommunityId, roll: Sequence[NewHousehold]) -> None:
        """Put households with their members on the roll, all in one go."""

    def codes_in_use(self, codes: Collection[str]) -> set[str]:
        """Which of these codes are taken, by whatever household, living or left."""

    def add_resident(self, household: Household, name: str, age_band: AgeBand) -> Resident: ...


class Consents(Protocol):
    """Who agreed to which text, and when they took it back: nothing is ever deleted here."""

    def give(self, telegram_id: int, version: int, at: datetime) -> None:
        """Twice is once."""

    def withdraw(self, telegram_id: int, at: datetime) -> None:
        """Whatever this person agreed to."""


class HouseholdCodes(Protocol):
    """The codes by which households let their people in, one each; and what was guessed in vain."""

    def find(self, code: str) -> HouseholdCode | None:
        """The household's present code that reads so, good or spent."""

    def of(self, household: HouseholdId) -> HouseholdCode | None: ...

    def all(self, community: CommunityId, building: int | None) -> Sequence[HouseholdCode]:
        """Those of a building, or of all; in the order of the doors."""

    def people(self, household: HouseholdId) -> int:
        """How many are on the roll of this household."""

    def issue(self, codes: Collection[HouseholdCode]) -> None:
        """Each takes the place of its household's earlier one, which opens nothing from then on."""

    def in_use(self, codes: Collection[str]) -> set[str]:
        """Which of these are taken."""

    def use(self, household: HouseholdId) -> None:
        """One more has come in."""

    def count_wrong(self, telegram_id: int, community: CommunityId | None, at: datetime) -> None: ...

    def wrong_by(self, telegram_id: int, since: datetime) -> Wrong:
        """This person's wrong codes, and when the latest was."""

    def wrong_in(self, community: CommunityId | None, since: datetime) -> Wrong:
        """Everybody's wrong codes, and when the earliest was."""
