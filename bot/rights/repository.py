"""What must be kept about people's requests, and how what is kept about them is found and erased."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from bot.kit.events import Subject
from bot.kit.people import CommunityId
from bot.residents.model import Resident
from bot.rights.model import Correction, Deletion, Field, Kept, Kind, Outcome


class Rights(Protocol):
    """Requests of people about their own data. The audit (`note`, `done`) holds nothing personal."""

    def note(self, kind: Kind, community: CommunityId | None, at: datetime) -> int:
        """Somebody asked; the request's number."""

    def done(self, request: int, outcome: Outcome, at: datetime) -> None: ...

    def kept(self, telegram_id: int) -> Sequence[Kept]:
        """Everything about this person, in all tables, as these declare it."""

    def erase(self, telegram_id: int) -> Sequence[Subject]:
        """Take the person out of all tables, as these declare it; what was theirs and others may have on screen."""

    def deletion(self, telegram_id: int) -> Deletion | None: ...

    def add_deletion(self, deletion: Deletion) -> None: ...

    def drop_deletion(self, deletion: Deletion) -> None: ...

    def put_off(self, deletion: Deletion, until: datetime) -> None: ...

    def near(self, due_before: datetime, most: int) -> Sequence[Deletion]:
        """Take deletions that nobody was reminded of and that are due by then; they count as reminded of now."""

    def due(self, now: datetime, most: int) -> Sequence[Deletion]: ...

    def waiting(self, resident: Resident, field: Field) -> Correction | None:
        """The correction that nobody has decided yet."""

    def add_correction(self, correction: Correction) -> Correction:
        """It comes back with its id."""

    def correction(self, number: int) -> Correction:
        """Raises `NoCorrection`."""

    def save_correction(self, correction: Correction) -> None: ...
