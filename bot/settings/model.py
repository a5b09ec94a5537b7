"""A change of a community's settings: what, from when, by whom and why."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta, tzinfo
from enum import StrEnum

from bot.charter.model import Rule
from bot.config import Community
from bot.config.changing import Written, changed, value
from bot.kit.events import Event
from bot.kit.people import CommunityId
from bot.kit.refusals import Refused


class Begins(StrEnum):
    """From when on a new value counts, so that nothing that runs is changed under way."""

    AT_ONCE = "at_once"
    NEW_ONES = "new_ones"
    """At once, for what begins from then on: running votes, items and exchanges keep their rules."""
    NEXT_SITTING = "next_sitting"
    """When the next sitting is over."""
    NEXT_MONTH = "next_month"
    CHARTER = "charter"
    """Never by chat: only an amendment of the charter changes it."""
    FILE = "file"
    """Never by chat: one bot has it for all its communities, or what stands in the books was made with it."""


BEGINS = {
    "timezone": Begins.FILE,
    "response.escalation": Begins.FILE,
    "response.alert_percent": Begins.FILE,
    "response": Begins.NEW_ONES,
    "sittings.place": Begins.AT_ONCE,
    "sittings.called_days_ahead": Begins.AT_ONCE,
    "sittings.reason_characters": Begins.AT_ONCE,
    "sittings": Begins.FILE,
    "workshops": Begins.FILE,
    "agenda.owners_notice_days": Begins.FILE,
    "agenda.lock_hours": Begins.FILE,
    "agenda": Begins.NEW_ONES,
    "attendance": Begins.NEXT_SITTING,
    "floor.opens_minutes_before": Begins.FILE,
    "floor.adjourn_minutes_after": Begins.FILE,
    "floor": Begins.NEXT_SITTING,
    "minutes": Begins.NEXT_SITTING,
    "votes": Begins.NEW_ONES,
    "points": Begins.NEXT_MONTH,
    "reports": Begins.AT_ONCE,
    "redeeming": Begins.NEW_ONES,
    "honours": Begins.NEXT_MONTH,
    "honours.award_month": Begins.FILE,
    "honours.nominate_days": Begins.FILE,
    "honours.nominations_each": Begins.FILE,
    "honours.least_nominations": Begins.FILE,
    "honours.shortlist": Begins.FILE,
    "honours.way": Begins.FILE,
    "honours.vote_days": Begins.FILE,
    "honours.pioneers": Begins.FILE,
    "quests": Begins.NEXT_MONTH,
    "inquiries": Begins.FILE,
    "oversight": Begins.FILE,
    "roll": Begins.FILE,
    "rights": Begins.FILE,
}
"""By name, or by section; else at once."""
BOUND = frozenset(rule.value for rule in Rule)


NOT_BY_CHAT = frozenset({Begins.CHARTER, Begins.FILE})


def begins(name: str) -> Begins:
    """The longest part of the name that the table has counts."""
    if name in BOUND:
        return Begins.CHARTER
    section = name.split(".")
    parts = (".".join(section[:length]) for length in range(len(section), 0, -1))
    return next((BEGINS[part] for part in parts if part in BEGINS), Begins.AT_ONCE)


@dataclass(frozen=True)
class SettingChange:
    """`number` counts over all communities; `key` is the draft's, so that a change is made once."""

    community: CommunityId
    key: str
    name: str
    old: Written
    new: Written
    reason: str
    by: int
    """Telegram id; 0 once their data has been deleted."""
    made_at: datetime
    from_at: datetime
    number: int = 0


def in_force(defaults: Community, changes: Sequence[SettingChange], at: datetime) -> Community:
    """What counts at a moment; of two changes of one setting the one that began later. What a newer version of the
    bot does not take any more counts no longer."""
    settings = defaults
    for change in sorted(changes, key=lambda one: (one.from_at, one.number)):
        if change.from_at <= at:
            try:
                settings = changed(settings, change.name, change.new)
            except (KeyError, ValueError):
                continue
    return settings


@dataclass(frozen=True)
class Setting:
    """One setting as somebody looks at it."""

    name: str
    value: Written
    default: Written
    begins: Begins
    coming: SettingChange | None = None
    """A change that does not count yet."""
    may: bool = False
    """Whether who looks may change it."""


def setting(
    name: str, now: Community, defaults: Community, coming: Sequence[SettingChange], *, may: bool = False
) -> Setting:
    """`coming`: all changes that do not count yet."""
    mine = [change for change in coming if change.name == name]
    return Setting(name, value(now, name), value(defaults, name), begins(name), mine[-1] if mine else None, may)


def next_month(now: datetime, zone: tzinfo) -> datetime:
    """Its first moment."""
    day = (now.astimezone(zone).date().replace(day=1) + timedelta(days=32)).replace(day=1)
    return datetime.combine(day, time(), zone)


def after_day(moment: datetime, zone: tzinfo) -> datetime:
    """The midnight that ends the day."""
    return datetime.combine(moment.astimezone(zone).date() + timedelta(days=1), time(), zone)


@dataclass(frozen=True)
class SettingChanged(Event):
    change: SettingChange


class NoSetting(Refused):
    """No such name: a made-up button, or one of an earlier version."""


@dataclass(eq=False)
class OnlyInFile(Refused):
    """It is not changed by chat."""

    begins: Begins


@dataclass(eq=False)
class ValueUnfit(Refused):
    """Out of bounds, or of another kind; the explanation says what would be right."""

    name: str


class SameValue(Refused):
    """It is so already."""


@dataclass(eq=False)
class ReasonMissing(Refused):
    """No change without a reason, of so many characters."""

    most: int


class NoSettingDraft(Refused):
    """This was changed or dropped before, or somebody else changed it meanwhile."""
