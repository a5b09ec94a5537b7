"""Looking at one's own building, and at no other."""

from collections.abc import Sequence

from bot.buildings.model import MyBuilding
from bot.inbox.model import Asked, Filter
from bot.kit.people import CommunityId, Reader
from bot.residents.model import NoCommunity
from bot.roles.model import Act, Reach, permit, permit_somewhere, reach
from bot.unit_of_work import UnitOfWork

WAITING_AT_ONCE = 8
"""So many who wait for help are listed."""


def mine(uow: UnitOfWork, reader: Reader) -> Sequence[int]:
    """The buildings that `reader` sees to. Raises `NoCommunity`, `NotAllowed`."""
    held = uow.roles.of(reader)
    permit_somewhere(held, Act.SEE_BUILDING)
    far = reach(held, Act.SEE_BUILDING)
    return uow.roles.buildings(_community(reader)) if far is None else sorted(far.buildings)


def look(uow: UnitOfWork, reader: Reader, building: int) -> MyBuilding:
    """Raises `NoCommunity`, and `NotAllowed` for any building but one's own."""
    community = _community(reader)
    permit(uow.roles.of(reader), Act.SEE_BUILDING, building)
    counts = uow.inboxes.count(Asked(community, Reach({building}), Filter(), uow.now))
    households, joined = uow.buildings.joined(community, building)
    votes = [uow.buildings.waiting(vote, building) for vote in uow.votes.running(community, uow.now)]
    return MyBuilding(
        building,
        counts.open,
        counts.overdue,
        households,
        joined,
        votes=[one for one in votes if one.entitled],
        wanting=uow.buildings.wanting(community, building, WAITING_AT_ONCE),
        others=len(mine(uow, reader)) > 1,
    )


def _community(reader: Reader) -> CommunityId:
    if reader.community is None:
        raise NoCommunity
    return reader.community
