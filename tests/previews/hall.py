"""The town without Telegram: books, a clock that the test moves, and a courier by hand."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from bot.agenda.model.events import ItemScheduled, ItemUnscheduled, WordingFrozen
from bot.agenda.model.item import Item, ItemId, Scope, freeze
from bot.agenda.model.steps import Step
from bot.delivery.outcomes import Sent
from bot.delivery.service import claim, settle
from bot.due import do_what_is_due
from bot.kit.people import CommunityId, Reader
from bot.previews.model.program import Program
from bot.previews.service import looking
from bot.sittings.model.sitting import SittingId
from bot.town import OpenTown
from bot.unit_of_work import UnitOfWork
from storage.database import Database
from tests.databases import sql

SUNSHINE, GROUP, LIN, WANG = CommunityId(1), -1001000000001, 5000005, 5000001
OPENING = datetime(2026, 11, 25, 2, tzinfo=UTC)
"""Wednesday, 10 o'clock in Shanghai."""
NEXT = SittingId(2)
START = datetime(2026, 12, 2, 11, tzinfo=UTC)
"""Of the next Wednesday's sitting, 19 o'clock in Shanghai; the group must have its preview a week before."""
DEADLINE = START - timedelta(days=7)
LOCK = DEADLINE - timedelta(hours=1)
SECOND = timedelta(seconds=1)


class HandClock:
    def __init__(self) -> None:
        self.moment = OPENING

    def now(self) -> datetime:
        return self.moment

    async def follow(self, wake: object) -> None:
        """Nobody follows."""


@dataclass
class Hall:
    town: OpenTown
    clock: HandClock
    database: Database
    messages: int = field(default=100)

    async def at(self, moment: datetime) -> None:
        """It is that late now, and what is due is done; nothing is delivered."""
        self.clock.moment = moment
        await do_what_is_due(self.town)

    async def deliver(self) -> None:
        """Telegram takes at this very moment whatever is due."""
        while owed := await self.town.do(claim, None, 100, ()):
            for one in owed:
                self.messages += 1
                await self.town.do(settle, None, one, Sent(self.messages))

    async def lived_until(self, moment: datetime) -> None:
        await self.at(moment)
        await self.deliver()

    async def has(
        self, what: str, *, sitting: SittingId = NEXT, worded: bool = True, scope: Scope = Scope.COUNCIL
    ) -> Item:
        """An item on that agenda; a moderator put it there."""
        return await self.town.do(schedule, None, what, sitting, worded, scope)

    async def rewords(self, item: Item, words: str) -> None:
        await self.town.do(reword, None, item.id, words)

    async def takes_off(self, item: Item) -> None:
        await self.town.do(take_off, None, item.id)

    async def sees(self, sitting: SittingId = NEXT) -> Program:
        return await self.town.ask(looking.program, Reader(WANG, "王秀英", community=SUNSHINE, known=True), sitting)

    async def votes(self, sitting: SittingId = NEXT) -> list[str]:
        """Why each of its items is only talked about; empty for those that are voted."""
        return [entry.why or "" for entry in (await self.sees(sitting)).entries]

    def rows(self, query: str, *values: object) -> Sequence[tuple[Any, ...]]:
        with sql(self.database) as run:
            return run(query, *values)

    def writes(self, change: str) -> None:
        """Somebody changes the books by hand."""
        with sql(self.database) as run:
            run(change)

    def owed(self, board: str) -> str:
        """What the group's board of this name is to show; empty where nothing is owed."""
        query = "SELECT params FROM outbox JOIN boards ON boards.id = board_id WHERE done_at IS NULL AND name = ?"
        found = self.rows(query, board)
        return str(json.loads(found[0][0])["text"]) if found else ""

    def causes(self, like: str) -> list[str]:
        return [str(cause) for (cause,) in self.rows("SELECT cause FROM outbox WHERE cause LIKE ? ORDER BY id", like)]


def schedule(uow: UnitOfWork, what: str, sitting: SittingId, worded: bool, scope: Scope) -> Item:
    position = len(uow.agenda.of_sitting(sitting)) + 1
    made = Item(
        ItemId(0), SUNSHINE, 0, f"test-{what}", LIN, what, "3号楼", "不方便", "修好", uow.now,
        Step.REVIEWING, uow.now, scope=scope,
    )  # fmt: skip
    item = uow.agenda.add(made).scheduled(sitting, position, 10)
    uow.agenda.save(item)
    uow.record(ItemScheduled(item))
    return reword(uow, item.id, f"同意{what}。") if worded else item


def reword(uow: UnitOfWork, item: ItemId, words: str) -> Item:
    after, wording = freeze(uow.agenda.get(item, SUNSHINE), words, uow.now, LIN)
    uow.agenda.save(after)
    uow.agenda.keep_wording(wording)
    uow.record(WordingFrozen(after, wording))
    return after


def take_off(uow: UnitOfWork, item: ItemId) -> None:
    before = uow.agenda.get(item, SUNSHINE)
    uow.agenda.save(before.unscheduled())
    uow.record(ItemUnscheduled(before))
