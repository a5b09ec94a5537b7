"""How many have to be there, for a sitting to resolve anything (rows R002, R052)."""

from dataclasses import dataclass
from fractions import Fraction

from bot.config import AttendanceRules


@dataclass(frozen=True)
class Quorum:
    """`seats`: representatives at the time it is asked; 0 where there is no council yet, then all residents count."""

    seats: int
    needed: int

    def met_by(self, present: int) -> bool:
        return present >= self.needed

    def missing(self, present: int) -> int:
        """How many more have to come."""
        return max(self.needed - present, 0)


def quorum(seats: int, rules: AttendanceRules) -> Quorum:
    """More than the fraction of the council's seats; without a council, so many residents."""
    if not seats:
        return Quorum(0, rules.least_residents)
    fraction = Fraction(rules.quorum)
    return Quorum(seats, seats * fraction.numerator // fraction.denominator + 1)
