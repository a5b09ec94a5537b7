"""Handing over: four digits, said by who fetches and typed by who hands over; and what time decides."""

from dataclasses import replace

from bot.kit.events import PersonForgotten
from bot.kit.forms import Place
from bot.kit.people import CommunityId, Reader
from bot.redeeming.forms import PickupCode
from bot.redeeming.model.redemption import (
    Deed,
    Handed,
    NoSuchCode,
    OwnPickup,
    Pickup,
    PickupNear,
    Redemption,
    RedemptionExpired,
    RedemptionId,
    RedemptionMovedOn,
    State,
)
from bot.redeeming.service.redeeming import give_back, settle
from bot.residents.model import NotOnRoll, Resident
from bot.roles.model import Act, NotAllowed, permit_somewhere
from bot.unit_of_work import UnitOfWork

AT_ONCE = 20
"""So many redemptions whose date has come are seen to in one transaction."""


def begin(uow: UnitOfWork, reader: Reader, place: Place) -> None:
    """Wait for the four digits. Raises `NotAllowed`."""
    _at_desk(uow, reader)
    uow.conversations.keep(place, PickupCode())


def find(uow: UnitOfWork, reader: Reader, code: str) -> Pickup:
    """What waits under these digits, and for whom. Raises `NotAllowed`, `NoSuchCode`, `OwnPickup`."""
    found = uow.redemptions.with_code(_at_desk(uow, reader), code)
    if found is None or found.state is not State.RESERVED:
        raise NoSuchCode(code)
    return _for_another(uow, reader, found)


def hand_over(uow: UnitOfWork, reader: Reader, place: Place, redemption: RedemptionId, turn: int) -> Pickup:
    """I hand it over; who gets it is asked. Twice is once.

    Raises `NotAllowed`, `OwnPickup`, `RedemptionMovedOn`.
    """
    community = _at_desk(uow, reader)
    found = uow.redemptions.get(redemption)
    if found.community != community:
        raise NotAllowed(Act.HAND_OVER_GOODS)
    pickup = _for_another(uow, reader, found)
    if found.handed_by == reader.telegram_id and found.turn == turn + 1 and found.state is not State.RESERVED:
        return pickup
    if found.turn != turn:
        raise RedemptionMovedOn(found.called)
    handed = found.handed(reader.telegram_id, uow.now, uow.settings.redeeming)
    uow.redemptions.save(handed)
    uow.conversations.keep(place, None)
    uow.record(Handed(handed))
    return replace(pickup, redemption=handed)


def see_to_dates(uow: UnitOfWork) -> bool:
    """Remind who has not fetched, give back what nobody fetched, close what nobody contradicted.

    Whether there may be more.
    """
    due = uow.redemptions.due(uow.now, AT_ONCE)
    for redemption in due:
        uow.enter(redemption.community)
        if redemption.state is State.HANDED:
            settle(uow, redemption)
        elif uow.now >= redemption.until:
            expired = redemption.moved(Deed.EXPIRE, uow.now, uow.settings.redeeming)
            give_back(uow, expired)
            uow.record(RedemptionExpired(expired))
        else:
            reminded = replace(redemption, reminded=True).dated(uow.now, uow.settings.redeeming)
            uow.redemptions.save(reminded)
            uow.record(PickupNear(reminded))
    return len(due) == AT_ONCE


def let_go(uow: UnitOfWork, event: PersonForgotten) -> None:
    """What was kept for somebody who was forgotten goes back to the shelf; what was handed over is theirs."""
    for number in event.about("redemption"):
        redemption = uow.redemptions.get(RedemptionId(number))
        if redemption.state is State.RESERVED:
            give_back(uow, redemption.moved(Deed.UNDO, uow.now, uow.settings.redeeming))
        elif redemption.state is State.HANDED:
            settle(uow, redemption)


def _at_desk(uow: UnitOfWork, reader: Reader) -> CommunityId:
    permit_somewhere(uow.roles.of(reader), Act.HAND_OVER_GOODS)
    if reader.community is None:
        raise NotAllowed(Act.HAND_OVER_GOODS)
    return reader.community


def _for_another(uow: UnitOfWork, reader: Reader, redemption: Redemption) -> Pickup:
    if redemption.telegram_id == reader.telegram_id:
        raise OwnPickup
    return Pickup(redemption, _on_roll(uow, redemption))


def _on_roll(uow: UnitOfWork, redemption: Redemption) -> Resident | None:
    try:
        return uow.residents.on_roll(Reader(redemption.telegram_id, "", community=redemption.community))
    except NotOnRoll:
        return None
