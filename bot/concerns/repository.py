"""What must be kept about concerns."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from bot.concerns.model.chain import Noted
from bot.concerns.model.concern import Concern, ConcernId
from bot.concerns.model.life import Deed
from bot.kit.people import CommunityId
from bot.residents.model import HouseholdId, Resident, ResidentId


class Concerns(Protocol):
    """Concerns and what happened to each."""

    def next_number(self, community: CommunityId) -> int:
        """Take the next number; given out once, whoever asks at the same time."""

    def add(self, concern: Concern) -> Concern:
        """Keep a new concern; it comes back with its id."""

    def save(self, concern: Concern) -> None:
        """Keep a concern's new state."""

    def note(self, concern: Concern, deed: Deed | None, by: int, at: datetime, words: str = "") -> int:
        """Add a line to the history (None for the raising); how many lines of this deed there are now."""

    def with_id(self, concern: ConcernId) -> Concern:
        """Raises `NoConcern`."""

    def with_key(self, key: str) -> Concern | None: ...

    def numbered(self, community: CommunityId | None, number: int) -> Concern:
        """Raises `NoConcern`."""

    def of(self, author: ResidentId, most: int) -> Sequence[Concern]:
        """The newest concerns of one resident, newest first."""


class Chains(Protocol):
    """What everybody may look up of concerns."""

    def newest_open(self, community: CommunityId, building: int | None, category: str, most: int) -> Sequence[Concern]:
        """The newest of a kind in a building (None: outside all) in which something is still to be done."""

    def history(self, concern: ConcernId) -> Sequence[Noted]:
        """All that happened to it, from the first."""

    def note_consent(self, concern: ConcernId, by: int, at: datetime) -> None:
        """Who told it on the author's behalf says that the author has agreed."""

    def allow_name(self, concern: ConcernId, named: bool) -> None:
        """Whether its author's name may be shown to everybody."""


class Supporters(Protocol):
    """Households that have met a trouble which another has raised."""

    def add(self, concern: ConcernId, resident: Resident, at: datetime) -> None:
        """The resident's household; twice is once."""

    def remove(self, concern: ConcernId, household: HouseholdId) -> None: ...

    def has(self, concern: ConcernId, household: HouseholdId) -> bool: ...

    def households(self, concern: ConcernId) -> int:
        """How many that live here still."""
