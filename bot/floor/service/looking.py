"""Looking at a sitting while it is held: the desk of its chair, and how often sittings come about."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.agenda.model.advice import advised
from bot.agenda.model.item import Item, ItemId, Side
from bot.attendance.model.quorum import quorum
from bot.floor.model.desk import Desk, Done, OnFloor, Speaker, Tally
from bot.floor.model.events import FloorChanged, FloorShown
from bot.floor.model.presence import Present, entitled, present
from bot.floor.model.queue import Turn, in_order, share_of_top
from bot.floor.model.refusals import ChairAdvised, NotOpen, OthersChair
from bot.floor.model.session import Session
from bot.floor.model.treated import Treated
from bot.kit.people import CommunityId, Reader
from bot.residents.model import NoCommunity, NotOnRoll
from bot.roles.model import Act, permit
from bot.sittings.model.sitting import Sitting, SittingId
from bot.unit_of_work import UnitOfWork

YEAR, SOON = timedelta(days=365), timedelta(days=1)


def who_is_there(uow: UnitOfWork, sitting: Sitting) -> Present:
    """As of now."""
    seats = uow.attendance.council(sitting).seats
    return present(uow.floor.heads(sitting), quorum(seats, uow.settings.attendance))


def desk(uow: UnitOfWork, sitting: Sitting) -> Desk:
    """All that the chair needs. Whoever asks must have been permitted before."""
    treated = uow.floor.treated(sitting.id)
    known = {one.item for one in treated}
    there = who_is_there(uow, sitting)
    return Desk(
        sitting,
        uow.floor.session(sitting.id),
        there,
        _on_floor(uow, sitting, there, treated),
        [item for item in in_its_order(uow, sitting) if item.id not in known],
        [Done(uow.agenda.get(one.item, sitting.community), one) for one in treated if one.closed_at],
        share_of_top(uow.floor.turns(sitting.id)),
        _this_year(uow, sitting.community),
    )


def in_its_order(uow: UnitOfWork, sitting: Sitting) -> Sequence[Item]:
    """The agenda: what was published stands where it stood then, what came later after it."""
    published = {slot.item: slot.position for slot in uow.previews.slots(sitting.id)}
    late = 1 + max(published.values(), default=0)
    items = uow.agenda.of_sitting(sitting.id)
    return sorted(items, key=lambda item: (published.get(item.id, late), item.position, item.id))


def show(uow: UnitOfWork, event: FloorChanged) -> None:
    """The group shall see how the sitting stands now."""
    sitting = uow.sittings.get(event.session.sitting, event.session.community)
    uow.record(FloorShown(desk(uow, sitting)))


def my_desk(uow: UnitOfWork, reader: Reader, sitting: SittingId) -> Desk:
    """Of who chairs. Raises `NotAllowed`, `NoSitting`, `NotOpen`, `OthersChair`."""
    return desk(uow, chaired(uow, reader, sitting)[0])


def chaired(uow: UnitOfWork, reader: Reader, sitting: SittingId) -> tuple[Sitting, Session]:
    """A running sitting and its session, for who chairs it; raises as `my_desk` does."""
    found, session = permitted(uow, reader, sitting)
    session.check_runs()
    if session.chair != reader.telegram_id:
        raise OthersChair(found.id, name_of(uow, found.community, session.chair))
    return found, session


def chairing_item(uow: UnitOfWork, reader: Reader, sitting: SittingId, item: ItemId) -> tuple[Sitting, Session]:
    """As `chaired`, for what is done with this item. Raises `ChairAdvised` for who advised on it as a guide."""
    found, session = chaired(uow, reader, sitting)
    if advised(uow.agenda.points(item, Side.ADVICE), reader.telegram_id):
        raise ChairAdvised(found.id, uow.agenda.get(item, found.community).number)
    return found, session


def permitted(uow: UnitOfWork, reader: Reader, sitting: SittingId) -> tuple[Sitting, Session]:
    """The same for anybody who may chair, whether it runs or is over."""
    found = uow.sittings.get(sitting, may_chair(uow, reader))
    session = uow.floor.session(sitting)
    if session is None:
        raise NotOpen
    return found, session


def may_chair(uow: UnitOfWork, reader: Reader) -> CommunityId:
    """Raises `NotAllowed`, `NoCommunity`."""
    if reader.community is None:
        raise NoCommunity
    permit(uow.roles.of(reader), Act.CHAIR_SITTING)
    return reader.community


def name_of(uow: UnitOfWork, community: CommunityId, telegram_id: int) -> str:
    """As the roll has it, else as Telegram has."""
    them = uow.residents.reader(telegram_id, community)
    try:
        return uow.residents.on_roll(them).name
    except NotOnRoll:
        return them.name


def convened(uow: UnitOfWork, community: CommunityId, since: datetime, until: datetime) -> Tally:
    """Sittings that are over and began in `since <= starts_at < until` (row R089)."""
    return Tally(*uow.floor.convened(community, since, until))


def this_year(uow: UnitOfWork, reader: Reader) -> Tally:
    """For anybody. Raises `NoCommunity`."""
    if reader.community is None:
        raise NoCommunity
    return _this_year(uow, reader.community)


def _this_year(uow: UnitOfWork, community: CommunityId) -> Tally:
    """One that is over before it was to begin counts too."""
    return convened(uow, community, uow.now - YEAR, uow.now + SOON)


def open_now(uow: UnitOfWork, sitting: SittingId) -> Treated | None:
    """The item that is open."""
    return next((one for one in uow.floor.treated(sitting) if one.closed_at is None), None)


def _on_floor(uow: UnitOfWork, sitting: Sitting, there: Present, treated: Sequence[Treated]) -> OnFloor | None:
    now_open = next((one for one in treated if one.closed_at is None), None)
    if now_open is None:
        return None
    item = uow.agenda.get(now_open.item, sitting.community)
    turns = uow.floor.turns(sitting.id, item.id)

    def named(turn: Turn) -> Speaker:
        return Speaker(turn, name_of(uow, sitting.community, turn.telegram_id))

    speaking = next((turn for turn in turns if turn.speaks), None)
    called = sum(turn.called_at is not None for turn in turns)
    most = entitled(there, item.scope)
    following = [named(turn) for turn in in_order(turns)]
    return OnFloor(item, now_open, most, named(speaking) if speaking else None, following, called)
