"""The figures in words, for whoever does not see the picture."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from bot.coverage.model import Cell, Coverage, Dimension, TooFew
from bot.coverage.taps import ReadOn
from bot.kit.refusals import Refused
from bot.kit.screens import Choice, Screen, pages, screen
from bot.kit.words import Words, later
from bot.residents.model import AgeBand, Tenure

HEADINGS = {
    Dimension.TENURE: later("Households by tenure"),
    Dimension.AGE: later("Residents by age"),
    Dimension.BUILDING: later("Households by building"),
}
NAMES = {
    Tenure.OWNER: later("Owners"),
    Tenure.TENANT: later("Tenants"),
    AgeBand.MINOR: later("Under 18"),
    AgeBand.YOUNG: later("18 to 35"),
    AgeBand.MIDDLE: later("36 to 59"),
    AgeBand.OLDER: later("60 or older"),
}
WHY_HIDDEN = later("Small numbers are hidden: nobody is to be recognised.")
OUT_OF_ALL = later("{joined} of {all} households have joined")


def in_words(say: Words, coverage: Coverage, page: int = 0, *, without_picture: bool = False) -> Screen:
    """All of it; in 长辈版 screen after screen. `without_picture` says that there is none."""
    lines = list(_lines(say, coverage))
    if without_picture:
        lines.insert(0, say("The picture cannot be drawn here; this is all of it in words."))
    if not say.elder:
        return screen(say, "\n".join(lines))
    parts = pages("\n".join(line for line in lines if line))
    shown = page % len(parts)
    following = [Choice(say.plain("Go on reading"), ReadOn(page=shown + 1))] if len(parts) > 1 else []
    return screen(say, parts[shown], *following)


def name(say: Words, dimension: Dimension, cell: Cell) -> str:
    """What a cell is about."""
    if dimension is Dimension.BUILDING:
        return say.plain("No. {building}", building=cell.part)
    kind = AgeBand(cell.part) if dimension is Dimension.AGE else Tenure(cell.part)
    return say.plain(NAMES[kind])


def value(say: Words, cell: Cell) -> str:
    """What a cell says."""
    return say.plain("hidden") if cell.hidden else f"{cell.percent}%"


def too_few(say: Words, refusal: TooFew) -> Screen:
    text = say("Too few have joined to show figures without pointing at somebody. {least} or more are needed.",
               least=refusal.least)  # fmt: skip
    return screen(say, text)


def _lines(say: Words, coverage: Coverage) -> Iterator[str]:
    total = coverage.total
    yield say(OUT_OF_ALL, joined=total.joined, all=total.on_roll)
    for dimension, cells in coverage.parts.items():
        yield ""
        yield say(HEADINGS[dimension])
        yield from (_line(say, dimension, cell) for cell in cells)
    if any(cell.hidden for cells in coverage.parts.values() for cell in cells):
        yield ""
        yield say(WHY_HIDDEN)


def _line(say: Words, dimension: Dimension, cell: Cell) -> str:
    named = name(say, dimension, cell)
    if cell.hidden:
        return say("{part}: hidden", part=named)
    return say("{part}: {joined} of {all}, {percent}%", part=named, joined=cell.joined, all=cell.on_roll,
               percent=cell.percent)  # fmt: skip


EXPLANATIONS: Mapping[type[Refused], Callable[[Words, Any], Screen]] = {TooFew: too_few}
