"""Dates and rates on their boundaries, and whatever else the figures could be."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from fractions import Fraction
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from bot.concerns.model.life import State
from bot.config import Config
from bot.kit.people import Language
from bot.kit.picture import TALLEST, draw_pages
from bot.kit.words import LANGUAGES, Words
from bot.reports.handlers import posters
from bot.reports.model.dates import (
    Report,
    month_after,
    month_before,
    month_of,
    next_date,
    read_month,
    span_of,
    week_before,
    written,
)
from bot.reports.model.rates import (
    Case,
    Dimension,
    Month,
    Rate,
    Rates,
    Share,
    change,
    rates,
    resolved,
    responded,
    shown,
    without_satisfaction,
)
from bot.surveys.model import Answers, Tally
from nlu.category import CATEGORIES
from tests.reports.strategies import NOVEMBER, cases
from tests.strategies import moments

DAY, SECOND = timedelta(hours=24), timedelta(seconds=1)
RAISED = datetime(2026, 11, 10, tzinfo=UTC)
LEAST = 5


def case(answered: timedelta | None = None, closed: timedelta | None = None, state: State = State.CLAIMED) -> Case:
    answered_at = None if answered is None else RAISED + answered
    return Case(3, "lighting", RAISED, answered_at, None if closed is None else RAISED + closed, state)


class TestResponse:
    def test_the_last_second_is_in_time_and_the_next_one_is_not(self) -> None:
        assert responded(case(DAY), NOVEMBER, DAY) is True
        assert responded(case(DAY + SECOND), NOVEMBER, DAY) is False

    def test_who_took_it_back_before_was_owed_nothing(self) -> None:
        assert responded(case(closed=DAY - SECOND, state=State.WITHDRAWN), NOVEMBER, DAY) is None
        assert responded(case(closed=DAY + SECOND, state=State.WITHDRAWN), NOVEMBER, DAY) is False

    @given(cases())
    def test_it_is_decided_in_one_month_and_never_again(self, one: Case) -> None:
        months = [span_of(date(2026, month, 1), UTC) for month in (10, 11, 12)] + [span_of(date(2027, 1, 1), UTC)]
        assert sum(responded(one, month, DAY) is not None for month in months) <= 1


class TestResolution:
    @pytest.mark.parametrize(
        ("state", "verdict"),
        [(State.CONFIRMED, True), (State.UNCONTRADICTED, False), (State.ACCEPTED, False), (State.WITHDRAWN, None),
         (State.DUPLICATE, None)],
    )  # fmt: skip
    def test_only_what_its_resident_confirmed_counts(self, state: State, verdict: bool | None) -> None:
        assert resolved(case(closed=DAY, state=state), NOVEMBER) is verdict

    def test_what_was_opened_again_counts_against_it(self) -> None:
        assert resolved(replace(case(), reopened=True), NOVEMBER) is False
        assert resolved(case(), NOVEMBER) is None


class TestChange:
    def test_it_is_a_share_of_what_was(self) -> None:
        assert change(Share(78, 100), Share(60, 100)) == 30
        assert change(Share(1, 2), Share(3, 4)) == -33

    def test_from_nothing_there_is_none(self) -> None:
        assert change(Share(5, 5), Share(0, 5)) is None
        assert change(Share(5, 5), Share()) is None
        assert change(Share(hidden=True), Share(5, 5)) is None

    @given(st.integers(1, 99), st.integers(1, 99))
    def test_no_percent_of_percents(self, new: int, old: int) -> None:
        assert change(Share(new, 100), Share(old, 100)) == round(Fraction(100 * (new - old), old))


counts = st.dictionaries(st.sampled_from([str(n) for n in range(1, 9)]), st.integers(1, 12))


class TestHiding:
    @given(counts)
    def test_what_is_hidden_is_several_and_together_enough_or_everything(self, answers: dict[str, int]) -> None:
        """Who knows the total and all that is shown knows the sum of the hidden, and no single one of them."""
        found = shown({part: Share(0, all_) for part, all_ in answers.items()}, LEAST)
        hidden = [part for part, share in found.items() if share.hidden]
        assert {part for part, many in answers.items() if many < LEAST} <= set(hidden)
        if hidden and len(hidden) < len(answers):
            assert len(hidden) > 1
            assert sum(answers[part] for part in hidden) >= LEAST

    def test_five_are_shown(self) -> None:
        assert shown({"3": Share(2, 5)}, LEAST) == {"3": Share(2, 5)}
        assert shown({"3": Share(2, 4)}, LEAST)["3"].hidden

    @given(st.lists(cases(), max_size=30), st.integers(0, 9), st.integers(0, 9))
    def test_the_parts_that_are_shown_never_exceed_the_total(self, many: list[Case], happy: int, sad: int) -> None:
        tally = Tally({3: Answers(happy, happy + sad)}, {"waste": Answers(happy, happy + sad)})
        found = rates(many, tally, NOVEMBER, DAY, LEAST)
        for (rate, _), parts in found.parts.items():
            assert sum(share.good for share in parts.values()) <= found.total[rate].good
            assert all(share.hidden or share.all >= LEAST for share in parts.values())
        assert found.total[Rate.SATISFACTION].hidden == (0 < happy + sad < LEAST)
        running = without_satisfaction(found)
        assert running.total[Rate.SATISFACTION].hidden
        assert {rate for rate, _ in running.parts} == {Rate.RESPONSE, Rate.RESOLUTION}


class TestDates:
    @given(moments, st.sampled_from(Report))
    def test_each_report_comes_after_now_and_within_its_rhythm(
        self, config: Config, now: datetime, report: Report
    ) -> None:
        rules, zone = config.community.reports, config.community.zone
        coming = next_date(report, now, rules, zone)
        longest = {Report.OVERDUE: 1, Report.DIGEST: 7, Report.TOP_TEN: 31, Report.MONTH: 31}[report]
        assert timedelta() < coming - now <= timedelta(days=longest)
        assert next_date(report, coming - SECOND, rules, zone) == coming
        assert next_date(report, coming, rules, zone) > coming

    @given(moments)
    def test_weeks_follow_each_other_without_a_gap(self, config: Config, now: datetime) -> None:
        rules, zone = config.community.reports, config.community.zone
        first = next_date(Report.DIGEST, now, rules, zone)
        second = next_date(Report.DIGEST, first, rules, zone)
        assert week_before(second, zone).since == first
        assert first.astimezone(zone).weekday() == 0

    @given(moments)
    def test_months_follow_each_other(self, config: Config, now: datetime) -> None:
        zone = config.community.zone
        month = month_of(now, zone)
        assert span_of(month, zone).holds(now)
        assert span_of(month, zone).until == span_of(month_after(month), zone).since
        assert month_before(month_after(month)) == month
        assert read_month(written(month)) == month


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("buildings", "most"), [(0, 3), (8, 7), (20, 7), (40, 10)])
def test_the_pictures_fit_a_phone_and_an_album(language: Language, buildings: int, most: int) -> None:
    parts = {str(number): Share(5, 7, hidden=number == 3) for number in range(1, buildings + 1)}
    kinds = {kind: Share(5, 7, hidden=kind == "waste") for kind in CATEGORIES[: 17 if buildings else 14]}
    both = {Dimension.BUILDING: parts, Dimension.CATEGORY: kinds}
    made = Rates(dict.fromkeys(Rate, Share(50, 70)), {(rate, one): both[one] for rate in Rate for one in Dimension})
    month = Month(date(2026, 11, 1), over=True, now=made, before=made)
    drawn = [Image.open(BytesIO(page)) for one in posters(Words(language, UTC), month) for page in draw_pages(one)]
    assert len(drawn) <= most
    assert {picture.width for picture in drawn} == {1080}
    assert max(picture.height for picture in drawn) <= TALLEST
