"""The ledger of points: accounts, and entries that each take from one what they give to another (row R035).

An entry is one row with both its sides, so that points are neither made nor lost. All come from the issue, the
one account below zero: it owes what the others have.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Final, NewType

from bot.config import Earning, PointRules
from bot.kit.people import CommunityId

AccountId = NewType("AccountId", int)
EntryId = NewType("EntryId", int)
SHARED: Final = 0
"""The holder of what is the community's own."""
NOTE: Final = 200
"""Characters that are kept beside an entry at most; `reason_characters` says how many people may write."""


class Kind(StrEnum):
    """Whose an account is, and what its holder's number means."""

    ISSUE = "issue"
    """Where points come from and where they end: the community's, and the only one below zero."""
    BUDGET = "budget"
    """What can be earned in a month: the community's. The holder is the month, see `month_of`."""
    GOODS = "goods"
    """What can be redeemed for goods in a month, likewise."""
    HELD = "held"
    """What is reserved for something that has not been handed over yet: the community's."""
    PERSON = "person"
    """Somebody's on Telegram, in one community. The holder is a Telegram id, below zero once they are forgotten."""
    HOUSEHOLD = "household"
    """What is earned together, and by those without a phone. The holder is the household's id."""


@dataclass(frozen=True)
class Owner:
    """Whose account is meant; it is opened when something is first put into it."""

    community: CommunityId
    kind: Kind
    holder: int = SHARED


@dataclass(frozen=True)
class Account:
    """An account as it stands; `balance` is the sum of its entries, exactly."""

    id: AccountId
    owner: Owner
    balance: int


class Rule(StrEnum):
    """By which rule points move. The first ones are earned, within the caps."""

    ATTENDING = "attending"
    VOTING = "voting"
    CONCERN = "concern"
    VOLUNTEERING = "volunteering"
    TASK = "task"
    SORTING = "sorting"
    QUEST = "quest"
    AWARD = "award"
    FUNDING = "funding"
    """A month's budget."""
    RESERVING = "reserving"
    """Set aside for something that is to be handed over."""
    REDEEMING = "redeeming"
    """It was handed over: the points end here."""
    REVERSAL = "reversal"
    MOVING = "moving"
    """A household moves house together."""
    LEAVING = "leaving"
    """Nobody is left whose they could be."""


EARNED: Final = (
    Rule.ATTENDING, Rule.VOTING, Rule.CONCERN, Rule.VOLUNTEERING, Rule.TASK, Rule.SORTING, Rule.QUEST, Rule.AWARD,
)  # fmt: skip
"""What the caps count."""


def terms(rules: PointRules, rule: Rule) -> Earning:
    """What a rule of `EARNED` is worth, and its cap."""
    found: Earning = getattr(rules, rule.value)
    return found


@dataclass(frozen=True)
class Reward:
    """Somebody has earned something. `evidence` names what for: the same never pays twice in a community."""

    to: Owner
    rule: Rule
    evidence: str
    worth: int | None = None
    """What the rule says, where None."""
    giver: int | None = None
    """Telegram id of the moderator who gives it of their own accord; None where the rules do."""
    note: str = ""


@dataclass(frozen=True)
class Posting:
    """What is to be written: so many points from one account to another."""

    source: Owner
    target: Owner
    amount: int
    rule: Rule
    evidence: str
    giver: int | None = None
    note: str = ""
    reverses: EntryId | None = None


@dataclass(frozen=True)
class Entry:
    """What is written, for ever. `day` is the community's."""

    id: EntryId
    community: CommunityId
    source: AccountId
    target: AccountId
    amount: int
    rule: Rule
    evidence: str
    giver: AccountId | None
    at: datetime
    day: date
    reverses: EntryId | None = None
    note: str = ""


@dataclass(frozen=True)
class Room:
    """What may still be earned on a day: by this rule, whatever for, and of the community's budget."""

    by_rule: int
    by_day: int
    budget: int

    def of(self, worth: int) -> int:
        """As much of `worth` as there is room for; never below zero."""
        return max(0, min(worth, self.by_rule, self.by_day, self.budget))


def room(rules: PointRules, rule: Rule, by_rule: int, by_day: int, budget: int) -> Room:
    """`by_rule` and `by_day` were earned on the day before, reversed ones not counted."""
    return Room(terms(rules, rule).a_day - by_rule, rules.a_day - by_day, budget)


def month_of(day: date) -> int:
    """The holder of a month's budget: 202612"""
    return day.year * 100 + day.month


def reversal_of(entry: EntryId) -> str:
    """Evidence: an entry is reversed once."""
    return f"reversal-{entry}"
