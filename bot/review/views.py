"""Which days, and the report in words, complete for whoever does not see the pictures."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

from bot.assessments.model import tenths
from bot.kit.refusals import Refused
from bot.kit.screens import Choice, GoHome, Screen, page_of, paged, screen
from bot.kit.words import Words, later
from bot.review.model.days import Days, NoDaysNamed, NotDays, month_of, quarter_of, week_of
from bot.review.model.measure import AMOUNTS, CONCENTRATION, RATES, Figure, Measure, change
from bot.review.model.review import Review
from bot.review.part_views import DEFINITIONS, NAMES, called, short, value
from bot.review.peak_views import peak_lines
from bot.review.taps import (
    AskReport,
    Chart,
    FetchBook,
    FetchSheet,
    FetchTable,
    SeeChart,
    SeeReport,
    SeeWords,
    WriteDays,
    written,
)
from bot.review.took_views import took_lines
from bot.savings.model import Sums, yuan

ONLY_MONTHS = later(
    "Who took part, when and where is shown of whole months that are over: or the difference of two reports would be "
    "one person."
)


def which_days(say: Words, today: date, page: int = 0) -> Screen:
    offered = (
        (later("This week"), week_of(today)),
        (later("Last week"), week_of(today).before()),
        (later("This month"), month_of(today)),
        (later("Last month"), month_of(today).before()),
        (later("This quarter"), quarter_of(today)),
        (later("Last quarter"), quarter_of(today).before()),
    )
    choices = [Choice(say.plain(label), SeeReport(**of(days))) for label, days in offered]
    choices.append(Choice(say.plain("Write the days"), WriteDays()))
    shown = page_of(say, choices, page, AskReport(page=page + 1))
    return screen(say, say("A report of which days?"), *shown, back=GoHome())


def write_days(say: Words) -> Screen:
    return screen(say, say("From which day to which? For example: 1 October to 15 October, or a month as 2026-10."),
                  back=AskReport())  # fmt: skip


def caption(say: Words, review: Review, chart: Chart) -> Screen:
    """Under a picture: its numbers in one tap, and the other pictures."""
    days = of(review.days)
    choices = [Choice(say.plain("The numbers of this picture"), FetchTable(**days, chart=chart))]
    if review.took is not None and chart is not Chart.TOOK:
        choices.append(Choice(say.plain("Who took part"), SeeChart(**days, chart=Chart.TOOK)))
    if review.peaks and chart is not Chart.PEAKS:
        choices.append(Choice(say.plain("When and where"), SeeChart(**days, chart=Chart.PEAKS)))
    return screen(say, say("{name}: {days}", name=review.place, days=called(say, review.days)), *choices)


def in_words(say: Words, review: Review, page: int = 0, *, without_picture: bool = False) -> Screen:
    """All of it, page by page; what can be had of it stands under the last."""
    days = of(review.days)
    lines = [say.plain("The picture cannot be drawn here; this is all of it in words.")] if without_picture else []
    lines += _lines(say, review)
    deeds = (
        Choice(say.plain("For the notice board"), FetchSheet(**days)),
        Choice(say.plain("As a spreadsheet"), FetchBook(**days)),
        Choice(say.plain("As a plain table"), FetchTable(**days, chart=Chart.FIGURES)),
        Choice(say.plain("Other days"), AskReport()),
    )
    return paged(say, "\n".join(lines), page, lambda at: SeeWords(**days, page=at), *deeds)


def nothing_to_draw(say: Words) -> Screen:
    """A button of a report whose parts are not shown any more."""
    return screen(say, say("Too few took part to draw this without pointing at somebody."), Choice(
        say.plain("Other days"), AskReport()))  # fmt: skip


def sent(say: Words, name: str) -> Screen:
    """A file follows the picture or the words."""
    text = say("Here it is.") if say.elder else say("Here it is: {file}", file=name)
    return screen(say, text, Choice(say.plain("Other days"), AskReport()))


def not_sent(say: Words) -> Screen:
    return screen(say, say("The file did not get through. Please tap once more in a minute."))


def of(days: Days) -> dict[str, int]:
    """As buttons carry them."""
    return {"first": written(days.first), "last": written(days.last)}


def beside(say: Words, review: Review, measure: Measure) -> str:
    """Plain: what it was before; of amounts, by how much that has changed, once the days are over."""
    now, before = review.figures[measure], review.before[measure]
    by = change(now, before) if measure in AMOUNTS and review.over else None
    if by is None:
        return say.plain("before: {before}", before=short(say, before))
    return say.plain("before: {before}, change {change}", before=short(say, before), change=f"{by:+d}%")


def alert(say: Words, figure: Figure) -> str:
    """Plain."""
    return say.plain("Please look: {name} are {percent}% of all.", name=say.plain(NAMES[figure.measure]),
                     percent=figure.percent)  # fmt: skip


def targets(say: Words, review: Review) -> Iterator[str]:
    """Plain: how far each is from what was promised."""
    for measure, goal in review.targets.goals.items():
        figure = review.figures[measure]
        if figure.value is not None:
            reached = 100 * figure.value >= goal
            message = later("{name}: target {goal}%, reached") if reached else later("{name}: target {goal}%, not yet")
            yield say.plain(message, name=say.plain(NAMES[measure]), goal=goal)


def _lines(say: Words, review: Review) -> Iterator[str]:
    yield say.plain("{name}: {days}", name=review.place, days=called(say, review.days))
    if not review.over:
        yield say.plain("These days are not over; this is how it stands now.")
    yield from (alert(say, figure) for figure in review.alerts)
    yield from targets(say, review)
    for measure in (*RATES, *AMOUNTS, *CONCENTRATION):
        yield from _figure(say, review, measure)
    yield money(say, review.money)
    yield from took_lines(say, review.took) if review.took else ()
    yield from peak_lines(say, review.peaks)
    if not review.parted:
        yield say.plain(ONLY_MONTHS)


def _figure(say: Words, review: Review, measure: Measure) -> Iterator[str]:
    now = review.figures[measure]
    yield say.plain("{name}: {value}; {before}", name=say.plain(NAMES[measure]), value=value(say, now),
                    before=beside(say, review, measure))  # fmt: skip
    if measure is Measure.CONCERNS and (by := change(now, review.baseline)) is not None:
        yield say.plain("against the first 90 days ({before}): {change}", before=value(say, review.baseline),
                        change=f"{by:+d}%")  # fmt: skip
    if measure is Measure.DELIBERATION and review.deliberation is not None:
        trend = review.deliberation
        yield say.plain("the first three: {first}, the last three: {last}", first=tenths(trend.first),
                        last=tenths(trend.last))  # fmt: skip
    how = say.plain("How it is counted: {definition}.", definition=say.plain(DEFINITIONS[measure]))
    yield how if say.elder else f"— {how} [{measure}]"


def money(say: Words, found: Sums) -> str:
    """Plain; of all time."""
    return say.plain("Proved: saved {saved} yuan, raised {raised} yuan.", saved=yuan(found.saved),
                     raised=yuan(found.raised))  # fmt: skip


def not_days(say: Words, refusal: NotDays) -> Screen:
    text = say("These days do not work. The first one is before the last, not after today; {most} days at most.",
               most=refusal.most)  # fmt: skip
    return screen(say, text, Choice(say.plain("Other days"), AskReport()))


def no_days_named(say: Words, _: NoDaysNamed) -> Screen:
    if say.elder:
        return screen(say, say("I did not find any days in this."), Choice(say.plain("Other days"), AskReport()))
    text = say("I did not find any days in this. Like this: /report last month, or /report 1 October to 15 October "
               "as 10-1 to 10-15.")  # fmt: skip
    return screen(say, text, Choice(say.plain("Other days"), AskReport()))


EXPLANATIONS: Mapping[type[Refused], Callable[[Words, Any], Screen]] = {NotDays: not_days, NoDaysNamed: no_days_named}
