"""Books of an empty community, for tests that bring rolls in without Telegram."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, text

from bot.config import Config
from bot.reactions import REACTIONS
from bot.residents.model import ResidentId
from bot.roll import service
from bot.roll.model import Counts, Roll
from bot.unit_of_work import UnitOfWork
from storage.unit_of_work import SqlUnitOfWork

NOW = datetime(2026, 11, 25, 2, tzinfo=UTC)
NOBODY = 0


class Books:
    """An empty community, and an hour between two actions."""

    def __init__(self, connection: Connection, config: Config) -> None:
        self._connection = connection
        self._config = config
        self._now = NOW
        self.community = self.uow().residents.found("春风里", NOW).id

    def uow(self) -> UnitOfWork:
        self._now += timedelta(hours=1)
        return SqlUnitOfWork(self._connection, self._now, self._config.community, "")

    def bring_in(self, roll: Roll, moved: Callable[[ResidentId], bool] = lambda _: True) -> Counts:
        offer = service.offer_in(self.uow(), self.community, NOBODY, roll)
        waiting = self.uow().roll_imports.numbered(self.community, offer.id)
        assert waiting is not None
        told = waiting.told({one.resident: moved(one.resident) for one in offer.absent})
        self.uow().roll_imports.save(told, self._now)
        uow = self.uow()
        counts = service.apply_in(uow, self.community, offer.id).counts
        self.follow(uow)
        return counts

    def rows(self, query: str) -> Sequence[tuple[Any, ...]]:
        return [tuple(row) for row in self._connection.execute(text(query))]

    def join(self, amount: int) -> Sequence[int]:
        """The first few of the roll are on Telegram now."""
        here = self.rows(f"SELECT id FROM residents WHERE left_at IS NULL LIMIT {amount}")  # noqa: S608
        for (resident,) in here:
            self.uow().residents.claim_place(ResidentId(resident), 7_000_000 + resident, self._now)
        return [resident for (resident,) in here]

    def has_flats_besides(self, joiners: Sequence[int]) -> None:
        """Each of the joined has the next place on the roll that nobody has as well, and speaks from there."""
        for resident in joiners:
            free = """SELECT id FROM residents WHERE left_at IS NULL AND telegram_id IS NULL AND held_by IS NULL
                      AND household_id NOT IN (SELECT household_id FROM residents WHERE telegram_id = {0})"""
            for (place,) in self.rows(free.format(7_000_000 + resident) + " LIMIT 1"):
                self.uow().residents.claim_place(ResidentId(place), 7_000_000 + resident, self._now, both=True)

    def follow(self, uow: UnitOfWork) -> None:
        for event in uow.events:
            for reaction in REACTIONS.get(type(event), ()):
                reaction(uow, event)
