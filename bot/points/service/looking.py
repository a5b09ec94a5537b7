"""Looking at points: one's own, and nobody else's."""

from bot.config import PointRules
from bot.kit.people import Reader
from bot.points.model.ledger import Kind, Owner
from bot.points.model.sheet import Sheet, Statement, line_of, month_after, read_month
from bot.residents.model import Resident
from bot.unit_of_work import UnitOfWork

LATEST = 10
"""So many lines are shown with the balance (row R035)."""


def mine(uow: UnitOfWork, reader: Reader) -> Sheet:
    """Raises `NotOnRoll`."""
    resident = uow.residents.on_roll(reader)
    owner, home = own(resident), household(resident)
    account = uow.ledger.find(owner)
    if account is None:
        return Sheet(0, uow.ledger.balance(home), ())
    lines = [line_of(entry, account) for entry in uow.ledger.latest(owner, LATEST)]
    return Sheet(account.balance, uow.ledger.balance(home), lines)


def statement(uow: UnitOfWork, reader: Reader, number: int) -> Statement:
    """Of a month, as `read_month` reads its number. Raises `NotOnRoll`."""
    owner = own(uow.residents.on_roll(reader))
    today = uow.now.astimezone(uow.settings.zone).date()
    month = read_month(number, today)
    newest = month == today.replace(day=1)
    account = uow.ledger.find(owner)
    if account is None:
        return Statement(month, 0, (), newest)
    written = uow.ledger.between(owner, month, month_after(month))
    return Statement(month, uow.ledger.before(owner, month), [line_of(one, account) for one in written], newest)


def rules(uow: UnitOfWork) -> PointRules:
    """What earns how much, and the caps."""
    return uow.settings.points


def own(resident: Resident) -> Owner:
    """Whose points are this resident's own: those without a phone have theirs with their household."""
    if resident.person is None:
        return household(resident)
    return Owner(resident.household.community, Kind.PERSON, resident.person)


def household(resident: Resident) -> Owner:
    return Owner(resident.household.community, Kind.HOUSEHOLD, resident.household.id)
