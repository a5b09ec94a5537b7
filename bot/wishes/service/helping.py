"""What people do with small wishes, and what time does."""

from dataclasses import replace

from bot.kit.events import PersonForgotten
from bot.kit.forms import Place
from bot.kit.people import Reader
from bot.residents.model import NotOnRoll, Resident
from bot.roles.model import Act, permit
from bot.unit_of_work import UnitOfWork
from bot.wishes.forms import Thanking
from bot.wishes.model.events import (
    CardChanged,
    WishClaimed,
    WishDue,
    WishEnded,
    WishGivenBack,
    WishGranted,
    WishOffered,
    WishQueued,
    WishThanked,
)
from bot.wishes.model.wish import (
    Deed,
    Neighbour,
    NoReason,
    NoWish,
    OwnWish,
    Standing,
    State,
    Wish,
    WishId,
    WishMovedOn,
    WishOver,
    check_length,
    neighbour,
    next_date,
)

REASON = 100
"""Characters of the reason for which a wish is taken down; its wisher reads it on one screen or two."""
AT_ONCE = 20
"""So many wishes whose date has come are seen to in one transaction."""


def claim(uow: UnitOfWork, reader: Reader, wish: WishId, in_group: bool) -> Standing:
    """The first comes; who is later waits. Asking again changes nothing. Raises `NotOnRoll`, `OwnWish`, `WishOver`."""
    found = uow.wishes.get(wish)
    me = neighbour(_speaking(uow, reader, found))
    if found.wisher.telegram_id == me.telegram_id:
        raise OwnWish
    if not found.live:
        raise WishOver(found.number)
    if not found.wisher.name:
        raise NoWish
    mine = found.helped_by(me.telegram_id)
    if found.state is State.CLAIMED and mine:
        return Standing(found)
    if found.state is State.OPEN or mine:
        claimed = _keep(uow, found.claimed(me))
        uow.record(WishClaimed(claimed, in_group))
        return Standing(claimed)
    waiting = uow.wishes.waiting(found, me.telegram_id)
    if waiting is None:
        waiting = uow.wishes.queue(found, me.telegram_id, uow.now)
        if in_group:
            uow.record(WishQueued(found, waiting))
    return Standing(found, waiting=waiting)


def leave_queue(uow: UnitOfWork, reader: Reader, wish: WishId, place: int) -> None:
    """Wait no longer in this place; twice is once. Raises `WishMovedOn`."""
    found = uow.wishes.get(wish)
    waiting = uow.wishes.waiting(found, reader.telegram_id)
    if waiting is None:
        return
    if waiting.id != place:
        raise WishMovedOn(found.number)
    uow.wishes.leave(waiting)


def give_back(uow: UnitOfWork, reader: Reader, wish: WishId, turn: int) -> Wish:
    """The helper of this turn does not come; who waited longest is asked. Raises `WishMovedOn`, `WishOver`."""
    found = uow.wishes.get(wish)
    if found.live and not found.helped_by(reader.telegram_id):
        return found
    if found.turn != turn:
        raise WishMovedOn(found.number)
    return _pass_on(uow, found)


def grant(uow: UnitOfWork, reader: Reader, wish: WishId, turn: int) -> Wish:
    """The wisher says that it has come true; twice is once. Raises `NoWish`, `WishMovedOn`, `WishOver`."""
    found = _own(uow, reader, wish)
    if found.turn != turn:
        raise WishMovedOn(found.number)
    if found.state is State.GRANTED:
        return found
    _speaking(uow, reader, found)
    granted = _keep(uow, found.moved(Deed.GRANT))
    uow.record(WishGranted(granted, uow.wishes.dissolve(granted)))
    return granted


def begin_thanks(uow: UnitOfWork, reader: Reader, place: Place, wish: WishId) -> Wish:
    """Wait for words of thanks, unless they were written. Raises `NoWish`, `WishOver`."""
    found = _granted(_own(uow, reader, wish))
    if not found.thanked:
        uow.conversations.keep(place, Thanking(found.id))
    return found


def thank(uow: UnitOfWork, reader: Reader, place: Place, wish: WishId, words: str) -> Wish:
    """Hand the wisher's words on, once. Raises `NoWish`, `WishTooLong`, `WishOver`."""
    found = _granted(_own(uow, reader, wish))
    _speaking(uow, reader, found)
    check_length(words, uow.settings.wishes)
    uow.conversations.keep(place, None)
    if found.thanked:
        return found
    thanked = _keep(uow, replace(found, thanked=True))
    uow.record(WishThanked(thanked, words))
    return thanked


def name_me(uow: UnitOfWork, reader: Reader, wish: WishId, named: bool) -> None:
    """The helper says whether the group may read their name. Raises `NoWish`, `WishOver`."""
    found = uow.wishes.get(wish)
    if not found.helped_by(reader.telegram_id):
        raise NoWish
    if named:
        _speaking(uow, reader, found)
    if _granted(found).named != named:
        uow.record(CardChanged(_keep(uow, replace(found, named=named))))


def to_withdraw(uow: UnitOfWork, reader: Reader, wish: WishId) -> Wish:
    """One's own wish, if it can be taken back now. Raises `NoWish`, `WishOver`."""
    found = _own(uow, reader, wish)
    found.ended(Deed.WITHDRAW)
    return found


def withdraw(uow: UnitOfWork, reader: Reader, wish: WishId) -> Wish:
    """Take one's wish back; twice is once. Raises `NoWish`, `WishOver`."""
    found = _own(uow, reader, wish)
    return found if found.state is State.WITHDRAWN else _end(uow, found, Deed.WITHDRAW)


def take_down(uow: UnitOfWork, reader: Reader, number: int, reason: str) -> Wish:
    """A moderator takes an unfitting wish down; twice is once.

    Raises `NotAllowed`, `NoWish`, `NoReason`, `WishOver`.
    """
    permit(uow.roles.of(reader), Act.TAKE_DOWN_WISH)
    if not 0 < len(reason) <= REASON:
        raise NoReason(REASON)
    found = uow.wishes.numbered(reader.community, number)
    return found if found.state is State.TAKEN_DOWN else _end(uow, found, Deed.TAKE_DOWN, reason=reason)


def wait(uow: UnitOfWork, reader: Reader, wish: WishId) -> Wish:
    """Who was asked, wisher or helper, goes on waiting or still comes. Raises `NoWish`, `WishOver`, `WishMovedOn`."""
    found = uow.wishes.get(wish)
    if reader.telegram_id != found.wisher.telegram_id and not found.helped_by(reader.telegram_id):
        raise NoWish
    if found.state is State.OFFERED:
        raise WishMovedOn(found.number)
    waited = found.moved(Deed.WAIT)
    return _keep(uow, waited) if found.asked else found


def see_to_dates(uow: UnitOfWork) -> bool:
    """Ask about wishes whose date has come; what was asked and not answered lapses. Whether there may be more."""
    due = uow.wishes.due(uow.now, AT_ONCE)
    for wish in due:
        uow.enter(wish.community)
        if wish.state is State.OPEN and wish.asked:
            _end(uow, wish, Deed.WITHDRAW, lapsed=True)
        elif wish.asked or wish.state is State.OFFERED:
            _pass_on(uow, wish, lapsed=True)
        else:
            uow.record(WishDue(_keep(uow, replace(wish, asked=True)), uow.now))
    return len(due) == AT_ONCE


def let_go(uow: UnitOfWork, event: PersonForgotten) -> None:
    """Nobody grants the wishes of who was forgotten; what they saw to goes to the next."""
    for number in event.about("wish"):
        wish = uow.wishes.get(WishId(number))
        if wish.live:
            _end(uow, wish, Deed.WITHDRAW)
    for number in event.about("granter"):
        wish = uow.wishes.get(WishId(number))
        if wish.live:
            _pass_on(uow, wish)
        else:
            uow.record(CardChanged(wish))


def _pass_on(uow: UnitOfWork, wish: Wish, *, lapsed: bool = False) -> Wish:
    """The helper does not come: ask who waited longest and still lives here."""
    after = wish.given_back()
    uow.record(WishGivenBack(after, wish, lapsed))
    while waiting := uow.wishes.first(wish):
        uow.wishes.leave(waiting)
        next_one = _on_roll(uow, wish, waiting.telegram_id)
        if next_one is not None:
            after = _keep(uow, after.offered(next_one))
            uow.record(WishOffered(after))
            return after
    return _keep(uow, after)


def _end(uow: UnitOfWork, wish: Wish, deed: Deed, *, lapsed: bool = False, reason: str = "") -> Wish:
    ended = _keep(uow, wish.ended(deed, reason))
    uow.record(WishEnded(ended, wish, uow.wishes.dissolve(wish), lapsed))
    return ended


def _keep(uow: UnitOfWork, wish: Wish) -> Wish:
    dated = replace(wish, due_at=next_date(wish, uow.settings.wishes, uow.now))
    uow.wishes.save(dated)
    return dated


def _own(uow: UnitOfWork, reader: Reader, wish: WishId) -> Wish:
    found = uow.wishes.get(wish)
    if found.wisher.telegram_id != reader.telegram_id:
        raise NoWish
    return found


def _granted(wish: Wish) -> Wish:
    if wish.state is not State.GRANTED:
        raise WishOver(wish.number)
    return wish


def _speaking(uow: UnitOfWork, reader: Reader, wish: Wish) -> Resident:
    """Whatever community `reader` speaks in: what counts is where the wish was made."""
    return uow.residents.speaking(replace(reader, community=wish.community))


def _on_roll(uow: UnitOfWork, wish: Wish, telegram_id: int) -> Neighbour | None:
    try:
        return neighbour(uow.residents.on_roll(Reader(telegram_id, "", community=wish.community)))
    except NotOnRoll:
        return None
