"""What moderators do in a group when talk gets heated; each measure is numbered, kept and can be undone."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from bot.kit.events import Event
from bot.kit.people import CommunityId
from bot.kit.refusals import Refused

RULES = 6
"""The house rules are numbered from 1 to this: `views.RULES`."""
LEAST_HOLD = timedelta(seconds=60)
"""Telegram takes what ends within 30 seconds as for ever; so long is left for the way there."""
MOST_MINUTES = {"pace": 60, "lasts": 24 * 60, "pause": 7 * 24 * 60}


class Kind(StrEnum):
    SLOW = "slow"
    """One message each in so many minutes, until a time."""
    PAUSE = "pause"
    """One person does not write until a time."""
    REMOVAL = "out"
    """One message is taken out of the group; what it said is kept."""


class Right(StrEnum):
    """What the bot needs of Telegram for it."""

    RESTRICT = "restrict"
    DELETE = "delete"
    SUPERGROUP = "supergroup"


@dataclass(frozen=True)
class Said:
    """A message of the group that a moderator answers: whose it is, and all that is kept of it."""

    message_id: int
    telegram_id: int
    name: str
    words: str = ""
    media: str = ""
    """The Bot API method that sends such a file, or nothing."""
    file_id: str = ""


@dataclass(frozen=True)
class Measure:
    community: CommunityId
    chat_id: int
    key: str
    """Of the update that asked for it: twice is once."""
    kind: Kind
    rule: int
    """The number of the house rule that it is taken by."""
    by: int
    by_name: str
    at: datetime
    until: datetime | None = None
    pace: int = 0
    """Minutes that each waits between two messages."""
    said: Said | None = None
    """Whom or what it is about."""
    why: str = ""
    over: bool = False
    undone: bool = False
    number: int = 0
    id: int = 0

    def ended(self, *, undone: bool = False) -> "Measure":
        return replace(self, over=True, undone=undone)


@dataclass(frozen=True)
class Turn:
    """When somebody last spoke in a slow mode, by which message, and until when they are held back."""

    telegram_id: int
    message_id: int
    spoke_at: datetime
    held_until: datetime | None = None


@dataclass(frozen=True)
class Plan:
    """What a measure shall be; 0 is what has not been said yet."""

    kind: Kind
    pace: int = 0
    minutes: int = 0
    rule: int = 0
    why: str = ""

    def check(self) -> None:
        """Raises `NoSuchRule`, `OutOfBounds`."""
        if not 0 <= self.rule <= RULES:
            raise NoSuchRule(RULES)
        longest = MOST_MINUTES["lasts" if self.kind is Kind.SLOW else "pause"]
        if not 0 <= self.pace <= MOST_MINUTES["pace"] or not 0 <= self.minutes <= longest:
            raise OutOfBounds(MOST_MINUTES["pace"], longest)

    @property
    def complete(self) -> bool:
        """Whether nothing is left to ask."""
        times = {Kind.SLOW: bool(self.pace and self.minutes), Kind.PAUSE: bool(self.minutes), Kind.REMOVAL: True}
        return times[self.kind] and bool(self.rule)


def read_plan(kind: Kind, words: str) -> Plan:
    """`/slow 5 30 3 words`, `/cooldown 10 1`, `/remove 2`: the numbers in this order, then why.

    What cannot be read is asked. Raises as `check`.
    """
    fields = {Kind.SLOW: ("pace", "minutes", "rule"), Kind.PAUSE: ("minutes", "rule"), Kind.REMOVAL: ("rule",)}[kind]
    found: dict[str, int] = {}
    left = words.split()
    for name in fields:
        if not left or not left[0].isdecimal():
            break
        found[name] = int(left.pop(0)[:9])
    plan = Plan(kind, **found, why=" ".join(left)) if len(found) == len(fields) or not left else Plan(kind)
    plan.check()
    return plan


def too_soon(last: Turn, at: datetime, slow: Measure) -> datetime | None:
    """When they may speak again, if `at` is too soon after their last message."""
    again = last.spoke_at + timedelta(minutes=slow.pace)
    return min(again, slow.until or again) if at < again else None


@dataclass(frozen=True)
class MeasureChanged(Event):
    """Base: something became of a measure; it is given as it is after that."""

    measure: Measure


class MeasureTaken(MeasureChanged):
    pass


class MeasureOver(MeasureChanged):
    """Its time has come."""


@dataclass(frozen=True)
class MeasureUndone(MeasureChanged):
    by: str
    held: tuple[int, ...] = ()
    """Telegram ids of those who were held back by a slow mode."""


@dataclass(frozen=True)
class SpokeTooSoon(MeasureChanged):
    """Somebody wrote before their turn in a slow mode."""

    turn: Turn
    again: datetime


class NobodyAnswered(Refused):
    """The command is meant in reply to a message of a person."""


@dataclass(eq=False)
class BotLacksRight(Refused):
    """Telegram does not let the bot do this in this group."""

    right: Right


class RunsTheGroup(Refused):
    """Telegram lets nobody hold an administrator back."""


@dataclass(eq=False)
class SlowAlready(Refused):
    measure: Measure


@dataclass(eq=False)
class NoSuchRule(Refused):
    most: int


@dataclass(eq=False)
class OutOfBounds(Refused):
    """More minutes than may be asked for, or something that is no number."""

    pace: int
    longest: int


class NoMeasure(Refused):
    """There is no such measure, or this person has no part in it."""


class NotTheGroup(Refused):
    """This is said in a group of the community."""
