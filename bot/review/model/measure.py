"""What is measured, and how. Each number carries the id of its definition: two definitions never share one line.

Who changes what is counted gives it a new id (`…-2`), and another line begins.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction


class Measure(StrEnum):
    """The id of a definition; what it says to people is `DEFINITIONS` in bot/review/part_views.py."""

    ADULTS = "participation-adults-1"
    HOUSEHOLDS = "participation-households-1"
    TURNOUT = "turnout-1"
    CONVENING = "convening-1"
    RESPONSE = "response-1"
    RESOLUTION = "resolution-1"
    SATISFACTION = "satisfaction-1"
    SPEAKING = "speaking-top-three-1"
    WINNING = "winning-top-three-1"
    DELIBERATION = "deliberation-1"
    THROUGHPUT = "minutes-per-item-1"
    CONCERNS = "concerns-per-30-days-1"
    EARNED = "points-earned-1"
    REDEEMED = "points-redeemed-1"
    MUTUAL_AID = "mutual-aid-1"
    ACTIVITY = "activity-1"


RATES = (
    Measure.ADULTS, Measure.HOUSEHOLDS, Measure.TURNOUT, Measure.CONVENING, Measure.RESPONSE, Measure.RESOLUTION,
    Measure.SATISFACTION,
)  # fmt: skip
"""Parts of a whole; more is better."""
CONCENTRATION = (Measure.SPEAKING, Measure.WINNING)
"""Parts of a whole; less is better (row R101)."""
AMOUNTS = (
    Measure.CONCERNS, Measure.THROUGHPUT, Measure.DELIBERATION, Measure.EARNED, Measure.REDEEMED, Measure.MUTUAL_AID,
    Measure.ACTIVITY,
)  # fmt: skip
QUOTIENTS = {Measure.THROUGHPUT: 1, Measure.DELIBERATION: 1, Measure.CONCERNS: 30}
"""Amounts that are a part by a whole, and by how many of it: minutes by items, concerns by 30 days,
points of a rubric by raters."""


@dataclass(frozen=True)
class Figure:
    """A number and what it was computed from; `whole` is None for a bare count. `hidden`: too few to be shown."""

    measure: Measure
    part: int
    whole: int | None = None
    hidden: bool = False

    @property
    def value(self) -> Fraction | None:
        """None where there is nothing to show."""
        if self.hidden or self.whole == 0:
            return None
        times = QUOTIENTS.get(self.measure, 1)
        return Fraction(self.part * times, self.whole) if self.whole is not None else Fraction(self.part)

    @property
    def percent(self) -> int:
        """Of a rate; rounded down, so that 100 means all."""
        return int(100 * (self.value or 0))


def change(now: Figure, before: Figure) -> int | None:
    """By how much of what it was, in percent; None where either is not shown or there was nothing before.

    Raises `TwoDefinitions`.
    """
    if now.measure is not before.measure:
        raise TwoDefinitions(now.measure, before.measure)
    if now.value is None or not before.value:
        return None
    return round(100 * (now.value - before.value) / before.value)


@dataclass(frozen=True)
class Line:
    """One measure over some months, the earliest first. Raises `TwoDefinitions`."""

    measure: Measure
    points: Sequence[tuple[date, Figure]] = ()

    def __post_init__(self) -> None:
        for _, figure in self.points:
            if figure.measure is not self.measure:
                raise TwoDefinitions(self.measure, figure.measure)


class TwoDefinitions(ValueError):
    """Numbers that were counted in two ways would stand beside each other as if they were one."""

    def __init__(self, one: Measure, other: Measure) -> None:
        super().__init__(f"{one} and {other} cannot be compared")
