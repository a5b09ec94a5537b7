"""The report as pictures for a phone: each number stands beside its bar, a line where the target is."""

from collections.abc import Iterator, Sequence

from bot.coverage.views import WHY_HIDDEN
from bot.kit.poster import Bar, Columns, Facts, Poster, Section
from bot.kit.words import Words, later
from bot.review import peak_views, took_views
from bot.review.model.measure import AMOUNTS, RATES, Figure, Measure, change
from bot.review.model.review import Review, Took
from bot.review.part_views import NAMES, called, short, value
from bot.review.taps import Chart
from bot.review.views import alert

LINE = later("The line in a bar is the target.")


def poster(say: Words, review: Review, chart: Chart) -> Poster | None:
    """What a chart says; none where nothing may be shown."""
    match chart:
        case Chart.FIGURES:
            return _figures(say, review)
        case Chart.TOOK:
            return _took(say, review, review.took) if review.took else None
        case Chart.PEAKS:
            return _peaks(say, review) if review.peaks and not review.peaks[0].hidden else None


def _figures(say: Words, review: Review) -> Poster:
    rates = [_bar(say, review, review.figures[measure]) for measure in RATES]
    facts = [(say.plain(NAMES[measure]), _amount(say, review, measure)) for measure in AMOUNTS]
    sections: Sequence[Section | Facts | Columns] = [
        Section(say.plain(LINE), [bar for bar in rates if bar is not None]),
        *_trend(say, review),
        Facts(say.plain("And how it has changed"), facts),
    ]
    notes = [alert(say, figure) for figure in review.alerts]
    return Poster(called(say, review.days), review.place, sections, " ".join(notes))


def _bar(say: Words, review: Review, figure: Figure) -> Bar | None:
    """None where there was nothing to count."""
    if figure.value is None:
        return None
    goal = review.targets.goals.get(figure.measure)
    mark = None if goal is None else goal / 100
    return Bar(say.plain(NAMES[figure.measure]), value(say, figure), float(figure.value), mark)


def _trend(say: Words, review: Review) -> Iterator[Columns]:
    """Where there is more than one month of the same definition."""
    points = review.trend.points
    if len(points) > 1:
        goal = review.targets.goals[Measure.ADULTS]
        bars = [Bar(say.month_name(month), short(say, figure), float(figure.value or 0)) for month, figure in points]
        heading = say.plain("Adults taking part; dashed: target {goal}%", goal=goal)
        yield Columns(heading, bars, goal / 100)


def _amount(say: Words, review: Review, measure: Measure) -> str:
    now = review.figures[measure]
    by, shown = change(now, review.before[measure]) if review.over else None, value(say, now)
    return shown if by is None else say.plain("{value}, {change}", value=shown, change=f"{by:+d}%")


def _took(say: Words, review: Review, took: Took) -> Poster:
    sections = took_views.sections(say, took)
    footnote = say.plain(WHY_HIDDEN) if took_views.any_hidden(took) else ""
    adults = review.figures[Measure.ADULTS]
    title = say.plain("{percent}% of adults took part", percent=adults.percent)
    return Poster(title, called(say, review.days), sections, footnote)


def _peaks(say: Words, review: Review) -> Poster:
    title = peak_views.headline(say, review.peaks)
    return Poster(title, called(say, review.days), peak_views.sections(say, review.peaks), say.plain(WHY_HIDDEN))
