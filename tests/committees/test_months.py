"""A committee's month: counted from the books, kept once, and satisfaction hidden where it would point at somebody."""

from collections.abc import Mapping
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.committees import service
from bot.committees.model import Counted, NoMonth, satisfaction, work
from bot.reports.model.events import MonthOver
from bot.reports.model.rates import Share, shown
from bot.surveys.model import Answers
from tests.committees.test_committees import committee, concern
from tests.votes.hall import CHAIR, SUNSHINE, Hall

NOVEMBER = date(2026, 11, 1)
HOUR = timedelta(hours=1)


@pytest.mark.parametrize(
    ("waits", "tenths"),
    [((), None), ((12,), 5), ((24, 48, 240), 20), ((24, 48), 15), ((1,), 0), ((1.2,), 1), ((3.6,), 2), ((3.5,), 1)],
)
def test_the_median_of_the_waits_in_tenths_of_a_day(waits: tuple[float, ...], tenths: int | None) -> None:
    counted = Counted(9, [wait * HOUR for wait in waits], 1, 2, 1)
    found = work(frozenset({"waste", "lift"}), counted, {}, 5)
    assert (found.tenths, found.answered, found.categories) == (tenths, len(waits), ("lift", "waste"))


@pytest.mark.parametrize(
    ("tallied", "told"),
    [
        ({}, Share()),
        ({"waste": Answers(3, 5), "noise": Answers(5, 5)}, Share(3, 5)),
        ({"waste": Answers(3, 4), "noise": Answers(5, 9)}, Share(hidden=True)),
        ({"waste": Answers(5, 6), "lift": Answers(1, 1)}, Share(hidden=True)),
        ({"waste": Answers(5, 6), "lift": Answers(5, 5)}, Share(10, 11)),
    ],
)
def test_satisfaction_is_of_its_kinds_and_hidden_where_few_answered(tallied: dict[str, Answers], told: Share) -> None:
    assert satisfaction(frozenset({"waste", "lift"}), tallied, 5) == told


@given(st.dictionaries(st.sampled_from("abcdef"), st.integers(1, 20).map(lambda n: Answers(n // 2, n))), st.data())
def test_a_committee_tells_no_more_than_the_rates_by_kind(tallied: Mapping[str, Answers], data: st.DataObject) -> None:
    kinds = frozenset(data.draw(st.sets(st.sampled_from("abcdef"))))
    parts = shown({kind: Share(found.happy, found.all) for kind, found in tallied.items()}, 5)
    found = satisfaction(kinds, tallied, 5)
    if not found.hidden:
        assert all(not parts[kind].hidden for kind in kinds & parts.keys())


async def test_it_is_made_once_and_stays_as_it_was(hall: Hall) -> None:
    made = await hall.town.do(committee)
    with pytest.raises(NoMonth):
        await hall.town.ask(service.month, CHAIR, made.id)
    await hall.town.do(concern, None, "1-1", "waste")
    await hall.town.do(concern, None, "1-2", "lift")
    hall.clock.moment += timedelta(days=20)
    for _ in range(2):
        await hall.town.do(service.put_months_together, None, MonthOver(SUNSHINE, NOVEMBER))
        await hall.town.do(lambda uow: service.assign(uow, CHAIR, made.id, "lift", its_own=True))
    found = (await hall.town.ask(service.month, CHAIR, made.id)).month
    assert (found.month, found.work.raised, found.work.open, found.work.overdue) == (NOVEMBER, 1, 1, 1)
    assert found.work.categories == ("waste",)
    with pytest.raises(NoMonth):
        await hall.town.ask(service.month, CHAIR, made.id, 202612)
    assert len(hall.rows("SELECT * FROM outbox WHERE cause LIKE 'committee-month-%'")) == 2


async def test_what_was_raised_after_the_month_is_not_of_it(hall: Hall) -> None:
    made = await hall.town.do(committee)
    hall.clock.moment += timedelta(days=20)
    await hall.town.do(concern, None, "1-1", "waste")
    await hall.town.do(service.put_months_together, None, MonthOver(SUNSHINE, NOVEMBER))
    assert (await hall.town.ask(service.month, CHAIR, made.id)).month.work.raised == 0
