"""三率 in words, complete for whoever does not see the pictures."""

from collections.abc import Iterator

from bot.kit.screens import ELDER_CHARACTERS, PAGE, Choice, Screen, pages, screen
from bot.kit.words import Words, later
from bot.reports.model.dates import month_before, written
from bot.reports.model.rates import Dimension, Ends, Month, Rate, Share, change
from bot.reports.part_views import RATES, part
from bot.reports.taps import SeeMonth

HEADINGS = {
    (Rate.RESPONSE, Dimension.BUILDING): later("Answered in time, by building"),
    (Rate.RESPONSE, Dimension.CATEGORY): later("Answered in time, by kind"),
    (Rate.RESOLUTION, Dimension.BUILDING): later("Confirmed as solved, by building"),
    (Rate.RESOLUTION, Dimension.CATEGORY): later("Confirmed as solved, by kind"),
    (Rate.SATISFACTION, Dimension.BUILDING): later("Satisfied, by building"),
    (Rate.SATISFACTION, Dimension.CATEGORY): later("Satisfied, by kind"),
}
WHY_HIDDEN = later("Small numbers are hidden: nobody is to be recognised.")
NOT_OVER = later("{month} is not over: satisfaction is shown when it is, or each answer could be told apart.")


def in_words(say: Words, month: Month, page: int = 0, *, without_picture: bool = False) -> Screen:
    """All of it, page by page."""
    lines = [line for line in _lines(say, month) if line]
    if without_picture:
        lines.insert(0, say("The picture cannot be drawn here; this is all of it in words."))
    parts = pages("\n".join(lines), ELDER_CHARACTERS if say.elder else PAGE)
    shown = page % len(parts)
    choices = [Choice(say.plain("The month before"), SeeMonth(month=written(month_before(month.month))))]
    if len(parts) > 1:
        choices.insert(0, Choice(say.plain("Go on reading"), SeeMonth(month=written(month.month), page=shown + 1)))
    return screen(say, parts[shown], *choices)


def value(say: Words, share: Share) -> str:
    """Plain."""
    if share.hidden:
        return say.plain("hidden")
    return f"{share.percent}%" if share.all else say.plain("none")


def changed(say: Words, new: Share, old: Share) -> str:
    """Plain: what it was, and by how much of that it has changed."""
    by = change(new, old)
    if by is None:
        return say.plain("the month before: {before}", before=value(say, old))
    return say.plain("the month before: {before}, change {change}", before=value(say, old), change=f"{by:+d}%")


def _lines(say: Words, month: Month) -> Iterator[str]:
    yield say("{month}: three rates", month=say.month(month.month))
    for rate, name in RATES.items():
        yield _line(say, say.plain(name), month.now.total[rate], month.before.total[rate])
    yield _ends(say, month.now.ends)
    if not month.over:
        yield say(NOT_OVER, month=say.month(month.month))
    hidden = False
    for (rate, dimension), heading in HEADINGS.items():
        found = month.now.parts.get((rate, dimension), {})
        before = month.before.parts.get((rate, dimension), {})
        if found:
            yield say(heading)
        for name, share in found.items():
            hidden |= share.hidden
            yield _line(say, part(say, dimension, name), share, before.get(name, Share()))
    if hidden:
        yield say(WHY_HIDDEN)


def _line(say: Words, name: str, new: Share, old: Share) -> str:
    if new.known is None:
        return say("{name}: {now}; {before}", name=name, now=value(say, new), before=changed(say, new, old))
    return say("{name}: {now} ({good}/{all}); {before}", name=name, now=value(say, new), good=new.good,
               all=new.all, before=changed(say, new, old))  # fmt: skip


def _ends(say: Words, ends: Ends) -> str:
    return say(
        "Counted apart: nobody objected {uncontradicted}, cannot be done {accepted}, open again {reopened}.",
        uncontradicted=ends.uncontradicted,
        accepted=ends.accepted,
        reopened=ends.reopened,
    )
