"""What people did before a conversation about it begins: entries of the ledger."""

from bot.kit.people import CommunityId
from bot.points.model.events import Earned
from bot.points.model.ledger import Kind, Owner, Posting, Reward, Rule
from bot.unit_of_work import UnitOfWork
from tests.neighbours import Neighbourhood, Someone

SUNSHINE = CommunityId(1)


async def has_done(town: Neighbourhood, who: Someone, rule: Rule, times: int = 1, points: int = 5) -> None:
    """Today, past the caps."""
    mine = Owner(SUNSHINE, Kind.PERSON, who.telegram_id)

    def write(uow: UnitOfWork) -> None:
        done = len(uow.ledger.latest(mine, 999))
        for number in range(done, done + times):
            evidence = f"before-{who.telegram_id}-{rule}-{number}"
            uow.ledger.post(Posting(Owner(SUNSHINE, Kind.ISSUE), mine, points, rule, evidence))

    await town.running.town.do(write)


async def earns(town: Neighbourhood, who: Someone, rule: Rule, evidence: str) -> None:
    """By the rules, with all that follows from it."""
    mine = Owner(SUNSHINE, Kind.PERSON, who.telegram_id)
    await town.running.town.do(lambda uow: uow.record(Earned(Reward(mine, rule, evidence))))
    await town.settles()


async def loses_latest(town: Neighbourhood, who: Someone) -> None:
    """The latest entry is reversed."""

    def undo(uow: UnitOfWork) -> None:
        [latest] = uow.ledger.latest(Owner(SUNSHINE, Kind.PERSON, who.telegram_id), 1)
        uow.ledger.reverse(latest.id, None)

    await town.running.town.do(undo)
