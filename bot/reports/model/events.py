"""Reports that are to be published, for `bot/reactions.py`."""

from dataclasses import dataclass
from datetime import date

from bot.kit.events import Event
from bot.kit.people import CommunityId
from bot.reports.model.lists import Overdue, TopTen, Week


@dataclass(frozen=True)
class OverdueCounted(Event):
    """The overdue board is to show this."""

    community: CommunityId
    overdue: Overdue


@dataclass(frozen=True)
class WeekOver(Event):
    """A week is to be told of."""

    community: CommunityId
    week: Week


@dataclass(frozen=True)
class TenChosen(Event):
    """The ten of a month are fixed."""

    community: CommunityId
    ten: TopTen


@dataclass(frozen=True)
class MonthOver(Event):
    """A month is over, and what it came to can be written down."""

    community: CommunityId
    month: date
