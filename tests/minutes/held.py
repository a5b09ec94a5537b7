"""A sitting that has been held: what the books know of it at the moment it is closed."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.agenda.model.item import Item, ItemId, Outcome, freeze
from bot.agenda.model.steps import Step
from bot.concerns.model.concern import ConcernId
from bot.floor.model.presence import CheckIn, Origin
from bot.floor.model.session import Session
from bot.floor.model.treated import Result, Treated
from bot.floor.service.chairing import end
from bot.kit.people import CommunityId
from bot.previews.model.notice import WhyTalkOnly
from bot.roles.model import Appointment, Role
from bot.sittings.model.sitting import SittingId
from bot.unit_of_work import UnitOfWork
from tests.neighbours import Clock, Neighbourhood, Someone

SITTING = SittingId(1)
"""The one of Wednesday 25 November, 7 pm."""
HERE = CommunityId(1)
MOTION = "同意在3号楼2单元加装电梯，费用由二层以上住户分摊。"
SEATS, MADE_UP = 20, 7_000_000
"""Representatives who have never written to the bot, by Telegram ids of nobody."""


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
    await until(clock, "25 20:29:00")  # whatever else is due goes out
    await until(clock, "25 20:30:00")
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
    _come(uow, evening, opened_at)
    items = [_item(uow, evening, number, what) for number, what in enumerate(("加装电梯", "楼道充电", "清理杂物"), 1)]
    if not evening.adjourned:
        _treat(uow, items)
    end(uow, uow.sittings.get(SITTING, HERE), session, evening.chair)


def _come(uow: UnitOfWork, evening: Evening, at: datetime) -> None:
    """Of twenty representatives twelve, and four others from afar; or three and two."""
    for number in range(SEATS):
        uow.roles.appoint(Appointment(HERE, MADE_UP + number, Role.REPRESENTATIVE, number + 1))
    members, others = (3, 2) if evening.adjourned else (12, 4)
    guests = [*evening.came, *range(MADE_UP + 100, MADE_UP + 104)][:others]
    for person in range(MADE_UP, MADE_UP + members):
        uow.floor.check_in(CheckIn(SITTING, person, Origin.ON_SITE, at))
    for person in guests:
        uow.floor.check_in(CheckIn(SITTING, person, Origin.REMOTE, at))


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
    uow.floor.treat(Treated(SITTING, second.id, 2, at, 0, at, talk_only=WhyTalkOnly.LATE))
    uow.agenda.save(replace(first, step=Step.PUBLISHED, outcome=Outcome.ADOPTED))


async def until(clock: Clock, moment: str) -> None:
    """Move to a moment of November 2026 in Shanghai, written `26 20:30:00`."""
    at = datetime.strptime(f"2026-11-{moment} +0800", "%Y-%m-%d %H:%M:%S %z")
    await clock.passes(seconds=(at - await clock.now()).total_seconds())
