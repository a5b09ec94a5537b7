"""Sittings as the books see them, without Telegram: a clock that is put anywhere, and what was owed by then."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, NamedTuple

from bot.attendance.service import coming, reminding, standing_in
from bot.kit.people import CommunityId, Reader
from bot.roles.model import Appointment, Role
from bot.sittings import service as sittings
from bot.sittings.model.sitting import SittingId
from bot.town import OpenTown
from bot.unit_of_work import UnitOfWork
from storage.database import Database
from tests.databases import sql

SUNSHINE = CommunityId(1)
WANG, CHEN, LI, ZHAO, LIN, SUN = 5000001, 5000002, 5000003, 5000004, 5000005, 5000007
"""王秀英, 陈建国, 李明 and 赵敏 (who have not joined), 林芳 who moderates, 孙国强."""
NEXT = SittingId(2)
"""The one of 2 December."""
DUE: Sequence[Callable[[Any], bool]] = (sittings.convene, reminding.see_to_reminders, standing_in.see_to_silence)


class Owed(NamedTuple):
    chat_id: int
    cause: str
    due_at: datetime
    until: datetime
    outcome: str | None
    text: str


class MovedClock:
    def __init__(self, moment: datetime) -> None:
        self.moment = moment

    def now(self) -> datetime:
        return self.moment

    async def follow(self, wake: object) -> None:
        """Nobody follows."""


@dataclass
class Days:
    """The town without Telegram, and its books."""

    town: OpenTown
    clock: MovedClock
    database: Database

    async def at(self, moment: datetime) -> None:
        """It is then; what is due is done."""
        self.clock.moment = moment
        for use_case in DUE:
            while await self.town.do(use_case):
                pass

    async def says(self, telegram_id: int, *, comes: bool, sitting: SittingId = NEXT) -> None:
        who = Reader(telegram_id, "", community=SUNSHINE, known=True)
        await self.town.do(coming.rsvp, None, who, sitting, comes)

    async def appoint(self, role: Role, *people: int) -> None:
        def work(uow: UnitOfWork) -> None:
            for telegram_id in people:
                building = 3 if role is Role.REPRESENTATIVE else None
                uow.roles.appoint(Appointment(SUNSHINE, telegram_id, role, building))

        await self.town.do(work)

    async def subscribe(self, *people: int) -> None:
        def work(uow: UnitOfWork) -> None:
            for telegram_id in people:
                uow.attendance.subscribe(SUNSHINE, telegram_id, uow.now)

        await self.town.do(work)

    def look(self, query: str, *values: object) -> Sequence[tuple[Any, ...]]:
        with sql(self.database) as run:
            return run(query, *values)

    def owed(self, what: str = "", sitting: SittingId = NEXT) -> Sequence[Owed]:
        """What was ever owed about this sitting for such a reason (`before-24`), in the order in which it was."""
        query = "SELECT chat_id, cause, due_at, until, outcome, params FROM outbox WHERE cause LIKE ? ORDER BY id"
        return [
            Owed(chat, cause, _moment(due_at), _moment(until), outcome, json.loads(params).get("text", ""))
            for chat, cause, due_at, until, outcome, params in self.look(query, f"coming-{sitting}-%")
            if f"-{what}-" in f"{cause}-" or not what
        ]

    def people(self, what: str = "", sitting: SittingId = NEXT) -> Sequence[int]:
        """To whom it is owed or has gone, withdrawn and missed ones left out."""
        return [one.chat_id for one in self.owed(what, sitting) if one.outcome in (None, "sent")]

    def row(self, kind: str, hours: int = 0, sitting: SittingId = NEXT) -> str:
        """What became of a reminder: `sent`, `missed`, `waiting`, or `none`."""
        query = "SELECT sent_at, missed_at FROM sitting_reminders WHERE (sitting_id, kind, hours) = (?, ?, ?)"
        rows = self.look(query, sitting, kind, hours)
        if not rows:
            return "none"
        [(sent_at, missed_at)] = rows
        assert not (sent_at and missed_at)
        return "sent" if sent_at else "missed" if missed_at else "waiting"


def _moment(written: str) -> datetime:
    return datetime.fromisoformat(written).replace(tzinfo=UTC)
