"""Who may decide about votes: never a guide, whatever else they are (到位不越位)."""

from collections.abc import Collection

from bot.kit.people import CommunityId, Reader
from bot.residents.model import NoCommunity
from bot.roles.model import MAY, Act, Role, permit
from bot.unit_of_work import UnitOfWork
from bot.votes.model.refusals import GuideNeverDecides, NoVote
from bot.votes.model.vote import Vote, VoteId


def check_decides(roles: Collection[Role]) -> None:
    """The one rule for casting, opening, extending and annulling. Raises `GuideNeverDecides`."""
    if Role.GUIDE in roles:
        raise GuideNeverDecides


def managed_community(uow: UnitOfWork, reader: Reader) -> CommunityId:
    """Where `reader` may open votes, extend and annul them. Raises `NoCommunity`, `GuideNeverDecides`, `NotAllowed`."""
    if reader.community is None:
        raise NoCommunity
    held = uow.roles.of(reader)
    check_decides([one.role for one in held])
    permit(held, Act.HOLD_VOTE)
    return reader.community


def managed(uow: UnitOfWork, reader: Reader, vote: VoteId) -> Vote:
    """A vote that `reader` looks after. Raises `NoVote`, and as `managed_community` does."""
    community = managed_community(uow, reader)
    found = uow.votes.get(vote)
    if found.community != community:
        raise NoVote
    return found


def manages(uow: UnitOfWork, reader: Reader) -> bool:
    """For menus, which merely hide."""
    held = uow.roles.held_by(reader.community, reader.telegram_id) if reader.community else ()
    roles = {one.role for one in held}
    return Role.GUIDE not in roles and any(Act.HOLD_VOTE in MAY[role] for role in roles)
