"""Asking for the floor, and giving it: who speaks next is a rule, not the chair's taste (row R101)."""

from dataclasses import dataclass, replace

from bot.agenda.model.item import Item, ItemId
from bot.floor.model.desk import Desk
from bot.floor.model.events import FloorGiven, QueueChanged
from bot.floor.model.log import ChairDeed, ChairLine
from bot.floor.model.queue import Stand, Turn, check_may_ask, in_order
from bot.floor.model.refusals import ChairsNow, CheckInFirst, NoItemOpen, NotOpen
from bot.floor.model.session import Session
from bot.floor.service.looking import chairing_item, desk, open_now
from bot.kit.people import Reader
from bot.sittings.model.sitting import SittingId
from bot.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class Queued:
    """Where somebody stands in the queue on an item."""

    sitting: SittingId
    item: Item
    turn: Turn | None
    """None: they have not asked."""
    before: int
    """So many are called before them."""


def look(uow: UnitOfWork, reader: Reader) -> Queued:
    """What is talked about now, and whether they wait.

    Raises `NotOnRoll`, `ConsentNeeded`, `NotOpen`, `CheckInFirst`, `ChairsNow`, `NoItemOpen`.
    """
    session = uow.floor.running(uow.residents.speaking(reader).household.community)
    if session is None:
        raise NotOpen
    return _stands(uow, reader, session, _item(uow, reader, session, None))


def ask(uow: UnitOfWork, reader: Reader, sitting: SittingId, item: ItemId, stand: Stand) -> Queued:
    """Wait for the floor on this item. Asking again while they wait changes nothing.

    Raises `SpokenEnough`, `NoSitting`, and what `look` raises.
    """
    found = uow.sittings.get(sitting, uow.residents.speaking(reader).household.community)
    session = uow.floor.session(found.id)
    if session is None:
        raise NotOpen
    now_open = _item(uow, reader, session, item)
    turns = uow.floor.turns(sitting, item)
    if not any(turn.telegram_id == reader.telegram_id and turn.ended_at is None for turn in turns):
        rules = uow.settings.floor
        check_may_ask(turns, reader.telegram_id, rules.turns)
        seconds = rules.elder_turn_seconds if reader.elder else rules.turn_seconds
        uow.floor.ask(Turn(0, sitting, item, reader.telegram_id, stand, seconds, uow.now))
        uow.record(QueueChanged(session))
    return _stands(uow, reader, session, now_open)


def leave(uow: UnitOfWork, reader: Reader, turn: int) -> None:
    """Rather not; whose turn has come or is over stays as it is. Raises `NotOnRoll`, `NotOpen`."""
    session = uow.floor.running(uow.residents.speaking(reader).household.community)
    if session is None:
        raise NotOpen
    for mine in uow.floor.turns(session.sitting):
        if mine.id == turn and mine.telegram_id == reader.telegram_id and mine.waits:
            uow.floor.save_turn(replace(mine, ended_at=uow.now))
            uow.record(QueueChanged(session))


def next_please(uow: UnitOfWork, reader: Reader, sitting: SittingId, item: ItemId, after: int) -> Desk:
    """Whoever speaks is done, and the next has the floor.

    `after`: the turn that spoke when the chair tapped, 0 for none; a second tap calls nobody else. Raises
    `NoItemOpen`, and as `chairing_item` does.
    """
    found, session = chairing_item(uow, reader, sitting, item)
    now_open = open_now(uow, sitting)
    if now_open is None or now_open.item != item:
        raise NoItemOpen
    turns = uow.floor.turns(sitting, item)
    speaking = next((turn for turn in turns if turn.speaks), None)
    if (speaking.id if speaking else 0) != after:
        return desk(uow, found)
    if speaking is not None:
        uow.floor.save_turn(replace(speaking, ended_at=uow.now))
        uow.record(QueueChanged(session))
    waiting = in_order(turns)
    if waiting:
        called = replace(waiting[0], called_at=uow.now)
        uow.floor.save_turn(called)
        uow.floor.note(sitting, ChairLine(uow.now, ChairDeed.GAVE_FLOOR, reader.telegram_id, item))
        uow.record(FloorGiven(session, called))
    return desk(uow, found)


def _item(uow: UnitOfWork, reader: Reader, session: Session, item: ItemId | None) -> Item:
    session.check_runs()
    if session.chair == reader.telegram_id:
        raise ChairsNow
    if uow.floor.checked_in(session.sitting, reader.telegram_id) is None:
        raise CheckInFirst
    now_open = open_now(uow, session.sitting)
    if now_open is None or item not in (None, now_open.item):
        raise NoItemOpen
    return uow.agenda.get(now_open.item, session.community)


def _stands(uow: UnitOfWork, reader: Reader, session: Session, item: Item) -> Queued:
    turns = uow.floor.turns(session.sitting, item.id)
    waiting = in_order(turns)
    mine = next((turn for turn in turns if turn.telegram_id == reader.telegram_id and turn.ended_at is None), None)
    before = waiting.index(mine) if mine in waiting else 0
    return Queued(session.sitting, item, mine, before)
