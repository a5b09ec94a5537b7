"""What earns points, as `bot/reactions.py` hears of it (row R035). What a vote said is known to nobody here."""

from collections.abc import Callable

from bot.concerns.model.events import ConcernConfirmed
from bot.floor.model.events import SittingClosed
from bot.kit.people import CommunityId
from bot.points.model.events import BudgetSpent, Earned, PointsPaid
from bot.points.model.ledger import Kind, Owner, Reward, Rule
from bot.points.model.refusals import NotEnoughPoints
from bot.points.model.votes import rewarded
from bot.unit_of_work import UnitOfWork
from bot.votes.model.events import VoteClosed
from bot.wishes.model.events import WishGranted


def reward(uow: UnitOfWork, event: Earned) -> None:
    """Pay what fits under the caps, for the same evidence once."""
    entry = uow.ledger.reward(event.reward)
    if entry is not None:
        uow.record(PointsPaid(event.reward.to, entry))


def reward_author(uow: UnitOfWork, event: ConcernConfirmed) -> None:
    """A concern that its resident confirms as solved, once, however often it is opened again."""
    concern = event.concern
    if concern.author.person is not None:
        author = Owner(concern.community, Kind.PERSON, concern.author.person)
        reward(uow, Earned(Reward(author, Rule.CONCERN, f"concern-{concern.id}")))


def reward_helper(uow: UnitOfWork, event: WishGranted) -> None:
    """A wish that a neighbour took on and its wisher says has come true: two sides have said so."""
    wish = event.wish
    if wish.helper is not None and wish.helper.telegram_id:
        helper = Owner(wish.community, Kind.PERSON, wish.helper.telegram_id)
        reward(uow, Earned(Reward(helper, Rule.VOLUNTEERING, f"wish-{wish.id}", giver=wish.wisher.telegram_id or None)))


def reward_attendance(uow: UnitOfWork, event: SittingClosed) -> None:
    """All who had checked in when a sitting closes, with a quorum or without."""
    _reward_all(uow, event.session.community, lambda: uow.ledger.reward_attendance(event.session))


def reward_voters(uow: UnitOfWork, event: VoteClosed) -> None:
    """All who took part in a vote of the council: in no other, so that nobody can say that votes are bought."""
    if rewarded(event.vote):
        _reward_all(uow, event.vote.community, lambda: uow.ledger.reward_voters(event.vote))


def _reward_all(uow: UnitOfWork, community: CommunityId, pay: Callable[[], int]) -> None:
    try:
        pay()
    except NotEnoughPoints:
        uow.record(BudgetSpent(community))
