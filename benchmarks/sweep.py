"""A year of 3,500 people's concerns on the moved clock: does a look cost more when thousands are closed?

Measured is how long the processor is busy: whatever else the machine does counts little. Only what time brings about is
told to people here; what they do themselves is measured in `commits.py`.
"""

import asyncio
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from benchmarks import line, shipped, sunshine
from benchmarks._year import A_WEEK, Year, broken

PEOPLE, CONCERNS, DAYS = 3500, 5000, 365
WEEKS = 8
COMPARED = WEEKS * A_WEEK
"""Hours at the beginning and at the end that are compared."""


async def measure() -> None:
    """Print what a look costs at the end against the beginning."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "yishi.db"
        open_books = await sunshine(path)
        with open_books("") as books:
            lived = await Year(books, shipped().community).live(DAYS, PEOPLE, CONCERNS, seed=4)
        if faults := broken(path, lived.expected):
            sys.exit("; ".join(faults))
    closed = f"{lived.closed[WEEKS - 1]} concerns closed then, {lived.closed[-1]} now"
    began, ended = lived.ticks[:COMPARED], lived.ticks[-COMPARED:]
    _say("a look that finds nothing", _idle(began), _idle(ended), closed)
    _say(
        "a mark that is seen to", _each(began), _each(ended), f"{len(lived.expected)} alarms, none twice, none missing"
    )


def _say(name: str, first: float, last: float, conditions: str) -> None:
    line(name, f"{last * 1000:.2f} ms", last / first, f"first eight weeks {first * 1000:.2f} ms; {conditions}")


def _idle(ticks: Sequence[tuple[float, int]]) -> float:
    return median(seconds for seconds, seen in ticks if not seen)


def _each(ticks: Sequence[tuple[float, int]]) -> float:
    return sum(seconds for seconds, seen in ticks if seen) / sum(seen for _, seen in ticks)


if __name__ == "__main__":
    asyncio.run(measure())
