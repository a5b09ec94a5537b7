"""The monthly thanks: who did something hears of it, a day later the group does; and who wants to stand in no list."""

from datetime import date, timedelta

from bot.honours.model.pioneer import PioneersPublished, Stage, pioneers
from bot.honours.model.thanks import (
    DoerThanked,
    MonthThanked,
    Step,
    Thanks,
    ThanksDue,
    board_of,
    first_of,
    month_after,
    month_before,
    tell_at,
    thanks,
)
from bot.kit.events import PersonForgotten
from bot.kit.people import CommunityId, Reader
from bot.unit_of_work import UnitOfWork

AT_ONCE = 5
"""So many communities' thanks are seen to in one transaction."""
MONTHS = 12
"""So far back a name is taken out of the group's messages."""


def see_to_dates(uow: UnitOfWork) -> bool:
    """Plan what is not planned, do what is due; whether there may be more. After a standstill the newest comes."""
    for community in uow.honours.unplanned():
        uow.enter(community)
        _plan_telling(uow, community, _this_month(uow))
    due = uow.honours.due(uow.now, AT_ONCE)
    for one in due:
        uow.enter(one.community)
        if one.step is Step.TELL:
            _tell(uow, one)
        else:
            uow.record(MonthThanked(one.community, _thanks(uow, one.community, one.month)))
            _plan_telling(uow, one.community, _this_month(uow))
    return len(due) == AT_ONCE


def opt(uow: UnitOfWork, reader: Reader, out: bool) -> None:
    """Stand in no list, or in all again; what stands in the group follows. Twice is once. Raises `NotOnRoll`."""
    community = uow.residents.speaking(reader).household.community
    uow.honours.opt(community, reader.telegram_id, out)
    _show_anew(uow, community)


def follow_forgetting(uow: UnitOfWork, event: PersonForgotten) -> None:
    """A name that stands in a group goes with its owner; whose account it was can be told no more, but where it is."""
    for community in uow.deeds.communities(event.about("points")):
        _show_anew(uow, community)


def _tell(uow: UnitOfWork, due: ThanksDue) -> None:
    """Of a month that is long over nobody hears any more."""
    month = max(due.month, month_before(_this_month(uow)))
    at = uow.now + timedelta(hours=uow.settings.honours.thanks_notice_hours)
    for doer in uow.deeds.doers(due.community, month, month_after(month)):
        uow.record(DoerThanked(due.community, month, doer, at))
    uow.honours.plan(ThanksDue(due.community, month, Step.THANK, at))


def _show_anew(uow: UnitOfWork, community: CommunityId) -> None:
    """What stands in the group of the past year, without the names that are not to stand there."""
    month = _this_month(uow)
    for _ in range(MONTHS):
        month = month_before(month)
        if uow.outbox.boards(board_of(community, month)):
            uow.record(MonthThanked(community, _thanks(uow, community, month)))
    award = uow.awards.latest(community)
    if award is not None and award.stage is Stage.PUBLISHED:
        uow.record(PioneersPublished(award, pioneers(uow.awards.nominees(award.id))))


def _thanks(uow: UnitOfWork, community: CommunityId, month: date) -> Thanks:
    return thanks(month, uow.deeds.doers(community, month, month_after(month)), uow.settings.honours)


def _this_month(uow: UnitOfWork) -> date:
    return first_of(uow.now.astimezone(uow.settings.zone).date())


def _plan_telling(uow: UnitOfWork, community: CommunityId, month: date) -> None:
    at = tell_at(month, uow.settings.honours, uow.settings.zone)
    uow.honours.plan(ThanksDue(community, month, Step.TELL, at))
