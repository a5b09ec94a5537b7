"""When and where concerns are raised: time of day × category × building, with small numbers hidden (row R060).

A tree: all → times of day → their categories → the buildings of these. Only a number that is shown is parted further,
and each part is hidden by itself as in the coverage, so that a hidden number is bound by one sum alone: there is no
second table from which it could be computed.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.coverage.model import Cell, TooFew, suppress


class Band(StrEnum):
    """A time of day, by the hour with which it begins."""

    MORNING = "morning"
    NOON = "noon"
    AFTERNOON = "afternoon"
    EVENING = "evening"
    NIGHT = "night"


BEGINS = {6: Band.MORNING, 10: Band.NOON, 14: Band.AFTERNOON, 18: Band.EVENING, 22: Band.NIGHT}
"""Until the next one; the night until 6."""


def band_of(hour: int) -> Band:
    return BEGINS[max((begin for begin in BEGINS if begin <= hour), default=max(BEGINS))]


@dataclass(frozen=True)
class Raised:
    """A concern without its author and its words; `hour` is the community's."""

    hour: int
    category: str
    building: int
    """0 for common ground."""


@dataclass(frozen=True)
class Node:
    """So many concerns of a part; `parts` are what is shown of them, empty where nothing more is."""

    part: str
    count: int
    parts: Sequence["Node"] = ()
    hidden: bool = False
    """Too few, or would give away what is; `count` is 0 then."""


LEVELS: Sequence[Callable[[Raised], str]] = (
    lambda one: band_of(one.hour),
    lambda one: one.category,
    lambda one: str(one.building),
)


def tree(raised: Sequence[Raised], least: int, known: Sequence[Sequence[str]]) -> Sequence[Node]:
    """The times of day, the busiest first. `known`: what there is on each level; none of it is told by absence.

    Empty where there are fewer than `least`, or nothing could be shown.
    """
    return _parts(raised, least, LEVELS, known)


def _parts(
    raised: Sequence[Raised], least: int, levels: Sequence[Callable[[Raised], str]], known: Sequence[Sequence[str]]
) -> Sequence[Node]:
    if not levels:
        return ()
    level, *finer = levels
    names, *others = known
    found = Counter(map(level, raised))
    cells = [Cell(name, len(raised), found[name]) for name in names]
    try:
        shown = suppress(cells, least)
    except TooFew:
        return ()

    def node(cell: Cell) -> Node:
        if cell.hidden:
            return Node(cell.part, 0, hidden=True)
        those = [one for one in raised if level(one) == cell.part]
        return Node(cell.part, cell.joined, _parts(those, least, finer, others))

    return sorted(map(node, shown), key=lambda found: -found.count)
