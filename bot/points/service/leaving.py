"""Whose points they are when people move house, leave, or have their data deleted."""

from bot.kit.events import PersonForgotten
from bot.points.model.ledger import SHARED, AccountId, Kind, Owner, Posting, Rule
from bot.points.service.looking import household
from bot.residents.model import ResidentJoined, ResidentTakenOff
from bot.unit_of_work import UnitOfWork


def follow_moving(uow: UnitOfWork, event: ResidentJoined) -> None:
    """One's own points go along by themselves; the household's with the last of it who moves within the community."""
    before = event.before
    if before is None or event.both or before.household.id == event.resident.household.id:
        return
    if not uow.residents.household_members(before.household.id):
        _hand_on(uow, household(before), household(event.resident), Rule.MOVING, f"moving-{before.id}")


def follow_taking_off(uow: UnitOfWork, event: ResidentTakenOff) -> None:
    """Where nobody of a household is left on the roll, its points end: whoever moves in has not earned them."""
    resident = event.resident
    if not uow.residents.household_members(resident.household.id):
        issue = Owner(resident.household.community, Kind.ISSUE, SHARED)
        _hand_on(uow, household(resident), issue, Rule.LEAVING, f"leaving-{resident.id}")


def let_go(uow: UnitOfWork, event: PersonForgotten) -> None:
    """The points of who was forgotten end; the entries stay, of somebody without a name."""
    for number in event.about("points"):
        owner = uow.ledger.owner(AccountId(number))
        _hand_on(uow, owner, Owner(owner.community, Kind.ISSUE), Rule.LEAVING, f"forgotten-{number}")


def _hand_on(uow: UnitOfWork, source: Owner, target: Owner, rule: Rule, evidence: str) -> None:
    balance = uow.ledger.balance(source)
    if balance:
        uow.ledger.post(Posting(source, target, balance, rule, evidence))
