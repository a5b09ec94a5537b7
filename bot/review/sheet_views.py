"""What a report says on the notice board."""

from bot.coverage.views import WHY_HIDDEN
from bot.kit.poster import Bar
from bot.kit.words import Words
from bot.review import peak_views, took_views
from bot.review.model.measure import AMOUNTS, RATES, Measure
from bot.review.model.review import Review
from bot.review.part_views import DEFINITIONS, NAMES, called, value
from bot.review.sheet import Row, Sheet
from bot.review.views import ONLY_MONTHS, alert, beside, money


def on_paper(say: Words, review: Review) -> Sheet:
    """All that everybody may read: sums, and parts that point at nobody."""
    sections = list(took_views.sections(say, review.took)) if review.took else []
    if review.peaks and not review.peaks[0].hidden:
        sections += peak_views.sections(say, review.peaks)
    notes = [alert(say, figure) for figure in review.alerts]
    notes.append(money(say, review.money))
    notes.append(say.plain(WHY_HIDDEN if review.parted else ONLY_MONTHS))
    return Sheet(
        title=review.place,
        when=say.plain("Report, {days}", days=called(say, review.days)),
        rows=[_row(say, review, measure) for measure in (*RATES, *AMOUNTS)],
        sections=sections,
        notes=notes,
        beside_code=say.plain("Scan it to take part"),
        link=review.link,
    )


def _row(say: Words, review: Review, measure: Measure) -> Row:
    now = review.figures[measure]
    goal = review.targets.goals.get(measure)
    share = float(now.value) if measure in RATES and now.value is not None else None
    words = say.plain("{value}; {before}", value=value(say, now), before=beside(say, review, measure))
    bar = Bar(say.plain(NAMES[measure]), words, share, None if goal is None else goal / 100)
    how = say.plain("How it is counted: {definition}.", definition=say.plain(DEFINITIONS[measure]))
    if goal is not None:
        how += say.plain(" The line is the target, {goal}%.", goal=goal)
    return Row(bar, f"{how} [{measure}]")
