"""Hands are counted: three numbers, read back, recorded; they bind when the item is closed (row R015)."""

from dataclasses import dataclass, replace

from bot.agenda.model.item import Entry, Item, ItemId, Line, Scope
from bot.floor.forms import Counting
from bot.floor.model.desk import Desk
from bot.floor.model.log import ChairDeed, ChairLine
from bot.floor.model.presence import entitled
from bot.floor.model.refusals import (
    CharterByBallot,
    MoreVotesThanPeople,
    NoCount,
    NoItemOpen,
    TalkedOnly,
    VotedByBallot,
)
from bot.floor.model.treated import Result, Treated, result_of
from bot.floor.service.looking import chairing_item, desk, open_now, who_is_there
from bot.kit.forms import Place
from bot.kit.people import Reader
from bot.sittings.model.sitting import Sitting, SittingId
from bot.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class Count:
    """What is counted so far, how many votes there can be, and what follows once all are counted."""

    form: Counting
    item: Item
    most: int
    result: Result | None


def begin(uow: UnitOfWork, reader: Reader, place: Place, key: str, sitting: SittingId, item: ItemId) -> Count:
    """Start to count, anew where it was counted before.

    Raises `NoItemOpen`, `TalkedOnly`, and as `chairing_item` does.
    """
    found, _ = _voted(uow, reader, sitting, item)
    form = Counting(key, sitting, item)
    uow.conversations.keep(place, form)
    return _count(uow, found, form)


def tell(uow: UnitOfWork, reader: Reader, place: Place, key: str, number: int | None) -> Count:
    """The next number; None to begin anew. Raises `NoCount`, `MoreVotesThanPeople`, and what `begin` raises."""
    form = _form(uow, place, key)
    found, _ = _voted(uow, reader, form.sitting, form.item)
    if not uow.repeated:
        form = form.anew() if number is None else form.says(number)
    counted = _count(uow, found, form)
    uow.conversations.keep(place, form)
    return counted


def stands(uow: UnitOfWork, reader: Reader, form: Counting) -> Count:
    """How the count stands. Raises what `begin` raises."""
    return _count(uow, _voted(uow, reader, form.sitting, form.item)[0], form)


def record(uow: UnitOfWork, reader: Reader, place: Place, key: str) -> Desk:
    """They are right. Until the item is closed it can be counted anew.

    Raises `NoCount`, `MoreVotesThanPeople`, `NothingCast`, and what `begin` raises.
    """
    form = _form(uow, place, key)
    found, treated = _voted(uow, reader, form.sitting, form.item)
    result = _count(uow, found, form).result
    if result is None:
        raise NoCount
    uow.conversations.keep(place, None)
    uow.floor.save_treated(replace(treated, result=result))
    words = f"{result.yes}:{result.no}:{result.abstained}"
    uow.floor.note(found.id, ChairLine(uow.now, ChairDeed.RESULT, reader.telegram_id, form.item, words))
    uow.agenda.note(form.item, Line(uow.now, Entry.RESULT, reader.telegram_id, words))
    return desk(uow, found)


def _count(uow: UnitOfWork, sitting: Sitting, form: Counting) -> Count:
    item = uow.agenda.get(form.item, sitting.community)
    most = entitled(who_is_there(uow, sitting), item.scope)
    if form.counted > most:
        raise MoreVotesThanPeople(form.counted, most)
    complete = result_of(form.yes or 0, form.no or 0, form.abstained or 0, most) if form.complete else None
    return Count(form, item, most, complete)


def _voted(uow: UnitOfWork, reader: Reader, sitting: SittingId, item: ItemId) -> tuple[Sitting, Treated]:
    found, _ = chairing_item(uow, reader, sitting, item)
    treated = open_now(uow, sitting)
    if treated is None or treated.item != item:
        raise NoItemOpen
    if not treated.voted:
        raise TalkedOnly
    if treated.balloted:
        raise VotedByBallot
    if uow.agenda.get(item, found.community).scope is Scope.CHARTER:
        raise CharterByBallot
    return found, treated


def _form(uow: UnitOfWork, place: Place, key: str) -> Counting:
    form = uow.conversations.form(place)
    if not isinstance(form, Counting) or form.key != key:
        raise NoCount
    return form
