"""Reports that time brings: each is due by a row, and its next date is written with it."""

from bot.concerns.model.events import ConcernChanged
from bot.kit.people import CommunityId
from bot.reports.model.dates import Due, Report, month_before, month_of, next_date, week_before
from bot.reports.model.events import MonthOver, OverdueCounted, TenChosen, WeekOver
from bot.reports.model.lists import TEN
from bot.reports.service.figures import week
from bot.reports.service.ten import ten_of
from bot.unit_of_work import UnitOfWork

AT_ONCE = 20
"""So many reports are seen to in one transaction."""


def publish(uow: UnitOfWork) -> bool:
    """After a standstill each report comes once, the newest of its kind; whether there may be more."""
    for community in uow.reports.unplanned():
        for report in Report:
            _plan(uow, community, report)
    found = uow.reports.due(uow.now, AT_ONCE)
    for due in found:
        _plan(uow, due.community, due.report)
        PUBLISH[due.report](uow, due.community)
    return len(found) == AT_ONCE


def overdue_has_changed(uow: UnitOfWork, event: ConcernChanged) -> None:
    """The board is written anew at the next look, once for all that happens until then."""
    uow.reports.hasten(Due(event.concern.community, Report.OVERDUE, uow.now))


def _plan(uow: UnitOfWork, community: CommunityId, report: Report) -> None:
    uow.enter(community)
    at = next_date(report, uow.now, uow.settings.reports, uow.settings.zone)
    uow.reports.plan(Due(community, report, at))


def _show_overdue(uow: UnitOfWork, community: CommunityId) -> None:
    most = uow.settings.reports.overdue_shown
    uow.record(OverdueCounted(community, uow.reports.overdue(community, uow.now, most)))


def _tell_of_week(uow: UnitOfWork, community: CommunityId) -> None:
    """Of the newest that is over: it ended now, or while the bot was down."""
    coming = next_date(Report.DIGEST, uow.now, uow.settings.reports, uow.settings.zone)
    ended = week_before(coming, uow.settings.zone).since
    uow.record(WeekOver(community, week(uow, community, ended)))


def _choose_ten(uow: UnitOfWork, community: CommunityId) -> None:
    month = month_of(uow.now, uow.settings.zone)
    if uow.reports.choose(community, month, uow.reports.foremost(community, TEN)):
        uow.record(TenChosen(community, ten_of(uow, community, month)))


def _end_month(uow: UnitOfWork, community: CommunityId) -> None:
    uow.record(MonthOver(community, month_before(month_of(uow.now, uow.settings.zone))))


PUBLISH = {
    Report.OVERDUE: _show_overdue,
    Report.DIGEST: _tell_of_week,
    Report.TOP_TEN: _choose_ten,
    Report.MONTH: _end_month,
}
