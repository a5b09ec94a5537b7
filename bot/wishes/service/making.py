"""Making a wish, from the first words to the one that is read back and confirmed."""

from collections.abc import Callable
from dataclasses import replace

from bot.kit.forms import Form, Place
from bot.kit.people import Reader
from bot.residents.model import Resident
from bot.unit_of_work import UnitOfWork
from bot.wishes.forms import WishDraft
from bot.wishes.model.events import CardChanged
from bot.wishes.model.wish import (
    EnoughWishes,
    NoWishDraft,
    State,
    Wish,
    WishId,
    WishMovedOn,
    check_length,
    neighbour,
    next_date,
)


def begin(uow: UnitOfWork, reader: Reader, place: Place, new: WishDraft) -> WishDraft:
    """Start to make a wish, or go on with the one that is half made.

    Raises `NotOnRoll`, `EnoughWishes`, `WishTooLong`, `NoWishDraft`.
    """
    draft = uow.conversations.form(place)
    if uow.repeated:
        return _still_open(draft)
    _check_room(uow, uow.residents.speaking(reader))
    begun = draft if isinstance(draft, WishDraft) else new
    return _keep_draft(uow, place, begun.says(new.text, new.photo))


def tell(uow: UnitOfWork, place: Place, key: str, change: Callable[[WishDraft], WishDraft]) -> WishDraft:
    """Say more of the draft with this key. Raises `NoWishDraft`, `WishTooLong`."""
    draft = _draft(uow, place, key)
    return draft if uow.repeated else _keep_draft(uow, place, change(draft))


def drop(uow: UnitOfWork, place: Place, key: str) -> None:
    """Forget the draft with this key. Raises `NoWishDraft` while another one is open."""
    if isinstance(uow.conversations.form(place), WishDraft):
        _draft(uow, place, key)
        uow.conversations.keep(place, None)


def make(uow: UnitOfWork, reader: Reader, place: Place, key: str) -> Wish:
    """The draft is right: make it a wish. Once for each key.

    Raises `NoWishDraft`, `NotOnRoll`, `EnoughWishes`, `WishMovedOn`.
    """
    made = uow.wishes.with_key(key)
    if made is not None and made.wisher.telegram_id == reader.telegram_id:
        if made.state is not State.OPEN:
            raise WishMovedOn(made.number)
        return made
    draft = _draft(uow, place, key)
    if not draft.text:
        raise NoWishDraft
    wisher = uow.residents.speaking(reader)
    _check_room(uow, wisher)
    uow.conversations.keep(place, None)
    community = wisher.household.community
    new = Wish(WishId(0), community, 0, key, neighbour(wisher), draft.text, draft.photo, uow.now)
    wish = uow.wishes.add(replace(new, due_at=next_date(new, uow.settings.wishes, uow.now)))
    uow.record(CardChanged(wish))
    return wish


def characters(uow: UnitOfWork) -> int:
    """How many a wish may have."""
    return uow.settings.wishes.characters


def _still_open(draft: Form | None) -> WishDraft:
    if not isinstance(draft, WishDraft):
        raise NoWishDraft
    return draft


def _draft(uow: UnitOfWork, place: Place, key: str) -> WishDraft:
    draft = _still_open(uow.conversations.form(place))
    if draft.key != key:
        raise NoWishDraft
    return draft


def _keep_draft(uow: UnitOfWork, place: Place, draft: WishDraft) -> WishDraft:
    check_length(draft.text, uow.settings.wishes)
    uow.conversations.keep(place, draft)
    return draft


def _check_room(uow: UnitOfWork, wisher: Resident) -> None:
    most = uow.settings.wishes.open_each
    if uow.wishes.count_live(wisher.household.community, wisher.telegram_id or 0) >= most:
        raise EnoughWishes(most)
