"""A fraction of something, and whether it is reached: 2/3 以上 includes the number, 过半数 does not (民法典 1259)."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

Amount = int | Decimal
"""Persons, or square metres."""


@dataclass(frozen=True)
class Share:
    """`strict`: more than the fraction; otherwise the fraction itself is enough."""

    fraction: Fraction
    strict: bool

    def is_met(self, part: Amount, whole: Amount) -> bool:
        """Of nothing, no share is reached."""
        asked = Fraction(whole) * self.fraction
        return whole > 0 and (Fraction(part) > asked or (not self.strict and Fraction(part) == asked))

    def needed(self, whole: int) -> int:
        """The smallest count that is enough; one more than there are where nothing is."""
        asked = whole * self.fraction
        return max(asked.__floor__() + 1 if self.strict else asked.__ceil__(), 1)


def at_least(fraction: str) -> Share:
    """`fraction` as it is written, "2/3"; ValueError where it is none."""
    return Share(Fraction(fraction), strict=False)


def more_than(fraction: str) -> Share:
    """`fraction` as it is written, "1/2"; ValueError where it is none."""
    return Share(Fraction(fraction), strict=True)


@dataclass(frozen=True)
class Reached:
    """`part` of `whole`, of which `share` is asked."""

    part: int
    whole: int
    share: Share

    @property
    def met(self) -> bool:
        return self.share.is_met(self.part, self.whole)

    @property
    def missing(self) -> int:
        """How many more of the same whole it takes."""
        return max(self.share.needed(self.whole) - self.part, 0)
