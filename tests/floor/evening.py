"""The evening of Wednesday 2 December: what stands on its agenda, who is of the council, and when it is."""

from collections.abc import Sequence

from bot.agenda.model.events import ItemScheduled
from bot.agenda.model.item import Item, ItemId, Scope, freeze
from bot.agenda.model.steps import Step
from bot.attendance.model.rsvp import Signup
from bot.kit.people import CommunityId
from bot.roles.model import Appointment, Role
from bot.sittings.model.sitting import SittingId
from bot.unit_of_work import UnitOfWork
from tests.neighbours import Clock, Neighbourhood, Someone

SUNSHINE, EVENING = CommunityId(1), SittingId(2)
LIFT, LAMPS = "加装电梯", "换路灯"


async def evening(
    town: Neighbourhood,
    clock: Clock,
    council: Sequence[Someone],
    *on_agenda: str,
    scope: Scope = Scope.COUNCIL,
    begun: bool = True,
) -> None:
    """Its agenda is published a week before, to the second; then it is seven on the day itself."""
    await town.running.town.do(_prepare, None, [one.telegram_id for one in council], on_agenda, scope)
    await clock.passes(hours=8, seconds=30)
    await clock.passes(days=7, minutes=29, seconds=30)
    if begun:
        await clock.passes(minutes=30)


async def opens(chair: Someone) -> str:
    """The chair opens it; the code in the room."""
    await chair.says("/chair")
    await chair.taps("开会，我主持")
    return (await chair.reads()).split("\n")[2]


async def checks_in(code: str, *people: Someone) -> None:
    for one in people:
        await one.says(f"/here {code}")
        assert "签到好了，现场参加。" in await one.reads()


async def moderate_too(town: Neighbourhood, *people: Someone) -> None:
    await town.running.town.do(_moderators, None, [one.telegram_id for one in people])


def add(uow: UnitOfWork, what: str, step: Step = Step.REVIEWING, scope: Scope = Scope.COUNCIL) -> Item:
    """An item on no agenda, which 王秀英 has proposed."""
    told = (what, "3号楼", "不方便", "修好")
    return uow.agenda.add(
        Item(ItemId(0), SUNSHINE, 0, f"test-{what}", 5000001, *told, uow.now, step, uow.now, scope=scope)
    )


def comes_to(uow: UnitOfWork, person: int, speaks: bool = False) -> None:
    """Somebody signs up for that evening."""
    uow.attendance.keep(Signup(EVENING, person, coming=True, speaks=speaks, at=uow.now))


def _prepare(uow: UnitOfWork, council: Sequence[int], on_agenda: Sequence[str], scope: Scope) -> None:
    for building, person in enumerate(council, 1):
        uow.roles.appoint(Appointment(SUNSHINE, person, Role.REPRESENTATIVE, building))
    for position, what in enumerate(on_agenda, 1):
        worded, wording = freeze(add(uow, what, scope=scope), f"同意{what}。", uow.now, 5000005)
        item = worded.scheduled(EVENING, position, 10)
        uow.agenda.save(item)
        uow.agenda.keep_wording(wording)
        uow.record(ItemScheduled(item))


def _moderators(uow: UnitOfWork, people: Sequence[int]) -> None:
    for person in people:
        uow.roles.appoint(Appointment(SUNSHINE, person, Role.MODERATOR))
