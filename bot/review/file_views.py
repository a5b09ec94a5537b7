"""The numbers as tables: each with what it was computed from, its days and the id of its definition."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from bot.coverage.views import name
from bot.kit.cells import Cell, book_of, csv_of
from bot.kit.words import Words, later
from bot.review import peak_views, took_views
from bot.review.model.measure import AMOUNTS, CONCENTRATION, RATES, Figure
from bot.review.model.review import Review
from bot.review.part_views import DEFINITIONS, NAMES, amount
from bot.review.taps import Chart

HEAD = (
    later("what"), later("value"), later("part"), later("whole"), later("first day"), later("last day"),
    later("value before"), later("part before"), later("whole before"), later("definition"), later("id"),
)  # fmt: skip
TOOK_HEAD = later("by"), later("part of the roll"), later("took part"), later("on the roll"), later("percent")
PEAKS_HEAD = later("time of day"), later("kind"), later("building"), later("concerns")
SHEETS = {Chart.FIGURES: later("figures"), Chart.TOOK: later("who took part"), Chart.PEAKS: later("when and where")}
HIDDEN = "<5"
"""What stands for a small number, or one that would give it away."""


def table(say: Words, review: Review, chart: Chart) -> bytes:
    """The numbers behind a picture, as CSV."""
    head, *rows = _rows(say, review, chart)
    return csv_of([str(cell) for cell in head], rows)


def book(say: Words, review: Review) -> bytes:
    """All numbers, as XLSX: a sheet for each picture that can be shown."""
    shown = [chart for chart in Chart if chart is Chart.FIGURES or review.parted]
    return book_of({say.plain(SHEETS[chart]): _rows(say, review, chart) for chart in shown})


def file_name(say: Words, review: Review, kind: str, chart: Chart | None = None) -> str:
    first, last = review.days.first.isoformat(), review.days.last.isoformat()
    if chart is None:
        name = say.plain("report_{first}_{last}", first=first, last=last)
    else:
        what = say.plain(SHEETS[chart]).replace(" ", "_")
        name = say.plain("report_{first}_{last}_{what}", first=first, last=last, what=what)
    return Path(name).with_suffix(kind).name


def _rows(say: Words, review: Review, chart: Chart) -> Iterator[Sequence[Cell]]:
    match chart:
        case Chart.FIGURES:
            yield [say.plain(name) for name in HEAD]
            yield from (_figure(say, review, review.figures[one]) for one in (*RATES, *AMOUNTS, *CONCENTRATION))
        case Chart.TOOK:
            yield [say.plain(name) for name in TOOK_HEAD]
            yield from _took(say, review)
        case Chart.PEAKS:
            yield [say.plain(name) for name in PEAKS_HEAD]
            yield from _peaks(say, review)


def _figure(say: Words, review: Review, now: Figure) -> Sequence[Cell]:
    days, before = review.days, review.before[now.measure]
    return [
        say.plain(NAMES[now.measure]), *_numbers(now), days.first.isoformat(), days.last.isoformat(),
        *_numbers(before), say.plain(DEFINITIONS[now.measure]), now.measure.value,
    ]  # fmt: skip


def _numbers(figure: Figure) -> Sequence[Cell]:
    """The number itself, its part and its whole."""
    if figure.hidden:
        return HIDDEN, HIDDEN, HIDDEN
    whole: Cell = "" if figure.whole is None else figure.whole
    if figure.value is None:
        return "", figure.part, whole
    if figure.measure not in AMOUNTS:
        return f"{figure.percent}%", figure.part, whole
    return figure.part if figure.whole is None else amount(figure), figure.part, whole


def _took(say: Words, review: Review) -> Iterator[Sequence[Cell]]:
    for dimension, cells in review.took.parts.items() if review.took else ():
        for cell in cells:
            part = name(say, dimension, cell)
            shown: Sequence[Cell] = (cell.joined, cell.on_roll, f"{cell.percent}%")
            yield (say.plain(took_views.HEADINGS[dimension]), part,
                   *((HIDDEN, cell.on_roll, HIDDEN) if cell.hidden else shown))  # fmt: skip


def _peaks(say: Words, review: Review) -> Iterator[Sequence[Cell]]:
    """A line for each number that is shown, or hidden, on any level."""
    for band in review.peaks:
        named = peak_views.band_name(say, band)
        yield named, "", "", HIDDEN if band.hidden else band.count
        for kind in band.parts:
            yield named, peak_views.kind_name(say, kind), "", HIDDEN if kind.hidden else kind.count
            for place in kind.parts:
                yield (named, peak_views.kind_name(say, kind), peak_views.where(say, place),
                       HIDDEN if place.hidden else place.count)  # fmt: skip
