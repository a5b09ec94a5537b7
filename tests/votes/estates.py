"""Estates whose owners vote, as the vectors of field notes F2 describe them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from bot.votes.model.owners import Majority, OwnersCount, Stand, State, Unit, count_owners

ORDINARY, SPECIAL = Majority.ORDINARY, Majority.SPECIAL
DEVELOPER = "阳光置业公司"
Ballots = list[tuple[str, Stand]]


@dataclass(frozen=True)
class Vector:
    """One line of F2."""

    name: str
    units: Sequence[Unit]
    majority: Majority
    ballots: Ballots
    outcome: str


def flats(number: int, area: str = "100", *, owner: str | None = None, letter: str = "f") -> list[Unit]:
    """Sold, each to somebody else or all to `owner`."""
    names = [f"{letter}{place}" for place in range(number)]
    return [Unit(name, owner or name, Decimal(area)) for name in names]


def of_developer(unsold: int, undelivered: int) -> list[Unit]:
    states = [State.UNSOLD] * unsold + [State.UNDELIVERED] * undelivered
    return [Unit(f"d{place}", DEVELOPER, Decimal(100), state) for place, state in enumerate(states)]


def say(units: Iterable[Unit], yes: int, no: int = 0, abstain: int = 0) -> Ballots:
    """The first `yes` owners agree, the next disagree, then some abstain; the rest stay away."""
    stands = [Stand.YES] * yes + [Stand.NO] * no + [Stand.ABSTAIN] * abstain
    return [(unit.owner, stand) for unit, stand in zip(units, stands, strict=False)]


def counted(vector: Vector) -> OwnersCount:
    return count_owners(vector.majority, vector.units, vector.ballots)


EQUAL = flats(1200)
SMALL, SHOPS = flats(900, "60"), flats(10, "3600", letter="s")
THIRTY, FIFTEEN = flats(30), flats(15, owner="大业主", letter="b")
SEVENTY, REST = flats(70), of_developer(20, 10)
NINE, LARGE = flats(9, "50"), flats(1, "900", letter="l")
NO_OF_DEVELOPER = [(DEVELOPER, Stand.NO)]

VECTORS = [
    Vector("799 of 1200 take part", EQUAL, ORDINARY, say(EQUAL, 799), "no_quorum"),
    Vector("800 take part, 401 yes", EQUAL, ORDINARY, say(EQUAL, 401, 399), "carried"),
    Vector("400 to 400", EQUAL, ORDINARY, say(EQUAL, 400, 400), "tie"),
    Vector("an abstention is in the base", EQUAL, ORDINARY, say(EQUAL, 400, 399, 1), "lost"),
    Vector("exactly three quarters", EQUAL, SPECIAL, say(EQUAL, 600, 200), "carried"),
    Vector("one less", EQUAL, SPECIAL, say(EQUAL, 599, 201), "lost"),
    Vector("899 of 1200", EQUAL, SPECIAL, say(EQUAL, 899, 301), "lost"),
    Vector("shops of half the area", SMALL + SHOPS, ORDINARY, say(SMALL, 600) + say(SHOPS, 0, 10), "lost"),
    Vector(
        "an owner of fifteen is one person",
        THIRTY + FIFTEEN,
        ORDINARY,
        [("大业主", Stand.YES), *say(THIRTY, 10, 14)],
        "lost",
    ),
    Vector("the developer is one person", SEVENTY + REST, ORDINARY, say(SEVENTY, 60) + NO_OF_DEVELOPER, "carried"),
    Vector("the developer stays away", SEVENTY + REST, ORDINARY, say(SEVENTY, 50), "no_quorum"),
    Vector("two thirds of the area alone", NINE + LARGE, ORDINARY, say(LARGE, 1) + say(NINE, 1), "no_quorum"),
]  # fmt: skip
