"""What a committee's concerns came to in a month, for everybody; and how its members hear that it is there."""

from collections.abc import Callable, Mapping
from typing import Any

from bot.committees import taps
from bot.committees.model import CommitteeMonth, Months, NoMonth, Work
from bot.committees.views import LABEL
from bot.concerns.views import category
from bot.kit.refusals import Refused
from bot.kit.screens import Choice, GoHome, Screen, paged, screen
from bot.kit.words import Words, shorten
from bot.reports.model.dates import written


def month(say: Words, found: Months, page: int = 0) -> Screen:
    """All of it; the month before stands under it, and so on back."""
    shown = found.month
    older = next((one for one in found.others if one < shown.month), None)
    deeds = [Choice(say.month(older), _see(shown, written(older)))] if older else []
    title = say.plain("{name}, {month}", name=shown.name, month=say.month(shown.month))
    text = "\n".join([title, *_lines(say, shown.work)])
    back = taps.SeeCommittee(committee=shown.committee)
    return paged(say, text, page, lambda at: _see(shown, written(shown.month), at), *deeds, back=back)


def _lines(say: Words, work: Work) -> list[str]:
    """Plain."""
    kinds = say.plain(", ").join(category(say, one) for one in work.categories)
    return [
        say.plain("Saw to: {kinds}", kinds=kinds or say.plain("nothing yet")),
        say.plain("Raised {raised}, answered {answered}, closed {resolved}.", raised=work.raised,
                  answered=work.answered, resolved=work.resolved),
        say.plain("At the end open {open}, of these overdue {overdue}.", open=work.open, overdue=work.overdue),
        _wait(say, work),
        _satisfied(say, work),
    ]  # fmt: skip


def _wait(say: Words, work: Work) -> str:
    if work.tenths is None:
        return say.plain("Nothing was answered for the first time.")
    days = f"{work.tenths // 10}.{work.tenths % 10}"
    return say.plain("Half of the answers came within {days} days.", days=days)


def _satisfied(say: Words, work: Work) -> str:
    share = work.satisfied
    if share.hidden:
        return say.plain("Satisfaction: hidden, too few answered.")
    if not share.all:
        return say.plain("Satisfaction: nobody has answered.")
    return say.plain("Satisfaction: {percent}% ({good}/{all}).", percent=share.percent, good=share.good, all=share.all)


def ready(say: Words, found: CommitteeMonth) -> Screen:
    """To its members and to moderators."""
    name, of, work = shorten(found.name, LABEL), say.month(found.month), found.work
    text = say("{name}: {month} is put together. Raised {raised}, closed {resolved}, overdue {overdue}.", name=name,
               month=of, raised=work.raised, resolved=work.resolved, overdue=work.overdue)  # fmt: skip
    return screen(say, text, Choice(say.plain("See the month"), _see(found, written(found.month))), back=GoHome())


def no_month(say: Words, refusal: NoMonth) -> Screen:
    text = say("There is nothing of that month. A month is put together on the first of the next.")
    return screen(say, text, back=taps.SeeCommittee(committee=refusal.committee))


def _see(found: CommitteeMonth, which: int, page: int = 0) -> taps.SeeCommitteeMonth:
    return taps.SeeCommitteeMonth(committee=found.committee, month=which, page=page)


EXPLANATIONS: Mapping[type[Refused], Callable[[Words, Any], Screen]] = {NoMonth: no_month}
