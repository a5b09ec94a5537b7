"""Points in a pocket and goods on the shelf, so that a conversation about exchanging them can begin."""

import re

from bot.kit.people import CommunityId
from bot.points.model.ledger import Kind, Owner, Posting, Rule
from bot.unit_of_work import UnitOfWork
from tests.neighbours import Neighbourhood, Someone

SUNSHINE = CommunityId(1)
RICE = "大米5公斤"


async def has_points(town: Neighbourhood, who: Someone, points: int) -> None:
    """As if they had earned them before."""
    mine = Owner(SUNSHINE, Kind.PERSON, who.telegram_id)
    posting = Posting(Owner(SUNSHINE, Kind.ISSUE), mine, points, Rule.VOLUNTEERING, f"before-{who.telegram_id}")
    await town.running.town.do(lambda uow: uow.ledger.post(posting))


async def points_of(town: Neighbourhood, who: Someone) -> int:
    def balance(uow: UnitOfWork) -> int:
        return uow.ledger.balance(Owner(SUNSHINE, Kind.PERSON, who.telegram_id))

    return await town.running.town.ask(balance)


async def puts_up(
    moderator: Someone, called: str = RICE, price: str = "20", left: str = "1份", each: str = "1份"
) -> None:
    """By buttons, but for the name and the price."""
    await moderator.says("/goods")
    await moderator.taps("上架新东西")
    await moderator.says(called)
    await moderator.says(price)
    await moderator.taps(left)
    await moderator.taps(each)
    await moderator.taps("对，上架")


async def exchanges(who: Someone, called: str = RICE) -> str:
    """The code."""
    await who.says("/redeem")
    await who.taps(called)
    await who.taps("换一份")
    await who.taps("对，给我留一份")
    return code_in(await who.reads())


def code_in(text: str) -> str:
    """The four digits that were told."""
    found = re.search(r"(?:取货码|报) ?(\d{4})", text)
    assert found, text
    return found.group(1)
