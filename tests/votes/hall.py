"""The town without Telegram, in which votes are opened at a sitting, cast and closed on a clock that the test moves."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from bot.agenda.model.item import Item, ItemId, Scope, freeze
from bot.agenda.model.steps import Step
from bot.due import do_what_is_due
from bot.floor.model.session import Session
from bot.floor.model.treated import Treated
from bot.kit.people import CommunityId, Reader
from bot.residents.model import CONSENT_VERSION, Account, ResidentJoined
from bot.sittings.model.sitting import SittingId
from bot.town import OpenTown
from bot.unit_of_work import UnitOfWork
from bot.votes.model.any_rule import AnyRule
from bot.votes.model.ballot import Choice
from bot.votes.model.card import OptionRow
from bot.votes.model.roll import Cast
from bot.votes.model.rule import AGAINST_ALL, Rule
from bot.votes.model.vote import Motion, Secrecy, Vote, VoteId
from bot.votes.service import casting, changing, opening
from storage.database import Database
from tests.databases import sql

SUNSHINE, LIN = CommunityId(1), 5000005
EVENING = SittingId(2)
SEVEN = datetime(2026, 12, 2, 11, tzinfo=UTC)
"""Wednesday, 19 o'clock in Shanghai: the sitting begins."""
SUNDAY = datetime(2026, 12, 6, 13, tzinfo=UTC)
"""21 o'clock: the vote closes."""
SECOND = timedelta(seconds=1)
CHAIR = Reader(LIN, "林芳", community=SUNSHINE, known=True)


class HandClock:
    def __init__(self) -> None:
        self.moment = SEVEN - timedelta(days=7, hours=9)

    def now(self) -> datetime:
        return self.moment

    async def follow(self, wake: object) -> None:
        """Nobody follows."""


@dataclass
class Hall:
    town: OpenTown
    clock: HandClock
    database: Database
    updates: int = 0

    async def at(self, moment: datetime) -> None:
        """It is that late now, and what is due is done."""
        self.clock.moment = moment
        await do_what_is_due(self.town)

    async def opens(
        self,
        rule: AnyRule,
        secrecy: Secrecy = Secrecy.DETACHED,
        *,
        changeable: bool = True,
        closes: datetime = SUNDAY,
        basis: str = "",
    ) -> Vote:
        """At seven on Wednesday the chair has an item open, and opens a vote on it."""
        self.clock.moment = max(self.clock.moment, SEVEN)
        item = await self.town.do(put_on_floor, None, words=words_of(rule))
        motion = Motion(item.id, rule, secrecy, closes, changeable, card_of(rule), basis)
        return await self.town.do(opening.open_vote, None, CHAIR, self.key(), motion)

    async def joins(self, telegram_id: int, building: int, unit: int, room: str, name: str | None = None) -> Reader:
        """The first adult there who has not joined, or this one, joins."""
        return await self.town.do(join, None, telegram_id, (building, unit, room), name)

    async def casts(self, who: Reader, vote: Vote, *choice: str) -> Cast:
        return await self.town.do(casting.cast, None, who, vote.id, choice, self.key())

    async def annuls(self, vote: Vote, reason: str) -> Vote:
        return await self.town.do(changing.annul, None, CHAIR, vote.id, reason)

    async def extends(self, vote: Vote, until: datetime, reason: str = "再等等出差的邻居") -> Vote:
        return await self.town.do(changing.extend, None, CHAIR, vote.id, until, reason)

    async def vote(self, vote: VoteId) -> Vote:
        return await self.town.ask(lambda uow: uow.votes.get(vote))

    async def counted(self, vote: Vote) -> list[Choice]:
        """Ballots as they are published."""
        return sorted((await self.town.ask(lambda uow: uow.ballots.counted(vote))).values())

    def key(self) -> str:
        self.updates += 1
        return f"1000000-{self.updates}"

    def rows(self, query: str, *values: object) -> Sequence[tuple[Any, ...]]:
        with sql(self.database) as run:
            return run(query, *values)

    @property
    def path(self) -> Path:
        """Of books on SQLite."""
        return Path(str(self.database))


def put_on_floor(uow: UnitOfWork, scope: Scope = Scope.RESIDENTS, words: str = "同意换路灯。") -> Item:
    """An item that the group had in time; the chair of a sitting with its quorum has just opened it."""
    told = ("换路灯", "3号楼", "太暗", "换上")
    key, step = f"test-{uow.now}-{len(uow.floor.treated(EVENING))}", Step.REVIEWING
    draft = Item(ItemId(0), SUNSHINE, 0, key, 5000001, *told, uow.now, step, uow.now, scope=scope)
    item, wording = freeze(uow.agenda.add(draft), words, uow.now, LIN)
    uow.agenda.keep_wording(wording)
    item = replace(item.scheduled(EVENING, 1, 10), step=Step.RESOLVING)
    uow.agenda.save(item)
    uow.floor.begin(Session(EVENING, SUNSHINE, uow.now, LIN, "0815"))
    for before in uow.floor.treated(EVENING):
        uow.floor.save_treated(replace(before, closed_at=uow.now))
    uow.floor.treat(Treated(EVENING, item.id, len(uow.floor.treated(EVENING)) + 1, uow.now, LIN, voted=True))
    return item


def words_of(rule: AnyRule) -> str:
    """A motion with the options of this rule, as they are frozen with it."""
    options = rule.options if isinstance(rule, Rule) else ()
    return "\n".join(("同意换路灯。", *(f"方案：{option}" for option in options if option != AGAINST_ALL)))


def card_of(rule: AnyRule) -> Sequence[OptionRow]:
    options = rule.options if isinstance(rule, Rule) else ()
    return [
        OptionRow(option, "2万元", "两周", "3号楼", "噪音", "三家报价") for option in options if option != AGAINST_ALL
    ]


def join(uow: UnitOfWork, telegram_id: int, door: tuple[int, int, str], name: str | None) -> Reader:
    home = uow.residents.household_at(SUNSHINE, *door)
    place = next(
        one
        for one in uow.residents.household_members(home.id)
        if one.free and one.age_band != "minor" and name in (None, one.name)
    )
    uow.residents.save_account(Account(telegram_id, place.name, "zh", False, SUNSHINE, CONSENT_VERSION), uow.now)
    uow.consents.give(telegram_id, CONSENT_VERSION, uow.now)
    assert uow.residents.claim_place(place.id, telegram_id, uow.now)
    reader = Reader(telegram_id, place.name, community=SUNSHINE, known=True)
    uow.record(ResidentJoined(uow.residents.on_roll(reader)))
    return reader
