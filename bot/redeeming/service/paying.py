"""How a redemption moves points: set aside, ended when it was handed over, or back to their owner.

A reservation takes from two accounts at once: from its owner's, into what is held, and from the month's goods budget.
"""

from bot.kit.people import CommunityId
from bot.points.model.ledger import Kind, Owner, Posting, Rule
from bot.points.model.refusals import NotEnoughPoints
from bot.redeeming.model.redemption import Redemption
from bot.unit_of_work import UnitOfWork


def balance(uow: UnitOfWork, community: CommunityId, telegram_id: int) -> int:
    """How many points somebody has."""
    return uow.ledger.balance(Owner(community, Kind.PERSON, telegram_id))


def goods_left(uow: UnitOfWork, community: CommunityId) -> int:
    """How many points can still be exchanged this month."""
    return uow.ledger.balance(uow.ledger.this_month(community, Kind.GOODS))


def check(uow: UnitOfWork, community: CommunityId, price: int, balance: int) -> None:
    """Whether it could be paid now. Raises `NotEnoughPoints`."""
    for kind, there in ((Kind.PERSON, balance), (Kind.GOODS, goods_left(uow, community))):
        if there < price:
            raise NotEnoughPoints(kind, there, price)


def pay(uow: UnitOfWork, redemption: Redemption) -> None:
    """Raises `NotEnoughPoints`."""
    community, price = redemption.community, redemption.price
    owner, held = Owner(community, Kind.PERSON, redemption.telegram_id), Owner(community, Kind.HELD)
    goods, issue = uow.ledger.this_month(community, Kind.GOODS), Owner(community, Kind.ISSUE)
    uow.ledger.post(Posting(owner, held, price, Rule.RESERVING, _paid(redemption)))
    uow.ledger.post(Posting(goods, issue, price, Rule.RESERVING, _budgeted(redemption)))


def settle(uow: UnitOfWork, redemption: Redemption) -> None:
    """The points end here."""
    held, issue = Owner(redemption.community, Kind.HELD), Owner(redemption.community, Kind.ISSUE)
    evidence = f"redemption-{redemption.id}-done"
    uow.ledger.post(Posting(held, issue, redemption.price, Rule.REDEEMING, evidence))


def give_back(uow: UnitOfWork, redemption: Redemption) -> None:
    """Both entries are reversed."""
    for evidence in (_paid(redemption), _budgeted(redemption)):
        entry = uow.ledger.with_evidence(redemption.community, evidence)
        if entry is not None:
            uow.ledger.reverse(entry.id, None)


def _paid(redemption: Redemption) -> str:
    return f"redemption-{redemption.id}"


def _budgeted(redemption: Redemption) -> str:
    return f"redemption-{redemption.id}-goods"
