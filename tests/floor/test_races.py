"""Whoever does what in whatever order on one evening: one item is open, nobody counts twice, nothing half resolved."""

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection

from bot.agenda.model.item import Item, ItemId, Outcome, freeze
from bot.agenda.model.steps import Step
from bot.config import Config
from bot.delivery.model import Board
from bot.floor.model.queue import Stand
from bot.floor.service import chairing, coming_in, counting, due, items, speaking
from bot.kit.forms import Place
from bot.kit.people import Reader
from bot.previews.model.notice import Publication
from bot.previews.model.notice import Slot as Locked
from bot.roles.model import Appointment, Role
from bot.sittings.model.sitting import Sitting, SittingId
from bot.unit_of_work import UnitOfWork
from storage.database import Database
from storage.unit_of_work import SqlUnitOfWork
from tests.floor.evening import SUNSHINE, add
from tests.storage.works import NOW, never_committed, tries

pytestmark = pytest.mark.both

WANG, CHEN, LIN, HE = PEOPLE = [
    Reader(number, name, community=SUNSHINE, known=True)
    for number, name in ((5000001, "王秀英"), (5000002, "陈建国"), (5000005, "林芳"), (5000008, "何伟"))
]
"""One of the council, one more who moderates too, one who only moderates, a stranger."""
Try = Callable[[UnitOfWork, Reader, SittingId, ItemId], object]
TRIES: dict[str, Try] = {
    "open": lambda uow, by, sitting, _: chairing.open_sitting(uow, by, sitting),
    "take the chair": lambda uow, by, sitting, _: chairing.take_chair(uow, by, sitting),
    "give the chair": lambda uow, by, sitting, _: chairing.give_chair(uow, by, sitting, LIN.telegram_id),
    "come": lambda uow, by, sitting, _: coming_in.from_afar(uow, by, _place(by), sitting),
    "guess": lambda uow, by, _, __: coming_in.by_code(uow, by, _place(by), "0000"),
    "open an item": lambda uow, by, sitting, item: items.open_item(uow, by, sitting, item),
    "close an item": lambda uow, by, sitting, item: items.close_item(uow, by, sitting, item),
    "ask": lambda uow, by, sitting, item: speaking.ask(uow, by, sitting, item, Stand.PRO),
    "object": lambda uow, by, sitting, item: speaking.ask(uow, by, sitting, item, Stand.CON),
    "next": lambda uow, by, sitting, item: speaking.next_please(uow, by, sitting, item, _speaks(uow, sitting, item)),
    "count": lambda uow, by, sitting, item: _counts(uow, by, sitting, item),
    "close": lambda uow, by, sitting, _: chairing.close(uow, by, sitting),
    "time": lambda uow, _, __, ___: due.see_to_sittings(uow),
}
OFTEN = ("open an item", "open an item", "ask", "object", "next", "count", "come")
moves = st.tuples(st.sampled_from([*TRIES, *OFTEN]), st.sampled_from([*PEOPLE, CHEN, CHEN]), st.integers(0, 1))
further = st.lists(moves, max_size=30)
usually = [("open", CHEN, 0), ("come", CHEN, 0), ("come", WANG, 0)]
histories = st.booleans().flatmap(lambda begun: further.map(lambda more: [*(usually if begun else []), *more]))


def _place(by: Reader) -> Place:
    return Place(by.telegram_id, by.telegram_id)


def _speaks(uow: UnitOfWork, sitting: SittingId, item: ItemId) -> int:
    return next((turn.id for turn in uow.floor.turns(sitting, item) if turn.speaks), 0)


def _counts(uow: UnitOfWork, by: Reader, sitting: SittingId, item: ItemId) -> None:
    counting.begin(uow, by, _place(by), "1-1", sitting, item)
    for number in (1, 1, 0):
        counting.tell(uow, by, _place(by), "1-1", number)
    counting.record(uow, by, _place(by), "1-1")


class OneEvening:
    """In books that are never committed: two items, both published in time."""

    def __init__(self, connection: Connection, config: Config) -> None:
        self._connection = connection
        self._config = config
        self.sitting, self.items = _prepare(SqlUnitOfWork(connection, NOW - timedelta(days=8), config.community, ""))

    def books(self) -> SqlUnitOfWork:
        return SqlUnitOfWork(self._connection, NOW, self._config.community, "")

    def goes_on(self, what: str, by: Reader, item: int) -> None:
        does = TRIES[what]
        tries(self._connection, self.books(), lambda uow: does(uow, by, self.sitting.id, self.items[item].id))

    def item(self, number: int) -> Item:
        return self.books().agenda.get(self.items[number].id, SUNSHINE)


def _prepare(uow: SqlUnitOfWork) -> tuple[Sitting, list[Item]]:
    for person, role in ((WANG, Role.REPRESENTATIVE), (CHEN, Role.REPRESENTATIVE), (CHEN, Role.MODERATOR)):
        building = 3 if role is Role.REPRESENTATIVE else None
        uow.roles.appoint(Appointment(SUNSHINE, person.telegram_id, role, building))
    sitting = uow.sittings.add(Sitting(SittingId(0), SUNSHINE, "races", NOW, None, uow.now))
    made = []
    for position, what in enumerate(("加装电梯", "换路灯"), 1):
        worded, wording = freeze(add(uow, what), "同意。", uow.now, LIN.telegram_id)
        made.append(worded.scheduled(sitting.id, position, 10))
        uow.agenda.save(made[-1])
        uow.agenda.keep_wording(wording)
    slots = [Locked(sitting.id, item.id, 1, item.position, 10, 7, item.scope) for item in made]
    uow.previews.publish(Publication(sitting.id, 7, uow.now, board="races"), slots)
    uow.outbox.show(Board("races", -1, {"text": "-"}, uow.now))
    for owed in uow.outbox.claim(uow.now, 1000, ()):
        uow.outbox.sent(owed, uow.now, 1)
    return sitting, made


@contextmanager
def an_evening(database: Database, config: Config) -> Iterator[OneEvening]:
    with never_committed(database) as connection:
        yield OneEvening(connection, config)


def test_the_usual_evening_decides_something(uncommitted: Database, config: Config) -> None:
    """Or the histories below would prove little."""
    with an_evening(uncommitted, config) as evening:
        for what in ("open", "come", "open an item", "count", "close an item", "close"):
            evening.goes_on(what, CHEN, 0)
            if what == "come":
                evening.goes_on(what, WANG, 0)
        item = evening.item(0)
        assert (item.step, item.outcome) == (Step.PUBLISHED, Outcome.REJECTED)  # one is for it, one against
        assert evening.item(1).sitting is None


@given(histories)
@settings(max_examples=40)
def test_one_item_is_open_and_its_step_fits(
    uncommitted: Database, config: Config, history: list[tuple[str, Reader, int]]
) -> None:
    with an_evening(uncommitted, config) as evening:
        for move in history:
            evening.goes_on(*move)
            treated = {one.item: one for one in evening.books().floor.treated(evening.sitting.id)}
            assert sum(one.closed_at is None for one in treated.values()) <= 1
            for number in (0, 1):
                item, one = evening.item(number), treated.get(evening.items[number].id)
                voting = one is not None and one.voted and one.closed_at is None
                decided = one is not None and one.closed_at is not None and one.result is not None
                assert (item.step is Step.RESOLVING) == voting
                assert (item.step is Step.PUBLISHED) == decided == (item.outcome is not None)


@given(histories)
@settings(max_examples=40)
def test_nobody_is_there_twice_speaks_out_of_turn_or_acts_without_the_chair(
    uncommitted: Database, config: Config, history: list[tuple[str, Reader, int]]
) -> None:
    with an_evening(uncommitted, config) as evening:
        for move in history:
            before = len(evening.books().floor.log(evening.sitting.id))
            evening.goes_on(*move)
            floor = evening.books().floor
            there = [one.telegram_id for one in floor.check_ins(evening.sitting.id)]
            assert len(there) == len(set(there))
            assert HE.telegram_id not in there
            turns = floor.turns(evening.sitting.id)
            assert sum(turn.speaks for turn in turns) <= 1
            assert {turn.telegram_id for turn in turns} <= set(there)
            called = Counter((turn.item, turn.telegram_id) for turn in turns if turn.called_at)
            assert max(called.values(), default=0) <= config.community.floor.turns
            for line in floor.log(evening.sitting.id)[before:]:
                assert line.by in (0, CHEN.telegram_id, LIN.telegram_id)
