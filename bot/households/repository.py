"""What must be kept about households' own matters."""

from collections.abc import Sequence
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

    def standing(self, resident: Resident) -> Sequence[Mandate]:
        """What this resident was given or is proposed for, even if they have left since: it is to be ended then."""

    def note_move(self, resident: Resident, how: How, at: datetime, to: HouseholdId | None = None) -> None:
        """Add to the history of where somebody lives; `to` which household they moved."""
