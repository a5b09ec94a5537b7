"""When time has run out: who hears of it, each once, and on the very second."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.config import Config
from bot.groups.model import Group, Purpose, Standing
from bot.inquiries import notices
from bot.inquiries.model import About, Inquiry, InquiryClosed, InquiryRunsOut, NotAnswered, NotWaiting
from bot.inquiries.service import asking
from bot.roles.model import Appointment, Role
from storage.unit_of_work import SqlUnitOfWork
from tests.inquiries.conftest import NOW, SUNSHINE
from tests.inquiries.test_interest import SUN, answers, opens

GOVERNMENT, MODERATORS = 5000001, -1009
SECOND = timedelta(seconds=1)


def owed(uow: SqlUnitOfWork) -> dict[int, list[str]]:
    """What waits for each chat about inquiries."""
    found: dict[int, list[str]] = {}
    for post in uow.outbox.claim(uow.now, 100, ()):
        found.setdefault(post.chat_id, []).append(str(post.params["text"]))
    return found


def test_supervisors_government_and_the_moderators_group_hear_of_it(uow: SqlUnitOfWork) -> None:
    uow.roles.appoint(Appointment(SUNSHINE, GOVERNMENT, Role.GOVERNMENT))
    uow.groups.save(
        Group(MODERATORS, "管理员群", Standing.MEMBER, community=SUNSHINE, purpose=Purpose.MODERATORS), uow.now
    )
    inquiry = opens(uow, SUN, About.FREE, 0)
    owed(uow)
    uow.now = inquiry.due_at
    assert not asking.see_to_dates(uow)
    [late] = [event for event in uow.events if isinstance(event, InquiryRunsOut)]
    notices.run_out(uow, late)
    notices.run_out(uow, late)  # whoever knocks twice
    told = owed(uow)
    assert {SUN.telegram_id, GOVERNMENT, MODERATORS, 5000005} <= told.keys()
    assert all(len(texts) == 1 and "没有按时答复" in texts[0] for texts in told.values())


def test_a_mark_is_a_second_wide(uow: SqlUnitOfWork, config: Config) -> None:
    rules = config.community.inquiries
    inquiry = opens(uow, SUN, About.FREE, 0)
    assert inquiry.due_at == NOW + timedelta(days=rules.answer_days)
    assert inquiry.look_at == inquiry.due_at - timedelta(days=rules.remind_days)
    for moment, looks in ((inquiry.look_at - SECOND, 0), (inquiry.look_at, 1), (inquiry.due_at - SECOND, 1)):
        uow.now = moment
        asking.see_to_dates(uow)
        assert sum(isinstance(event, InquiryRunsOut) for event in uow.events) == looks
    uow.now = inquiry.due_at
    asking.see_to_dates(uow)
    asking.see_to_dates(uow)
    found = [event.inquiry.late for event in uow.events if isinstance(event, InquiryRunsOut)]
    assert found == [False, True]


def test_an_answer_counts_until_it_comes_and_late_stays_late(uow: SqlUnitOfWork) -> None:
    inquiry = opens(uow, SUN, About.FREE, 0)
    uow.now = inquiry.due_at
    asking.see_to_dates(uow)
    answered = answers(uow, replace(SUN, telegram_id=5000005), uow.inquiries.get(inquiry.id))
    assert (answered.late, answered.look_at) == (True, None)


def test_where_there_is_no_time_for_a_reminder_there_is_none(uow: SqlUnitOfWork, config: Config) -> None:
    rules = config.community.inquiries.model_copy(update={"answer_days": 2, "remind_days": 2})
    begun = opens(uow, SUN, About.FREE, 0).began(NOW, rules)
    assert begun.look_at == begun.due_at


def test_each_state_takes_what_it_can(uow: SqlUnitOfWork, config: Config) -> None:
    rules, waiting = config.community.inquiries, opens(uow, SUN, About.FREE, 0)
    answered = waiting.answered()
    closed = answered.closed()
    for refused, moves in {
        NotAnswered: (waiting.closed, lambda: waiting.asked_again(NOW, rules)),
        NotWaiting: (answered.answered,),
        InquiryClosed: (closed.answered, closed.closed, lambda: closed.asked_again(NOW, rules)),
    }.items():
        for move in moves:
            with pytest.raises(refused):
                move()
    assert isinstance(answered.asked_again(NOW, rules), Inquiry)
