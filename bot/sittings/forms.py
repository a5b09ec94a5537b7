"""What is half said about an extraordinary sitting. The key is in every button: an old one is about no newer draft."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time, tzinfo
from typing import Self

from bot.kit.forms import Form
from bot.sittings.model.sitting import SittingId


@dataclass(frozen=True)
class Calling(Form):
    """One is being called."""

    name = "calling_sitting"
    key: str
    day: date | None = None
    hour: time | None = None

    def says(self, day: date | None, hour: time | None) -> Self:
        """What is said anew takes the place of what was said."""
        return replace(self, day=day or self.day, hour=self.hour if hour is None else hour)

    def starts_at(self, zone: tzinfo) -> datetime | None:
        """None until both are said."""
        return None if self.day is None or self.hour is None else datetime.combine(self.day, self.hour, zone)


@dataclass(frozen=True)
class CallingOff(Form):
    """One is being called off, for a reason that everybody reads."""

    name = "calling_off_sitting"
    key: str
    sitting: SittingId
    reason: str = ""
