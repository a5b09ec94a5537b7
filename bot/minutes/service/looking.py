"""Reading minutes: everybody on the roll, and whoever has a role here, once they are published."""

from dataclasses import replace

from bot.kit.people import CommunityId, Reader
from bot.minutes.model.erratum import Reading, Shelf
from bot.minutes.model.minutes import NOBODY, Minutes
from bot.minutes.model.refusals import NotPublished
from bot.residents.model import NoCommunity, NotOnRoll
from bot.roles.model import Act, may_somewhere
from bot.sittings.model.sitting import SittingId
from bot.unit_of_work import UnitOfWork

RECENT, RECENT_ELDER = 5, 3
"""So many are listed on one page."""


def shelf(uow: UnitOfWork, reader: Reader, page: int) -> Shelf:
    """The published ones, page by page; after the last comes the first. Raises `NotOnRoll`."""
    reader = here(uow, reader)
    community = _community(uow, reader)
    waiting = uow.minutes.waiting(community, 1 if reader.elder else RECENT) if approves(uow, reader) else ()
    size = RECENT_ELDER - len(waiting) if reader.elder else RECENT
    pages = max(1, -(-uow.minutes.count_published(community) // size))
    shown = uow.minutes.published(community, size, page % pages * size)
    return Shelf(shown, page % pages, pages, waiting)


def read(uow: UnitOfWork, reader: Reader, sitting: SittingId) -> Reading:
    """Those of one sitting; who approves them reads the draft. Raises `NotOnRoll`, `NoMinutes`, `NotPublished`."""
    reader = here(uow, reader)
    minutes = uow.minutes.of(sitting, _community(uow, reader))
    may_approve = approves(uow, reader)
    if not minutes.public and not may_approve:
        raise NotPublished(minutes.record.starts_at)
    wrote = uow.minutes.erratum_by(sitting, reader.telegram_id) is not None
    corrects = minutes.takes_corrections(uow.now) and not wrote and took_part(uow, reader, sitting)
    return Reading(minutes, uow.minutes.errata(sitting), chair_name(uow, minutes), may_approve, corrects)


def on_paper(uow: UnitOfWork, reader: Reader, sitting: SittingId) -> tuple[Reading, str]:
    """The same once they are published, and the link under which they are read. Raises as `read` does."""
    found = read(uow, reader, sitting)
    if not found.minutes.public:
        raise NotPublished(found.minutes.record.starts_at)
    return found, f"{uow.link}?start=minutes-{sitting}"


def took_part(uow: UnitOfWork, reader: Reader, sitting: SittingId) -> bool:
    """Whether they may say what is wrong: on the roll, or checked in on that day."""
    return on_roll(uow, reader) or uow.floor.checked_in(sitting, reader.telegram_id) is not None


def approves(uow: UnitOfWork, reader: Reader) -> bool:
    return may_somewhere(uow.roles.of(reader), Act.CHAIR_SITTING)


def chair_name(uow: UnitOfWork, minutes: Minutes) -> str:
    """As the roll has it, else as Telegram has; empty for nobody."""
    if minutes.chair == NOBODY:
        return ""
    try:
        return uow.residents.on_roll(Reader(minutes.chair, "", community=minutes.community)).name
    except NotOnRoll:
        return uow.residents.reader(minutes.chair, minutes.community).name


def here(uow: UnitOfWork, reader: Reader) -> Reader:
    """As of the community they mean: of somebody who lives elsewhere, the only one there is. Raises `NoCommunity`."""
    community = reader.community or uow.residents.only_community()
    if community is None:
        raise NoCommunity
    return replace(reader, community=community)


def _community(uow: UnitOfWork, reader: Reader) -> CommunityId:
    """Raises `NotOnRoll` for who neither lives here nor has a role."""
    if reader.community is not None and uow.roles.of(reader):
        return reader.community
    return uow.residents.on_roll(reader).household.community


def on_roll(uow: UnitOfWork, reader: Reader) -> bool:
    """Whether they live here."""
    try:
        uow.residents.on_roll(reader)
    except NotOnRoll:
        return False
    return True
