"""What must be kept about households' own matters."""

from datetime import datetime
from typing import Protocol

from bot.households.model import End, How, Mandate
from bot.residents.model import HouseholdId, Resident


class Households(Protocol):
    """Mandates and moves; what has ended stays as history."""

    def mandate(self, household: HouseholdId, *, accepted: bool) -> Mandate | None:
        """Who speaks for the household, or is proposed to; at most one of each."""

    def propose(self, nominee: Resident, by: Resident, at: datetime) -> Mandate: ...

    def accept(self, mandate: Mandate, at: datetime) -> None: ...

    def ask_to_end(self, mandate: Mandate, by: Resident) -> None: ...

    def end(self, mandate: Mandate, how: End, at: datetime) -> None: ...

    def end_elsewhere(self, resident: Resident, at: datetime) -> None:
        """Whoever speaks from another place now speaks for no household they were in before."""

    def note_move(self, resident: Resident, how: How, at: datetime) -> None:
        """Add to the history of where somebody lives."""
