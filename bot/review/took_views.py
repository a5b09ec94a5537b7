"""Who took part, against the roll."""

from collections.abc import Iterator, Sequence

from bot.coverage.model import Cell, Dimension
from bot.coverage.views import WHY_HIDDEN, name, value
from bot.kit.poster import Bar, Section
from bot.kit.words import Words, later
from bot.review.model.review import Took

HEADINGS = {
    Dimension.TENURE: later("Took part, households by tenure"),
    Dimension.AGE: later("Took part, adults by age"),
    Dimension.BUILDING: later("Took part, households by building"),
}


def took_lines(say: Words, took: Took) -> Iterator[str]:
    """Plain."""
    for dimension, cells in took.parts.items():
        yield say.plain(HEADINGS[dimension])
        for cell in cells:
            yield say.plain("{part}: {value}", part=name(say, dimension, cell), value=cell_value(say, cell))
    if any_hidden(took):
        yield say.plain(WHY_HIDDEN)


def sections(say: Words, took: Took) -> Sequence[Section]:
    return [
        Section(
            say.plain(HEADINGS[dimension]),
            [
                Bar(name(say, dimension, cell), value(say, cell), None if cell.hidden else cell.percent / 100)
                for cell in cells
            ],
        )
        for dimension, cells in took.parts.items()
    ]  # fmt: skip


def cell_value(say: Words, cell: Cell) -> str:
    """Plain."""
    if cell.hidden:
        return say.plain("hidden")
    return say.plain("{percent} ({part}/{whole})", percent=f"{cell.percent}%", part=cell.joined, whole=cell.on_roll)


def any_hidden(took: Took) -> bool:
    return any(cell.hidden for cells in took.parts.values() for cell in cells)
