"""The figures of a month as supervisors go through them (row R057), as they stood when the month was over."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta, tzinfo

from bot.config import OversightRules
from bot.kit.events import Event
from bot.kit.people import CommunityId
from bot.kit.refusals import Refused
from bot.points.model.ledger import EARNED, Rule


@dataclass(frozen=True)
class Moved:
    """What moved by one rule of the ledger: so many entries, so many points."""

    rule: Rule
    entries: int
    points: int


@dataclass(frozen=True)
class HandedOver:
    """What was exchanged for points, and handed over."""

    called: str
    times: int
    points: int


@dataclass(frozen=True)
class Slip:
    """Something with this number that waits longer than it should, and since when."""

    number: int
    since: datetime


@dataclass(frozen=True)
class Open:
    """An inquiry that is not settled."""

    number: int
    late: bool


@dataclass(frozen=True)
class Done:
    """How often something of this kind stands in the log."""

    what: str
    times: int


@dataclass(frozen=True)
class Figures:
    """No names, so that everybody may read them."""

    points: tuple[Moved, ...]
    goods: tuple[HandedOver, ...]
    open_concerns: int
    concerns: tuple[Slip, ...]
    """Those that are overdue, the longest first; all of them."""
    items: tuple[Slip, ...]
    breaches: int
    """Concerns of which a deadline passed in the month."""
    inquiries: tuple[Open, ...]
    deeds: tuple[Done, ...]

    @property
    def given(self) -> int:
        """Earned and awarded."""
        return sum(one.points for one in self.points if one.rule in EARNED)

    @property
    def redeemed(self) -> int:
        return sum(one.points for one in self.points if one.rule is Rule.REDEEMING)


@dataclass(frozen=True)
class Pack:
    """A month; `note` are the minutes of the meeting about it, empty until they are written."""

    community: CommunityId
    month: date
    made_at: datetime
    figures: Figures
    note: str = ""
    noted_by: int | None = None
    """Telegram id."""
    noted_at: datetime | None = None
    look_at: datetime | None = None
    """When supervisors are reminded of the minutes."""

    def noted(self, words: str, by: int, at: datetime) -> "Pack":
        """Raises `NotedAlready`."""
        if self.note:
            raise NotedAlready(self.month)
        return replace(self, note=words, noted_by=by, noted_at=at, look_at=None)


@dataclass(frozen=True)
class Span:
    """From the first day of a month to that of the next, as days and as moments of the community."""

    month: date
    until: date
    begins: datetime
    ends: datetime


def month_before(day: date) -> date:
    return (day.replace(day=1) - timedelta(days=1)).replace(day=1)


def span_of(month: date, zone: tzinfo) -> Span:
    until = (month + timedelta(days=31)).replace(day=1)
    begins, ends = (datetime.combine(day, time(), zone) for day in (month, until))
    return Span(month, until, begins, ends)


def next_pack(now: datetime, rules: OversightRules, zone: tzinfo) -> datetime:
    """On the first of a month, at the community's hour: the first one after `now`."""
    first = now.astimezone(zone).date().replace(day=1)
    at = datetime.combine(first, rules.at, zone)
    return at if at > now else datetime.combine((first + timedelta(days=31)).replace(day=1), rules.at, zone)


def written(month: date) -> int:
    """202612, as a button carries it."""
    return month.year * 100 + month.month


def read_month(number: int) -> date | None:
    year, month = divmod(number, 100)
    return date(year, month, 1) if 2000 <= year < 3000 and 1 <= month <= 12 else None


@dataclass(frozen=True)
class Packs:
    """A pack as the reader has it before them."""

    pack: Pack
    writes: bool
    """Whether the reader can write its minutes."""
    files: bool
    """Whether the reader is sent its files."""
    months: Sequence[date]
    """Of all packs, the newest first."""


@dataclass(frozen=True)
class PackReady(Event):
    pack: Pack


@dataclass(frozen=True)
class PackNoted(Event):
    """The minutes of the meeting are written."""

    pack: Pack


@dataclass(frozen=True)
class PackNoteMissing(Event):
    """They should be there by now."""

    pack: Pack


class NoPack(Refused):
    """There is none of this month."""


class NoPackDraft(Refused):
    """Nothing is being written any more."""


@dataclass(eq=False)
class NoPackWords(Refused):
    """Nothing was said, or too much."""

    most: int


@dataclass(eq=False)
class NotedAlready(Refused):
    """Another supervisor has written them."""

    month: date
