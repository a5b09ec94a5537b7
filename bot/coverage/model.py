"""Shares of those who joined, by building, tenure and age; what is too small to be shown is hidden.

A count under five could point at somebody. It is hidden, and so are as many others that nobody can compute it
from the total (primary and secondary suppression, as statistical offices do).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from bot.kit.refusals import Refused


class Dimension(StrEnum):
    """What the community is divided by."""

    TENURE = "tenure"
    AGE = "age"
    BUILDING = "building"


@dataclass(frozen=True)
class Cell:
    """How many of a part have joined: households, or residents where the part is an age group."""

    part: str
    """A building's number, a `Tenure` or an `AgeBand`."""
    on_roll: int
    joined: int
    hidden: bool = False

    @property
    def percent(self) -> int:
        """Rounded down, so that 100 means everybody."""
        return 100 * self.joined // self.on_roll if self.on_roll else 0


@dataclass(frozen=True)
class Coverage:
    """The figures that may be shown; `total` is of households."""

    total: Cell
    parts: dict[Dimension, Sequence[Cell]]


def shown(total: Cell, parts: dict[Dimension, Sequence[Cell]], least: int) -> Coverage:
    """`total` and `parts` with all hidden that is under `least` or would give away what is.

    Raises `TooFew` where the total itself is under `least`, or where a part could not be hidden behind it.
    """
    if total.joined < least:
        raise TooFew(least)
    return Coverage(total, {dimension: suppress(cells, least) for dimension, cells in parts.items()})


def suppress(cells: Sequence[Cell], least: int) -> Sequence[Cell]:
    """`cells`, with enough of them hidden; their sum counts as known. Raises `TooFew` where all would not be enough."""
    hidden = {cell.part for cell in cells if cell.joined < least}
    if not hidden:
        return cells
    others = sorted((cell for cell in cells if cell.part not in hidden), key=lambda cell: (cell.joined, cell.part))
    while not _is_safe([cell for cell in cells if cell.part in hidden], least):
        if not others:
            raise TooFew(least)
        hidden.add(others.pop(0).part)
    return [replace(cell, joined=0, hidden=True) if cell.part in hidden else cell for cell in cells]


def _is_safe(hidden: Sequence[Cell], least: int) -> bool:
    """Whether the hidden, of which the sum is known, could each be something else."""
    together, room = sum(cell.joined for cell in hidden), sum(cell.on_roll for cell in hidden)
    return together >= least and all(
        max(0, together - (room - cell.on_roll)) < min(cell.on_roll, together) for cell in hidden
    )


@dataclass(eq=False)
class TooFew(Refused):
    """So few have joined that figures would point at somebody."""

    least: int
