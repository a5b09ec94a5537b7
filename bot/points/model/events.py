"""What happens to points."""

from dataclasses import dataclass

from bot.kit.events import Event
from bot.kit.people import CommunityId
from bot.points.model.deed import Deed
from bot.points.model.ledger import Entry, Owner, Reward


@dataclass(frozen=True)
class Earned(Event):
    """Somebody has done something that the rules reward; what fits under the caps is paid. Any feature may say so."""

    reward: Reward


@dataclass(frozen=True)
class PointsPaid(Event):
    """Something was paid to one account. Batches, of a sitting or a vote, are not told one by one."""

    to: Owner
    entry: Entry


@dataclass(frozen=True)
class BudgetSpent(Event):
    """There was not enough for a batch, and nobody of it was paid."""

    community: CommunityId


@dataclass(frozen=True)
class PointsTakenBack(Event):
    """A moderator has put right what somebody had earned; `entry` is the reversal."""

    earner: Owner
    entry: Entry


@dataclass(frozen=True)
class DeedTold(Event):
    """A second person is to confirm it."""

    deed: Deed


@dataclass(frozen=True)
class DeedDecided(Event):
    """`paid`: what it earned; 0 where the day's cap is reached, or it was not confirmed."""

    deed: Deed
    paid: int
