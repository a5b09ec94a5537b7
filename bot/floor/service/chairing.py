"""Opening a sitting, chairing it, handing the chair over, closing."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from secrets import randbelow

from bot.agenda.model.events import ItemUnscheduled
from bot.agenda.model.item import Entry, Item, Line
from bot.agenda.model.steps import Step
from bot.floor.model.desk import Desk
from bot.floor.model.events import ChairGiven, SittingClosed, SittingNotHeld, SittingOpened
from bot.floor.model.log import ChairDeed, ChairLine
from bot.floor.model.refusals import ItemStillOpen, NobodyTakesChair, NotTheTime, OthersChair
from bot.floor.model.session import Session, check_time
from bot.floor.service.looking import chaired, desk, in_its_order, may_chair, name_of, open_now, permitted, who_is_there
from bot.kit.people import CommunityId, Reader
from bot.roles.model import MAY, Act, Role
from bot.sittings.model.sitting import NoSitting, Sitting, SittingCalledOff, SittingId
from bot.unit_of_work import UnitOfWork

DAY = timedelta(days=1)


def come(uow: UnitOfWork, reader: Reader) -> Desk:
    """The sitting that runs, or that may be opened now.

    Raises `NotAllowed`, `NoCommunity`, `OthersChair`, `NotTheTime`.
    """
    community = may_chair(uow, reader)
    running = uow.floor.running(community)
    if running is not None:
        return desk(uow, chaired(uow, reader, running.sitting)[0])
    return desk(uow, _to_open(uow, community))


def open_sitting(uow: UnitOfWork, reader: Reader, sitting: SittingId) -> Desk:
    """Once, by one chair; raises `NotAllowed`, `NoSitting`, `NotTheTime`, `OthersChair`, `NotOpen` once it is over."""
    found = uow.sittings.get(sitting, may_chair(uow, reader))
    if found.workshop:
        raise NoSitting
    if uow.floor.session(sitting) is None:
        rules = uow.settings.floor
        check_time(found, uow.now, rules.opens_hours_before, uow.settings.zone)
        _check_alone(uow, found)
        session = Session(found.id, found.community, uow.now, reader.telegram_id, f"{randbelow(10_000):04}")
        uow.floor.begin(session)
        _note(uow, reader, found, ChairDeed.OPENED)
        uow.record(SittingOpened(session))
    chaired(uow, reader, sitting)
    return desk(uow, found)


def successors(uow: UnitOfWork, reader: Reader, sitting: SittingId) -> Sequence[Reader]:
    """Who else may chair. Raises as `chaired` does, and `NobodyTakesChair`."""
    found, session = chaired(uow, reader, sitting)
    others = [one for one in _chairs(uow, found.community) if one.telegram_id != session.chair]
    if not others:
        raise NobodyTakesChair
    return [replace(one, name=name_of(uow, found.community, one.telegram_id)) for one in others]


def give_chair(uow: UnitOfWork, reader: Reader, sitting: SittingId, to: int) -> Reader:
    """To another who may chair; twice is once. Raises `NobodyTakesChair`, and as `chaired` does."""
    found, session = permitted(uow, reader, sitting)
    heir = next((one for one in _chairs(uow, found.community) if one.telegram_id == to), None)
    if heir is None:
        raise NobodyTakesChair
    if session.chair != to or not session.runs:
        chaired(uow, reader, sitting)
        _seat(uow, reader, session, to, ChairDeed.HANDED_OVER)
    return replace(heir, name=name_of(uow, found.community, to))


def take_chair(uow: UnitOfWork, reader: Reader, sitting: SittingId) -> Desk:
    """Who chairs had to leave. Raises `NotAllowed`, `NoSitting`, `NotOpen`."""
    found, session = permitted(uow, reader, sitting)
    session.check_runs()
    if session.chair != reader.telegram_id:
        _seat(uow, reader, session, reader.telegram_id, ChairDeed.TOOK_OVER)
    return desk(uow, found)


def to_close(uow: UnitOfWork, reader: Reader, sitting: SittingId) -> Desk:
    """The desk before it is closed, or as it was closed. Raises `ItemStillOpen`, and as `chaired` does."""
    found, session = permitted(uow, reader, sitting)
    if session.runs:
        chaired(uow, reader, sitting)
        if open_now(uow, sitting) is not None:
            raise ItemStillOpen
    return desk(uow, found)


def close(uow: UnitOfWork, reader: Reader, sitting: SittingId) -> Desk:
    """Close it, without a quorum adjourn it; twice is once.

    Raises `ItemStillOpen`, and as `chaired` does.
    """
    before = to_close(uow, reader, sitting)
    if before.session is not None and before.session.runs:
        end(uow, before.sitting, before.session, reader.telegram_id)
    return desk(uow, before.sitting)


def end(uow: UnitOfWork, sitting: Sitting, session: Session, by: int) -> None:
    """It is over; what was not reached is taken off its agenda, to be put on another. `by`: 0 for time itself."""
    over = session.closed(uow.now, who_is_there(uow, sitting))
    uow.floor.save(over)
    deed = ChairDeed.ADJOURNED if over.adjourned else ChairDeed.CLOSED
    uow.floor.note(sitting.id, ChairLine(uow.now, deed, by))
    clear(uow, sitting, by)
    uow.record(SittingClosed(over))


def clear(uow: UnitOfWork, sitting: Sitting, by: int) -> None:
    """Nothing stays on the agenda of what is over, but for what a vote runs on: whose item was not reached is told."""
    treated = {one.item for one in uow.floor.treated(sitting.id)}
    for item in in_its_order(uow, sitting):
        if not item.over and item.outcome is None and item.step is not Step.RESOLVING:
            _take_off(uow, item, by, reached=item.id in treated)


def _take_off(uow: UnitOfWork, item: Item, by: int, *, reached: bool) -> None:
    uow.agenda.save(item.unscheduled())
    uow.agenda.note(item.id, Line(uow.now, Entry.UNSCHEDULED, by or None))
    if not reached:
        uow.record(ItemUnscheduled(item))


def _to_open(uow: UnitOfWork, community: CommunityId) -> Sitting:
    """Raises `NotTheTime`."""
    hours = timedelta(hours=uow.settings.floor.opens_hours_before)
    for sitting in uow.floor.unopened(community, uow.now - DAY, uow.now + hours):
        try:
            check_time(sitting, uow.now, uow.settings.floor.opens_hours_before, uow.settings.zone)
        except NotTheTime:
            continue
        return sitting
    following = uow.sittings.next_held(community, uow.now)
    raise NotTheTime(following.starts_at - hours if following else None)


def _check_alone(uow: UnitOfWork, sitting: Sitting) -> None:
    """One sitting at a time, so that everybody is where they mean to be. Raises `OthersChair`."""
    running = uow.floor.running(sitting.community)
    if running is not None:
        raise OthersChair(running.sitting, name_of(uow, sitting.community, running.chair))


def _chairs(uow: UnitOfWork, community: CommunityId) -> Sequence[Reader]:
    roles = [role for role in Role if Act.CHAIR_SITTING in MAY[role]]
    found = {one.telegram_id: one for role in roles for one in uow.roles.holders(community, role)}
    return list(found.values())


def _seat(uow: UnitOfWork, reader: Reader, session: Session, chair: int, deed: ChairDeed) -> None:
    seated = replace(session, chair=chair)
    uow.floor.save(seated)
    if deed is ChairDeed.HANDED_OVER:
        uow.floor.note(session.sitting, ChairLine(uow.now, deed, reader.telegram_id))
    uow.floor.note(session.sitting, ChairLine(uow.now, ChairDeed.TOOK_OVER, chair))
    uow.record(
        ChairGiven(seated, session.chair, name_of(uow, session.community, chair), taken=deed is ChairDeed.TOOK_OVER)
    )


def _note(uow: UnitOfWork, reader: Reader, sitting: Sitting, deed: ChairDeed) -> None:
    uow.floor.note(sitting.id, ChairLine(uow.now, deed, reader.telegram_id))


def follow_calling_off(uow: UnitOfWork, event: SittingCalledOff) -> None:
    """It was opened early, and is off all the same."""
    session = uow.floor.session(event.sitting.id)
    if session is not None and session.runs:
        over = replace(session, closed_at=uow.now, adjourned=True, present=who_is_there(uow, event.sitting))
        uow.floor.save(over)
        uow.record(SittingNotHeld(over))
