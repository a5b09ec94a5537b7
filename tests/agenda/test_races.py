"""Two at once: a proposal by two taps, the household that makes it enough, whatever a year of deeds does."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.agenda.forms import Kind, Proposal, Writing
from bot.agenda.model.events import ItemMoved
from bot.agenda.model.item import Entry, Item, ItemId, Scope, Side
from bot.agenda.model.refusals import NoItem
from bot.agenda.model.steps import OVER, STEPS, Need, Step
from bot.agenda.service import drafting, moving, proposing, reading, scheduling, supporting, writing
from bot.config import Config
from bot.kit.forms import Place
from bot.kit.people import Reader
from bot.roles.model import Appointment, NotAllowed, Role
from bot.sittings.model.sitting import Sitting, SittingId
from bot.unit_of_work import UnitOfWork
from storage.database import Database
from storage.unit_of_work import SqlUnitOfWork
from tests.agenda.items import CHEN, LIN, SUN, SUNSHINE, WANG, item
from tests.databases import LINK
from tests.storage.works import NOW, never_committed, tries

pytestmark = pytest.mark.both


def reader(telegram_id: int) -> Reader:
    return Reader(telegram_id, "", community=SUNSHINE, known=True)


PEOPLE = {one: reader(one) for one in (WANG, CHEN, LIN, SUN)}


def place(by: int) -> Place:
    return Place(by, by)


def told(uow: UnitOfWork, key: str = "1-7", by: int = WANG) -> Proposal:
    return drafting.begin(uow, PEOPLE[by], place(by), Proposal(key, "装路灯", "西门", "", ""))


def collecting(uow: UnitOfWork, households: int = 4, step: Step = Step.COLLECTING) -> Item:
    kept = uow.agenda.add(item(step, uow.now))
    for floor in range(1, households + 1):
        home = uow.residents.household_at(SUNSHINE, 20, 1, f"{floor}01")
        uow.agenda.support(kept.id, home.id, 9000000 + floor, uow.now)
    return kept


async def test_a_proposal_confirmed_by_ten_taps_at_once_is_one(database: Database, config: Config) -> None:
    with database.books(config.community, LINK) as books:
        await books.write(told, NOW)
        confirm = [
            books.write(lambda uow: proposing.propose(uow, PEOPLE[WANG], place(WANG), "1-7"), NOW) for _ in range(10)
        ]
        assert {made.number for made in await asyncio.gather(*confirm)} == {1}


async def test_two_households_that_cross_the_threshold_at_once_move_it_once(database: Database, config: Config) -> None:

    def supports(by: int) -> Callable[[UnitOfWork], bool]:
        def work(uow: UnitOfWork) -> bool:
            supporting.support(uow, PEOPLE[by], ItemId(1), True)
            return any(isinstance(event, ItemMoved) for event in uow.events)

        return work

    with database.books(config.community, LINK) as books:
        await books.write(collecting, NOW)
        moved = await asyncio.gather(*(books.write(supports(by), NOW) for by in (WANG, CHEN, SUN) * 3))
        now = await books.read(lambda uow: uow.agenda.get(ItemId(1), SUNSHINE), NOW)
        count = await books.read(lambda uow: uow.agenda.supporters(ItemId(1)), NOW)
        history = await books.read(lambda uow: uow.agenda.history(ItemId(1)), NOW)
    assert (now.step, count, sum(moved)) == (Step.PROPOSED, 7, 1)
    assert [line.deed for line in history] == [Step.PROPOSED]


async def test_two_of_one_household_are_one_supporter(database: Database, config: Config) -> None:

    def joins_the_family(uow: UnitOfWork) -> None:
        home = uow.residents.household_at(SUNSHINE, 3, 2, "502")
        other = next(one for one in uow.residents.household_members(home.id) if one.telegram_id is None)
        uow.residents.claim_place(other.id, 7000001, uow.now)

    with database.books(config.community, LINK) as books:
        await books.write(collecting, NOW)
        await books.write(joins_the_family, NOW)
        await books.write(lambda uow: supporting.support(uow, PEOPLE[WANG], ItemId(1), True), NOW)
        assert await books.read(lambda uow: uow.agenda.supporters(ItemId(1)), NOW) == 5


async def test_another_communitys_item_is_none(database: Database, config: Config) -> None:

    def elsewhere(uow: UnitOfWork) -> Reader:
        other = uow.residents.found("春风里", uow.now).id
        uow.roles.appoint(Appointment(other, LIN, Role.MODERATOR))
        return Reader(LIN, "", community=other, known=True)

    async def refused(work: Callable[[UnitOfWork], object], why: type[Exception]) -> None:
        with pytest.raises(why):
            await books.write(work, NOW)

    with database.books(config.community, LINK) as books:
        await books.write(collecting, NOW)
        there = await books.write(elsewhere, NOW)
        one = ItemId(1)
        for work in (
            lambda uow: reading.of(uow, there, one),
            lambda uow: reading.numbered(uow, there, 1),
            lambda uow: moving.set_scope(uow, there, one, Scope.COUNCIL),
            lambda uow: moving.advance(uow, there, one, Step.COLLECTING),
            lambda uow: scheduling.choices(uow, there, one),
            lambda uow: writing.begin(uow, there, place(LIN), Writing("1-1", one, Kind.DROP)),
            lambda uow: supporting.support(uow, there, one, True),
        ):
            await refused(work, NoItem)
        await refused(lambda uow: moving.set_scope(uow, PEOPLE[CHEN], one, Scope.COUNCIL), NotAllowed)


def _writes(kind: Kind) -> Callable[[UnitOfWork, Reader], object]:
    def work(uow: UnitOfWork, by: Reader) -> object:
        here = place(by.telegram_id)
        answers = next((p.id for p in uow.agenda.points(ItemId(1), Side.QUESTION, Side.OBJECTION)), None)
        writing.begin(uow, by, here, Writing("1-1", ItemId(1), kind, answers if kind.side is Side.ANSWER else None))
        writing.hear(uow, here, "1-1", "说几句", None)
        return writing.keep(uow, by, here, "1-1", ItemId(1))

    return work


def _moves_on(uow: UnitOfWork, by: Reader) -> object:
    return moving.advance(uow, by, ItemId(1), uow.agenda.get(ItemId(1), SUNSHINE).step)


DEEDS: dict[str, Callable[[UnitOfWork, Reader], object]] = {
    "support": lambda uow, by: supporting.support(uow, by, ItemId(1), True),
    "support no more": lambda uow, by: supporting.support(uow, by, ItemId(1), False),
    "scope": lambda uow, by: moving.set_scope(uow, by, ItemId(1), Scope.RESIDENTS),
    "on": _moves_on,
    "put on": lambda uow, by: scheduling.put_on(uow, by, ItemId(1), SittingId(1), 10),
    "take off": lambda uow, by: scheduling.take_off(uow, by, ItemId(1), SittingId(1)),
    "shift": lambda uow, by: scheduling.shift(uow, by, ItemId(1), True),
    "withdraw": lambda uow, by: moving.withdraw(uow, by, ItemId(1)),
    "join": lambda uow, by: moving.join(uow, by, ItemId(1), ItemId(2)),
} | {f"write {kind}": _writes(kind) for kind in Kind}
MOSTLY = ("on", "on", "scope", "support", "put on", "write wording", "write pro", "write question")


@dataclass(frozen=True)
class Move:
    """Somebody tries something, so many days later."""

    what: str
    by: int
    days: int


histories = st.lists(
    st.builds(Move, st.sampled_from(MOSTLY), st.just(LIN) | st.sampled_from([WANG, CHEN, SUN]), st.integers(0, 4))
    | st.builds(Move, st.sampled_from(sorted(DEEDS)), st.sampled_from([*PEOPLE]), st.integers(0, 1)),
    min_size=5,
    max_size=25,
)


STARTS = (Step.COLLECTING, Step.PROPOSED, Step.DELIBERATING, Step.REVIEWING, Step.PUBLISHED, Step.CARRIED_OUT)


@given(st.sampled_from(STARTS), histories)
@settings(max_examples=40)
def test_whatever_is_tried_the_table_holds(
    uncommitted: Database, config: Config, start: Step, history: list[Move]
) -> None:
    """No step without its needs, back only by an upheld objection, by moderators or itself; what is over is nowhere."""
    with never_committed(uncommitted) as connection:
        now = NOW

        def books() -> SqlUnitOfWork:
            return SqlUnitOfWork(connection, now, config.community, LINK)

        collecting(books(), 3, start)
        books().agenda.add(item(Step.COLLECTING, NOW, key=1, proposer=CHEN))
        starts = Sitting(SittingId(0), SUNSHINE, "x", NOW + timedelta(days=60), None, NOW)
        books().sittings.add(starts)
        for move in history:
            now += timedelta(days=move.days)
            before = books().agenda.get(ItemId(1), SUNSHINE)
            happened = tries(connection, books(), partial(_does, move))
            after = books().agenda.get(ItemId(1), SUNSHINE)
            _check(books(), before, after, move, happened)


def _does(move: Move, uow: UnitOfWork) -> object:
    return DEEDS[move.what](uow, PEOPLE[move.by])


def _check(uow: UnitOfWork, before: Item, after: Item, move: Move, happened: Sequence[object]) -> None:
    moves = [event for event in happened if isinstance(event, ItemMoved) and event.item.id == after.id]
    assert len(moves) == (before.step is not after.step)
    assert not before.over or after == before
    assert after.step is not Step.RESOLVING, "only the chair of a sitting begins to resolve"
    if after.step is STEPS[before.step].leads_to:
        assert before.step is Step.COLLECTING or move.by == LIN
        assert Need.SCOPE not in STEPS[before.step].needs or after.scope is not None
        assert after.step is not Step.DONE or _evaluated(uow, after)
    elif (before.step, after.step) == (Step.PUBLISHED, Step.REVIEWING):
        assert move.by == LIN
        assert after.outcome is None
    elif after.step is not before.step:
        assert after.step in OVER
        assert move.by in (LIN, WANG)
    if after.over:
        assert after.sitting is None
    frozen = [line for line in uow.agenda.history(after.id) if line.deed is Entry.WORDED]
    assert after.version == len(frozen)


def _evaluated(uow: UnitOfWork, item: Item) -> bool:
    return any(line.deed is Entry.EVALUATED for line in uow.agenda.history(item.id))
