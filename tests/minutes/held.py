"""A sitting that has been held: what the books know of it at the moment it is closed."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from bot.agenda.model.item import Item, ItemId, Outcome, freeze
from bot.agenda.model.steps import Step
from bot.concerns.model.concern import ConcernId
from bot.floor.model.events import SittingClosed
from bot.floor.model.session import CheckIn, Origin, Present, Result, Session, TalkOnly, Treated
from bot.kit.people import CommunityId
from bot.sittings.model.sitting import SittingId
from bot.unit_of_work import UnitOfWork
from tests.neighbours import Clock, Look, Neighbourhood, Someone

SITTING = SittingId(1)
"""The one of Wednesday 25 November, 7 pm."""
HERE = CommunityId(1)
MOTION = "同意在3号楼2单元加装电梯，费用由二层以上住户分摊。"
ENOUGH = Present(people=16, remote=4, counted=12, seats=20, needed=11)
TOO_FEW = Present(people=5, remote=1, counted=3, seats=20, needed=11)


@dataclass(frozen=True)
class Evening:
    """Who was in the chair, who proposed the items, and from which concern the first came."""

    chair: int
    proposer: int
    concern: ConcernId | None = None
    came: tuple[int, ...] = ()
    adjourned: bool = False


async def held(
    town: Neighbourhood,
    clock: Clock,
    chair: Someone,
    proposer: Someone,
    *,
    concern: int | None = None,
    came: tuple[Someone, ...] = (),
    adjourned: bool = False,
) -> None:
    """At half past eight in the evening of 25 November it is closed."""
    await clock.passes(seconds=(await _until_half_past_eight(clock)))
    ids = tuple(one.telegram_id for one in came)
    known = ConcernId(concern) if concern is not None else None
    evening = Evening(chair.telegram_id, proposer.telegram_id, known, ids, adjourned)
    await town.running.town.do(close, None, evening)
    await town.settles()


def close(uow: UnitOfWork, evening: Evening) -> None:
    """An item was voted on, one was only talked about, one was not reached; or it was adjourned."""
    opened_at = uow.now - timedelta(minutes=90)
    session = Session(SITTING, HERE, opened_at, evening.chair, "1234")
    assert uow.floor.begin(session)
    for telegram_id in evening.came:
        uow.floor.check_in(CheckIn(SITTING, telegram_id, Origin.REMOTE, opened_at))
    items = [_item(uow, evening, number, what) for number, what in enumerate(("加装电梯", "楼道充电", "清理杂物"), 1)]
    if not evening.adjourned:
        _treat(uow, items)
    present = TOO_FEW if evening.adjourned else ENOUGH
    closed = session.closed(uow.now, present, adjourned=evening.adjourned)
    uow.floor.save(closed)
    uow.record(SittingClosed(closed))


def _item(uow: UnitOfWork, evening: Evening, position: int, what: str) -> Item:
    concern = evening.concern if position == 1 else None
    new = Item(
        ItemId(0), HERE, 0, f"item-{position}", evening.proposer, what, "3号楼", "老人下楼难", "装一部",
        uow.now, Step.REVIEWING, uow.now, concern, sitting=SITTING, position=position,
    )  # fmt: skip
    item, wording = freeze(uow.agenda.add(new), MOTION, uow.now, evening.chair)
    uow.agenda.keep_wording(wording)
    uow.agenda.save(item)
    return item


def _treat(uow: UnitOfWork, items: list[Item]) -> None:
    first, second, _ = items
    at = uow.now
    result = Result(9, 2, 1, Outcome.ADOPTED)
    uow.floor.treat(Treated(SITTING, first.id, 1, at, 0, at, voted=True, result=result))
    uow.floor.treat(Treated(SITTING, second.id, 2, at, 0, at, talk_only=TalkOnly.NOTICE))
    uow.agenda.save(replace(first, step=Step.PUBLISHED, outcome=Outcome.ADOPTED))


async def until_next_date(clock: Clock, look: Look, *, seconds: int = 0) -> None:
    """Move to the next date of the minutes, and so many seconds further."""
    [(due_at,)] = look("SELECT due_at FROM minutes")
    left = datetime.fromisoformat(due_at).replace(tzinfo=UTC) - await clock.now()
    await clock.passes(seconds=left.total_seconds() + seconds)


async def _until_half_past_eight(clock: Clock) -> float:
    now = await clock.now()
    return (now.replace(hour=12, minute=30, second=0, microsecond=0) - now).total_seconds()
