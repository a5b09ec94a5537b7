"""Coming to today's sitting by the one button that is there all day: what somebody finds, and may do."""

from datetime import datetime, time

from bot.floor.model.desk import Desk, Hall
from bot.floor.model.refusals import NotOpen, NotTheTime
from bot.floor.model.session import Session
from bot.floor.service.chairing import come
from bot.floor.service.looking import desk
from bot.kit.people import CommunityId, Reader
from bot.residents.model import NoCommunity
from bot.roles.model import Act, may_somewhere
from bot.unit_of_work import UnitOfWork


def enter(uow: UnitOfWork, reader: Reader) -> Hall:
    """The sitting that runs; else what this person may open; else the last of today that is over.

    Raises `NoCommunity`, `NotOpen` where there is none of these, and for those who may chair `NotTheTime`.
    """
    if reader.community is None:
        raise NoCommunity
    chairs = may_somewhere(uow.roles.of(reader), Act.CHAIR_SITTING)
    session = uow.floor.running(reader.community)
    if session is None:
        session = _over_today(uow, reader.community)
        if chairs and (opening := _to_open(uow, reader, over=session is not None)):
            return Hall(opening, came=False, may_chair=True)
    if session is None:
        raise NotOpen
    found = desk(uow, uow.sittings.get(session.sitting, reader.community))
    came = uow.floor.checked_in(session.sitting, reader.telegram_id) is not None
    return Hall(found, came, may_chair=chairs)


def _to_open(uow: UnitOfWork, reader: Reader, *, over: bool) -> Desk | None:
    """Raises `NotTheTime` unless one is `over` today, which then is shown."""
    try:
        return come(uow, reader)
    except NotTheTime:
        if not over:
            raise
        return None


def _over_today(uow: UnitOfWork, community: CommunityId) -> Session | None:
    zone = uow.settings.zone
    midnight = datetime.combine(uow.now.astimezone(zone).date(), time(), zone)
    for session in uow.floor.latest_over(community, midnight):
        if uow.sittings.get(session.sitting, community).starts_at >= midnight:
            return session
    return None
