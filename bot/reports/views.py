"""What the main group reads: the overdue board and the week."""

from datetime import datetime

from bot.kit.screens import Screen
from bot.kit.words import Words, later
from bot.reports.model.lists import Late, Overdue, Week
from bot.reports.model.rates import Rate, Share
from bot.reports.part_views import RATES, kind, where

NOTHING_LATE = later("<b>No concern is overdue.</b>\n{open} are being seen to.")


def overdue(say: Words, shown: Overdue, now: datetime) -> Screen:
    """The board: numbers, kinds and buildings; no names, no words of residents."""
    as_of = say("As of {time}", time=say.time(now))
    if not shown.late:
        return Screen("\n".join([say(NOTHING_LATE, open=shown.open), as_of]))
    lines = [
        say("<b>Overdue concerns</b>"),
        say("{late} of {open} open concerns wait longer than promised.", late=shown.late, open=shown.open),
        *(_late(say, one) for one in shown.oldest),
    ]
    if more := shown.late - len(shown.oldest):
        lines.append(say("… and {more} more.", more=more))
    return Screen("\n".join([*lines, as_of]))


def _late(say: Words, late: Late) -> str:
    return say("#{number} {kind}, {where}: overdue since {day}", number=late.number, kind=kind(say, late.category),
               where=where(say, late.building), day=say.day(late.since))  # fmt: skip


def digest(say: Words, week: Week) -> Screen:
    """The week in figures."""
    lines = [
        say("<b>Our concerns, {since} to {until}</b>", since=say.day(week.span.since), until=say.day(week.span.until)),
        say("{raised} raised, {closed} closed, {open} open now.", raised=week.raised, closed=week.closed,
            open=week.open),
        _share(say, Rate.RESPONSE, week.rates[Rate.RESPONSE]),
        _share(say, Rate.RESOLUTION, week.rates[Rate.RESOLUTION]),
        say("In {month}: {rate}", month=say.month(week.month),
            rate=_share(say, Rate.SATISFACTION, week.rates[Rate.SATISFACTION])),
    ]  # fmt: skip
    return Screen("\n".join(lines))


def _share(say: Words, rate: Rate, share: Share) -> str:
    name = say.plain(RATES[rate])
    if share.hidden:
        return say.plain("{rate}: too few answers to show", rate=name)
    if not share.all:
        return say.plain("{rate}: nothing to count", rate=name)
    return say.plain("{rate}: {good} of {all}, {percent}%", rate=name, good=share.good, all=share.all,
                     percent=share.percent)  # fmt: skip
