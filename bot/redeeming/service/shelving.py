"""What moderators do with the shelf: put up, change, take off."""

from collections.abc import Callable
from dataclasses import replace

from bot.kit.forms import Form, Place
from bot.kit.people import CommunityId, Reader
from bot.redeeming.forms import GoodChange, GoodDraft
from bot.redeeming.model.good import (
    Good,
    GoodId,
    NoGood,
    NoGoodDraft,
    Part,
    Shelf,
    ShelfChanged,
    ShelfFull,
    checked,
    read_name,
)
from bot.roles.model import Act, NotAllowed, permit
from bot.unit_of_work import UnitOfWork

AT_ONCE = 8
"""So many goods stand on one page of those who keep the shelf, in 长辈版 three."""


def desk(uow: UnitOfWork, reader: Reader, page: int) -> Shelf:
    """All goods, offered or not, page by page. Raises `NotAllowed`."""
    community = _kept(uow, reader)
    size = 2 if reader.elder else AT_ONCE
    pages = max(1, -(-uow.goods.count(community, all_of_them=True) // size))
    shown = uow.goods.some(community, size, page % pages * size, all_of_them=True)
    return Shelf(shown, page % pages, pages, balance=0, manages=True)


def one(uow: UnitOfWork, reader: Reader, good: GoodId) -> Good:
    """As its keepers see it. Raises `NotAllowed`, `NoGood`."""
    return uow.goods.get(_kept(uow, reader), good)


def begin(uow: UnitOfWork, reader: Reader, place: Place, new: GoodDraft) -> GoodDraft:
    """Put something up, or go on with what is half put up. Raises `NotAllowed`, `ShelfFull`, `NoGoodDraft`."""
    draft = uow.conversations.form(place)
    if uow.repeated:
        return _still_open(draft)
    _check_room(uow, _kept(uow, reader))
    begun = draft if isinstance(draft, GoodDraft) else new
    uow.conversations.keep(place, begun)
    return begun


def call(uow: UnitOfWork, place: Place, key: str, written: str, photo: str | None) -> GoodDraft:
    """Its name, perhaps with a photo. Raises `NoGoodDraft`, `BadName`."""
    return tell(uow, place, key, lambda draft: draft.is_called(read_name(written, uow.settings.redeeming), photo))


def count(uow: UnitOfWork, place: Place, key: str, part: Part, number: int | None) -> GoodDraft:
    """One of its numbers; None for what is none. Raises `NoGoodDraft`, `BadNumber`."""
    counted = checked(part, number, uow.settings.redeeming)
    return tell(uow, place, key, lambda draft: draft.counts(part, counted))


def tell(uow: UnitOfWork, place: Place, key: str, change: Callable[[GoodDraft], GoodDraft]) -> GoodDraft:
    """Say more of the draft with this key. Raises `NoGoodDraft`."""
    draft = _draft(uow, place, key)
    if uow.repeated:
        return draft
    told = change(draft)
    uow.conversations.keep(place, told)
    return told


def drop(uow: UnitOfWork, place: Place, key: str) -> None:
    """Forget the draft with this key. Raises `NoGoodDraft` while another one is open."""
    if isinstance(uow.conversations.form(place), GoodDraft):
        _draft(uow, place, key)
        uow.conversations.keep(place, None)


def put_up(uow: UnitOfWork, reader: Reader, place: Place, key: str) -> Good:
    """The draft is right. Once for each key. Raises `NotAllowed`, `NoGoodDraft`, `ShelfFull`."""
    community = _kept(uow, reader)
    made = uow.goods.with_key(key)
    if made is not None:
        return made
    draft = _draft(uow, place, key)
    if draft.price is None or draft.left is None or draft.each is None or not draft.called:
        raise NoGoodDraft
    _check_room(uow, community)
    uow.conversations.keep(place, None)
    new = Good(GoodId(0), community, key, draft.called, draft.price, draft.left, draft.each, draft.photo)
    good = uow.goods.add(new)
    uow.record(ShelfChanged(good))
    return good


def begin_change(uow: UnitOfWork, reader: Reader, place: Place, good: GoodId, part: Part) -> Good:
    """Wait for another number or photo. Raises `NotAllowed`, `NoGood`."""
    found = one(uow, reader, good)
    if part is Part.CALLED:  # a forged button: what it is called stands in receipts
        raise NoGood
    uow.conversations.keep(place, GoodChange(good, part))
    return found


def set_number(uow: UnitOfWork, reader: Reader, place: Place, good: GoodId, part: Part, number: int | None) -> Good:
    """None for what is no number. Raises `NotAllowed`, `NoGood`, `BadNumber`."""
    counted = checked(part, number, uow.settings.redeeming)
    return _save(uow, place, one(uow, reader, good).set(part, counted))


def set_photo(uow: UnitOfWork, reader: Reader, place: Place, good: GoodId, photo: str) -> Good:
    """Raises `NotAllowed`, `NoGood`."""
    return _save(uow, place, replace(one(uow, reader, good), photo=photo))


def offer(uow: UnitOfWork, reader: Reader, place: Place, good: GoodId, offered: bool) -> Good:
    """On the shelf or off it; what is kept for somebody stays theirs. Raises `NotAllowed`, `NoGood`, `ShelfFull`."""
    found = one(uow, reader, good)
    return _save(uow, place, replace(found, offered=offered))


def _save(uow: UnitOfWork, place: Place, good: Good) -> Good:
    uow.goods.save(good)
    uow.record(ShelfChanged(good))
    uow.conversations.keep(place, None)
    return good


def _check_room(uow: UnitOfWork, community: CommunityId) -> None:
    most = uow.settings.redeeming.goods
    if uow.goods.count(community, all_of_them=True) >= most:
        raise ShelfFull(most)


def _still_open(draft: Form | None) -> GoodDraft:
    if not isinstance(draft, GoodDraft):
        raise NoGoodDraft
    return draft


def _draft(uow: UnitOfWork, place: Place, key: str) -> GoodDraft:
    draft = _still_open(uow.conversations.form(place))
    if draft.key != key:
        raise NoGoodDraft
    return draft


def _kept(uow: UnitOfWork, reader: Reader) -> CommunityId:
    permit(uow.roles.of(reader), Act.MANAGE_GOODS)
    if reader.community is None:
        raise NotAllowed(Act.MANAGE_GOODS)
    return reader.community
