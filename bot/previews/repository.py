"""What must be kept about previews."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from bot.previews.model.notice import Publication, Slot
from bot.previews.model.tasks import Due
from bot.sittings.model.sitting import Sitting, SittingId


class Previews(Protocol):
    """What was locked and published of agendas, and what is to be done about them."""

    def publish(self, publication: Publication, slots: Sequence[Slot]) -> bool:
        """Lock these, once for each sitting and notice; whether it was not before.

        What was locked with another notice, and has changed to this one since, is locked anew.
        """

    def slots(self, sitting: SittingId) -> Sequence[Slot]:
        """What was locked, in its order then."""

    def publications(self, sitting: SittingId) -> Sequence[Publication]:
        """The longest notice first; `accepted_at` is as the outbox knows it now."""

    def unplanned(self, days: int, now: datetime, most: int) -> Sequence[Sitting]:
        """Sittings to come whose notice of so many days was neither locked nor planned; the earliest first."""

    def plan(self, due: Due) -> None:
        """In place of what was planned of this task, or anew."""

    def due(self, now: datetime, most: int) -> Sequence[Due]:
        """The earliest first; they are this transaction's."""

    def done(self, due: Due) -> None: ...

    def withdraw(self, sitting: SittingId) -> None:
        """Nothing more is to be done about this sitting."""
