"""What some days came to, for those who may see it (issue 9.6)."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from bot.coverage.model import Cell, Dimension, TooFew, suppress
from bot.kit.people import CommunityId, Reader
from bot.reports.model.dates import Span
from bot.reports.model.rates import Rate, Share, rates
from bot.residents.model import NoCommunity
from bot.review.model.days import A_DAY, Days, checked, month_of, year_until
from bot.review.model.measure import Figure, Measure
from bot.review.model.peaks import Band, Node, tree
from bot.review.model.review import Review, Targets, Took, shows_parts
from bot.roles.model import Act, permit
from bot.surveys.model import Answers, Tally
from bot.unit_of_work import UnitOfWork

TREND = 6
"""Months beside each other: more have no room on a phone."""
BASELINE = 90
"""Days."""
FEW = 3
"""Whoever these are, they have the most."""


def today(uow: UnitOfWork, reader: Reader) -> date:
    """The community's day, for those who may ask for a report. Raises `NoCommunity`, `NotAllowed`."""
    _here(uow, reader)
    return uow.now.astimezone(uow.settings.zone).date()


def look(uow: UnitOfWork, reader: Reader, days: Days) -> Review:
    """Raises `NoCommunity`, `NotAllowed`, `NotDays`."""
    community, day = _here(uow, reader), today(uow, reader)
    parted = shows_parts(checked(days, day), day)
    took = _took(uow, community, days) if parted else None
    return Review(
        place=uow.reviews.name(community),
        days=days,
        over=days.over(day),
        figures={one.measure: one for one in figures(uow, community, days)},
        before={one.measure: one for one in figures(uow, community, days.before())},
        baseline=_baseline(uow, community),
        targets=_targets(uow),
        trend=uow.reviews.line(community, Measure.ADULTS, year_until(month_of(days.last).first, TREND)),
        deliberation=uow.assessments.trend(community),
        money=uow.savings.sums(community),
        took=took,
        peaks=_peaks(uow, community, days) if parted else (),
        parted=parted,
        link=uow.link,
    )


def figures(uow: UnitOfWork, community: CommunityId, days: Days) -> Sequence[Figure]:
    """All of them, up to now."""
    span, took = _span(uow, days), uow.reviews.took_part(community, _span(uow, days))
    zone, least = uow.settings.zone, uow.settings.coverage.least
    return [
        _sum(Measure.ADULTS, took.parts[Dimension.AGE]),
        _sum(Measure.HOUSEHOLDS, took.parts[Dimension.TENURE]),
        uow.reviews.ballots(community, span),
        uow.reviews.sittings(community, span, uow.now),
        _response(uow, community, span),
        uow.reviews.solved(community, span),
        _satisfaction(uow, community, days),
        _top(Measure.SPEAKING, uow.reviews.turns(community, span), least),
        _top(Measure.WINNING, uow.reviews.wins(community, span), least),
        uow.reviews.items(community, span),
        uow.reviews.deliberation(community, span),
        Figure(Measure.CONCERNS, uow.reports.raised(community, span), _length(span)),
        *uow.reviews.points(community, span),
        uow.reviews.help(community, span, zone),
        uow.reviews.came(community, span),
    ]


def _here(uow: UnitOfWork, reader: Reader) -> CommunityId:
    community = reader.community or uow.residents.only_community()
    if community is None:
        raise NoCommunity
    permit(uow.roles.of(replace(reader, community=community)), Act.SEE_REPORTS)
    return community


def _span(uow: UnitOfWork, days: Days) -> Span:
    whole = days.span(uow.settings.zone)
    return Span(whole.since, min(whole.until, max(whole.since, uow.now)))


def _length(span: Span) -> int:
    """Days that have begun."""
    return -(-(span.until - span.since) // A_DAY)


def _sum(measure: Measure, cells: Sequence[Cell]) -> Figure:
    return Figure(measure, sum(cell.joined for cell in cells), sum(cell.on_roll for cell in cells))


def _top(measure: Measure, each: Sequence[int], least: int) -> Figure:
    """What the three with the most have, of all."""
    return Figure(measure, sum(each[:FEW]), sum(each), hidden=0 < sum(each) < least)


def _response(uow: UnitOfWork, community: CommunityId, span: Span) -> Figure:
    promised = timedelta(hours=uow.settings.response.first_hours)
    cases = uow.reports.cases(community, span, span.since - promised)
    found: Share = rates(cases, Tally(), span, promised, uow.settings.coverage.least).total[Rate.RESPONSE]
    return Figure(Measure.RESPONSE, found.good, found.all)


def _satisfaction(uow: UnitOfWork, community: CommunityId, days: Days) -> Figure:
    """Of whole months that are over, and have enough answers each: or a hidden month would be a quarter less two."""
    day = uow.now.astimezone(uow.settings.zone).date()
    if not days.whole_months or not days.over(day):
        return Figure(Measure.SATISFACTION, 0, 0, hidden=True)
    tallies = [uow.surveys.tally(community, month).total for month in days.months]
    if any(0 < found.all < uow.settings.coverage.least for found in tallies):
        return Figure(Measure.SATISFACTION, 0, 0, hidden=True)
    found = sum(tallies, Answers())
    return Figure(Measure.SATISFACTION, found.happy, found.all)


def _took(uow: UnitOfWork, community: CommunityId, days: Days) -> Took | None:
    least = uow.settings.coverage.least
    found = uow.reviews.took_part(community, _span(uow, days)).parts
    try:
        return Took({dimension: suppress(cells, least) for dimension, cells in found.items()})
    except TooFew:
        return None


def _peaks(uow: UnitOfWork, community: CommunityId, days: Days) -> Sequence[Node]:
    buildings = ["0", *map(str, uow.residents.buildings(community))]
    known = (list(Band), uow.reviews.categories(community), buildings)
    raised = uow.reviews.raised(community, _span(uow, days), uow.settings.zone)
    return tree(raised, uow.settings.coverage.least, known)


def _baseline(uow: UnitOfWork, community: CommunityId) -> Figure:
    first = (uow.reviews.first_raised(community) or uow.now).astimezone(uow.settings.zone).date()
    span = _span(uow, Days(first, first + (BASELINE - 1) * A_DAY))
    return Figure(Measure.CONCERNS, uow.reports.raised(community, span), _length(span))


def _targets(uow: UnitOfWork) -> Targets:
    rules = uow.settings.reports
    goals = {Measure.ADULTS: rules.participation_target, Measure.RESOLUTION: rules.resolution_target}
    return Targets(goals, rules.concentration_percent)
