"""Looking at wishes: those that wait for somebody, one's own, and a photo."""

from collections.abc import Sequence
from dataclasses import replace

from bot.kit.people import Reader
from bot.roles.model import Act, may_somewhere
from bot.unit_of_work import UnitOfWork
from bot.wishes.model.events import PhotoWanted
from bot.wishes.model.wish import Standing, WishId, WishOver, WishPage

RECENT = 5
"""So many wishes are shown at once, in 长辈版 one."""


def open_wishes(uow: UnitOfWork, reader: Reader, page: int) -> WishPage:
    """Those that wait for somebody, page by page; after the last comes the first. Raises `NotOnRoll`."""
    community = uow.residents.on_roll(reader).household.community
    size = 1 if reader.elder else RECENT
    pages = max(1, -(-uow.wishes.count_open(community) // size))
    held = uow.roles.held_by(community, reader.telegram_id)
    moderates = may_somewhere(held, Act.TAKE_DOWN_WISH)
    shown = uow.wishes.open(community, size, page % pages * size)
    return WishPage(shown, page % pages, pages, reader.telegram_id, moderates)


def mine(uow: UnitOfWork, reader: Reader) -> Sequence[Standing]:
    """One's own, those one sees to, and those one waits for. Raises `NotOnRoll`."""
    community = uow.residents.on_roll(reader).household.community
    return uow.wishes.of(community, reader.telegram_id, RECENT)


def see_photo(uow: UnitOfWork, reader: Reader, wish: WishId, key: str) -> None:
    """Have a wish's photo sent. Raises `NotOnRoll`, `WishOver`."""
    found = uow.wishes.get(wish)
    uow.residents.on_roll(replace(reader, community=found.community))
    if found.photo is None or not found.live:
        raise WishOver(found.number)
    uow.record(PhotoWanted(found, reader.telegram_id, key))
