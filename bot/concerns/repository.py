"""What must be kept about concerns."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from bot.concerns.model.concern import Concern, ConcernId, Line, Partner
from bot.concerns.model.life import Deed, Entry
from bot.kit.people import CommunityId
from bot.residents.model import HouseholdId, Resident


class Concerns(Protocol):
    """Concerns and what happened to each."""

    def next_number(self, community: CommunityId) -> int:
        """Take the next number; given out once, whoever asks at the same time."""

    def add(self, concern: Concern) -> Concern:
        """Keep a new concern; it comes back with its id."""

    def save(self, concern: Concern) -> None:
        """Keep a concern's new state."""

    def note(
        self,
        concern: Concern,
        deed: Deed | Entry,
        by: int,
        at: datetime,
        words: str = "",
        photo: str | None = None,
        *,
        until: datetime | None = None,
        to: Partner | None = None,
    ) -> int:
        """Add a line to the history, with the day and the partner that were said; its number."""

    def line(self, line: int) -> Line:
        """Raises `NoConcern`."""

    def lines(self, concern: ConcernId) -> Sequence[Line]:
        """The history, oldest first."""

    def to_look_at(self, now: datetime, most: int) -> Sequence[Concern]:
        """Those whose clock has passed a mark, the earliest first."""

    def duplicates(self, original: ConcernId) -> Sequence[Concern]:
        """Those that go on as this one."""

    def with_id(self, concern: ConcernId) -> Concern:
        """Raises `NoConcern`."""

    def with_key(self, key: str) -> Concern | None: ...

    def numbered(self, community: CommunityId | None, number: int) -> Concern:
        """Raises `NoConcern`."""

    def of(self, community: CommunityId, telegram_id: int, most: int) -> Sequence[Concern]:
        """The newest that this person has raised, wherever they lived then; newest first."""

    def belong_to(self, resident: Resident) -> None:
        """What was told for this resident before they had joined is theirs from now on."""


class Chains(Protocol):
    """What everybody may look up of concerns."""

    def newest_open(self, community: CommunityId, building: int | None, category: str, most: int) -> Sequence[Concern]:
        """The newest of a kind in a building (None: outside all) in which something is still to be done."""

    def allow_name(self, concern: ConcernId, named: bool) -> None:
        """Whether its author's name may be shown to everybody."""


class Supporters(Protocol):
    """Households that have met a trouble which another has raised."""

    def add(self, concern: ConcernId, resident: Resident, at: datetime) -> None:
        """The resident's household; twice is once."""

    def remove(self, concern: ConcernId, household: HouseholdId) -> None: ...

    def has(self, concern: ConcernId, household: HouseholdId) -> bool: ...

    def people(self, concern: ConcernId) -> Sequence[Resident]:
        """Who said so for each household, as far as they live there still."""

    def households(self, concern: ConcernId) -> int:
        """How many that live here still."""
