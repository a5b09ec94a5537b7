"""Who may decide about votes: never a guide, whatever else they are (到位不越位)."""

from collections.abc import Collection

from bot.agenda.model import advice
from bot.agenda.model.item import ItemId, Side
from bot.kit.people import CommunityId, Reader
from bot.residents.model import NoCommunity
from bot.roles.model import Act, Everyday, Role, may_somewhere, permit, withheld
from bot.unit_of_work import UnitOfWork
from bot.votes.model.refusals import GuideNeverDecides, NoVote
from bot.votes.model.vote import Vote, VoteId


def check_decides(roles: Collection[Role]) -> None:
    """The one rule for casting, opening, extending and annulling. Raises `GuideNeverDecides`."""
    if withheld(roles, Everyday.VOTE):
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
    """A vote that `reader` looks after. Raises `NoVote`, `AdvisedBefore`, and as `managed_community` does."""
    community = managed_community(uow, reader)
    found = uow.votes.get(vote)
    if found.community != community:
        raise NoVote
    check_never_advised(uow, reader, found.motion.item)
    return found


def check_never_advised(uow: UnitOfWork, reader: Reader, item: ItemId) -> None:
    """Raises `AdvisedBefore` for who has given advice on what the vote is about."""
    found = uow.agenda.get(item, reader.community)
    advice.check_never_advised(found, uow.agenda.points(item, Side.ADVICE), reader.telegram_id)


def manages(uow: UnitOfWork, reader: Reader) -> bool:
    """For menus, which merely hide."""
    held = uow.roles.held_by(reader.community, reader.telegram_id) if reader.community else ()
    return may_somewhere(held, Act.HOLD_VOTE)
