"""What is counted: 三率 for those who may see them, the week for everybody."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from bot.kit.people import CommunityId, Reader
from bot.reports.model.dates import Span, month_before, month_of, span_of, week_before
from bot.reports.model.lists import Week
from bot.reports.model.rates import Month, Rate, Rates, Share, rates, without_satisfaction
from bot.residents.model import NoCommunity
from bot.roles.model import Act, permit
from bot.surveys.model import Tally
from bot.unit_of_work import UnitOfWork


def month(uow: UnitOfWork, reader: Reader, asked: date | None = None) -> Month:
    """三率 of a month, of the running one by default. Raises `NoCommunity`, `NotAllowed`."""
    community = here(uow, reader)
    permit(uow.roles.of(replace(reader, community=community)), Act.SEE_RATES)
    running = month_of(uow.now, uow.settings.zone)
    chosen = min(asked or running, running)
    now, before = (_of_month(uow, community, one) for one in (chosen, month_before(chosen)))
    over = chosen < running
    return Month(chosen, over, now if over else without_satisfaction(now), before)


def week(uow: UnitOfWork, community: CommunityId, until: datetime) -> Week:
    """The week that ended then; its satisfaction is that of the last whole month."""
    span = week_before(until, uow.settings.zone)
    counted = _counted(uow, community, span, Tally())
    last_month = month_before(month_of(until, uow.settings.zone))
    answers = uow.surveys.tally(community, last_month).total
    satisfied = Share(answers.happy, answers.all, hidden=0 < answers.all < uow.settings.coverage.least)
    return Week(
        span,
        raised=uow.reports.raised(community, span),
        closed=uow.reports.closed(community, span),
        open=uow.reports.overdue(community, uow.now, 0).open,
        rates={**counted.total, Rate.SATISFACTION: satisfied},
        month=last_month,
    )


def here(uow: UnitOfWork, reader: Reader) -> CommunityId:
    """The reader's community; of who lives elsewhere, the only one there is. Raises `NoCommunity`."""
    community = reader.community or uow.residents.only_community()
    if community is None:
        raise NoCommunity
    return community


def _of_month(uow: UnitOfWork, community: CommunityId, chosen: date) -> Rates:
    span = span_of(chosen, uow.settings.zone)
    tally = uow.surveys.tally(community, chosen)
    return _counted(uow, community, Span(span.since, min(span.until, max(span.since, uow.now))), tally)


def _counted(uow: UnitOfWork, community: CommunityId, span: Span, tally: Tally) -> Rates:
    promised = timedelta(hours=uow.settings.response.first_hours)
    cases = uow.reports.cases(community, span, span.since - promised)
    return rates(cases, tally, span, promised, uow.settings.coverage.least)
