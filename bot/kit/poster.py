"""What a picture says, before it is drawn: titles, bars, columns and plain numbers."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Bar:
    """One part: its name, what is said of it, and how much of the bar is filled (None: not shown)."""

    name: str
    value: str
    share: float | None
    mark: float | None = None
    """Where in the bar a line stands: enough begins there."""


@dataclass(frozen=True)
class Section:
    heading: str
    bars: Sequence[Bar]


@dataclass(frozen=True)
class Facts:
    """Numbers that are parts of nothing: each with its name on a line."""

    heading: str
    rows: Sequence[tuple[str, str]]


@dataclass(frozen=True)
class Columns:
    """One measure over time, the earliest first, six at most: columns from zero, each with its number on it."""

    heading: str
    bars: Sequence[Bar]
    mark: float | None = None
    """How high a dashed line runs across: enough begins there."""


@dataclass(frozen=True)
class Poster:
    """Everything that the picture says."""

    title: str
    total: str
    sections: Sequence[Section | Facts | Columns]
    footnote: str
