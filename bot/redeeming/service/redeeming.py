"""What a resident does: look at the shelf, have something kept, change their mind, say whether it was handed over."""

import secrets
from datetime import timedelta

from bot.config import RedeemingRules
from bot.kit.people import CommunityId, Reader
from bot.redeeming.model.good import EnoughOfIt, Good, GoodId, OtherPrice, Shelf, SoldOut
from bot.redeeming.model.redemption import (
    CODE_DIGITS,
    Deed,
    Missed,
    NoRedemption,
    Own,
    Redemption,
    RedemptionId,
    RedemptionMovedOn,
    State,
)
from bot.redeeming.service import paying
from bot.residents.model import Resident
from bot.roles.model import Act, may_somewhere
from bot.unit_of_work import UnitOfWork

AT_ONCE = 5
"""So many are shown at once, in 长辈版 one."""


def rules(uow: UnitOfWork) -> RedeemingRules:
    """The community's numbers."""
    return uow.settings.redeeming


def shelf(uow: UnitOfWork, reader: Reader, page: int) -> Shelf:
    """What can be had, page by page; after the last comes the first. Raises `NotOnRoll`."""
    community = uow.residents.on_roll(reader).household.community
    size = 1 if reader.elder else AT_ONCE
    pages = max(1, -(-uow.goods.count(community) // size))
    held = uow.roles.held_by(community, reader.telegram_id)
    return Shelf(
        uow.goods.some(community, size, page % pages * size),
        page % pages,
        pages,
        paying.balance(uow, community, reader.telegram_id),
        manages=may_somewhere(held, Act.MANAGE_GOODS),
        spent=paying.goods_left(uow, community) <= 0,
    )


def look(uow: UnitOfWork, reader: Reader, good: GoodId) -> tuple[Good, int]:
    """One good, and how many points the reader has. Raises `NotOnRoll`, `NoGood`."""
    community = uow.residents.on_roll(reader).household.community
    return uow.goods.get(community, good), paying.balance(uow, community, reader.telegram_id)


def weigh(uow: UnitOfWork, reader: Reader, good: GoodId) -> tuple[Good, int]:
    """The same, where it could be had now.

    Raises `NotOnRoll`, `ConsentNeeded`, `NoGood`, `SoldOut`, `EnoughOfIt`, `NotEnoughPoints`.
    """
    uow.residents.speaking(reader)
    found, balance = look(uow, reader, good)
    _check(uow, found, reader.telegram_id)
    paying.check(uow, found.community, found.price, balance)
    return found, balance


def reserve(uow: UnitOfWork, reader: Reader, good: GoodId, price: int, key: str) -> Redemption:
    """Keep one for the reader, for the price that was read back. Once for each key.

    Raises what `weigh` raises, and `OtherPrice`.
    """
    made = uow.redemptions.with_key(key)
    if made is not None and made.telegram_id == reader.telegram_id:
        return made
    person = uow.residents.speaking(reader)
    found = uow.goods.get(person.household.community, good)
    if not uow.goods.take(found.id):  # first of all: from here on nobody else decides about this good
        raise SoldOut(found.called)
    _check(uow, found, reader.telegram_id)
    if found.price != price:
        raise OtherPrice(found.called, found.price)
    kept = uow.redemptions.add(_new(uow, person, found, key))
    paying.pay(uow, kept)
    return kept


def own(uow: UnitOfWork, reader: Reader) -> Own:
    """What one has exchanged. Raises `NotOnRoll`."""
    community = uow.residents.on_roll(reader).household.community
    return Own(uow.redemptions.of(community, reader.telegram_id, AT_ONCE), uow.now, uow.settings.redeeming)


def undo(uow: UnitOfWork, reader: Reader, redemption: RedemptionId) -> Redemption:
    """I do not want it after all; twice is once. Raises `NoRedemption`, `TooLateToUndo`, `RedemptionMovedOn`."""
    found = _own(uow, reader, redemption)
    if found.state is State.UNDONE:
        return found
    undone = found.undone(uow.now, uow.settings.redeeming)
    give_back(uow, undone)
    return undone


def receive(uow: UnitOfWork, reader: Reader, redemption: RedemptionId, turn: int) -> Redemption:
    """I have it; twice is once. Raises `NoRedemption`, `RedemptionMovedOn`."""
    found = _of_turn(_own(uow, reader, redemption), turn)
    return found if found.state is State.DONE else settle(uow, found)


def miss(uow: UnitOfWork, reader: Reader, redemption: RedemptionId, turn: int) -> Redemption:
    """I do not have it: it stays kept, and whoever said so hears of it; twice is once.

    Raises `NoRedemption`, `RedemptionMovedOn`.
    """
    found = _of_turn(_own(uow, reader, redemption), turn)
    if found.state is State.RESERVED:
        return found
    name = uow.residents.on_roll(reader).name
    missed = found.moved(Deed.MISS, uow.now, uow.settings.redeeming)
    uow.redemptions.save(missed)
    uow.record(Missed(missed, name, found.handed_by or 0))
    return missed


def settle(uow: UnitOfWork, redemption: Redemption) -> Redemption:
    """It was handed over for good."""
    done = redemption.moved(Deed.RECEIVE, uow.now, uow.settings.redeeming)
    uow.redemptions.save(done)
    paying.settle(uow, done)
    return done


def give_back(uow: UnitOfWork, redemption: Redemption) -> None:
    """The good returns to the shelf, and the points to their owner."""
    uow.redemptions.save(redemption)
    uow.goods.put_back(redemption.good)
    paying.give_back(uow, redemption)


def _check(uow: UnitOfWork, good: Good, telegram_id: int) -> None:
    good.check_offered()
    if uow.redemptions.count_of(good.id, telegram_id) >= good.each:
        raise EnoughOfIt(good.called, good.each)


def _new(uow: UnitOfWork, person: Resident, good: Good, key: str) -> Redemption:
    rules, community = uow.settings.redeeming, person.household.community
    until = uow.now + timedelta(days=rules.hold_days)
    new = Redemption(
        id=RedemptionId(0),
        community=community,
        good=good.id,
        called=good.called,
        price=good.price,
        telegram_id=person.telegram_id or 0,
        key=key,
        code=_unused_code(uow, community),
        reserved_at=uow.now,
        until=until,
    )
    return new.dated(uow.now, rules)


def _unused_code(uow: UnitOfWork, community: CommunityId) -> str:
    """Four digits under which nothing waits yet."""
    while True:
        code = f"{secrets.randbelow(10**CODE_DIGITS):0{CODE_DIGITS}d}"
        if uow.redemptions.with_code(community, code) is None:
            return code


def _own(uow: UnitOfWork, reader: Reader, redemption: RedemptionId) -> Redemption:
    found = uow.redemptions.get(redemption)
    if found.telegram_id != reader.telegram_id:
        raise NoRedemption
    return found


def _of_turn(redemption: Redemption, turn: int) -> Redemption:
    if redemption.turn != turn:
        raise RedemptionMovedOn(redemption.called)
    return redemption
