"""The rules on their boundaries: badges, goals, the shortlist, ties, the year."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.config import Config, HonourRules
from bot.honours.model.badge import badges, just_earned
from bot.honours.model.certificate import Honour, NotACertificate, make_code, read_code
from bot.honours.model.pioneer import AwardId, Nominee, NomineeId, begins_at, choose, shortlist, year_now
from bot.honours.model.thanks import Doer, goal, month_after, month_before, thanks
from bot.points.model.ledger import EARNED, Rule


@pytest.fixture(scope="module")
def rules(config: Config) -> HonourRules:
    return config.community.honours


def nominee(number: int, nominations: int = 9, points: int = 0, votes: int = 0) -> Nominee:
    return Nominee(NomineeId(number), AwardId(1), number, 3, f"邻居{number}", nominations, points, votes=votes)


def test_a_badge_is_held_from_exactly_so_many_deeds_on(rules: HonourRules) -> None:
    for times, held in ((9, False), (10, True), (11, True)):
        [regular] = [one for one in badges({Rule.ATTENDING: times}, rules) if one.honour is Honour.REGULAR]
        assert regular.held is held
    assert just_earned({Rule.ATTENDING: 9}, Rule.ATTENDING, rules) is None
    assert just_earned({Rule.ATTENDING: 10}, Rule.ATTENDING, rules) is Honour.REGULAR
    assert just_earned({Rule.ATTENDING: 10}, Rule.CONCERN, rules) is None
    assert just_earned({Rule.ATTENDING: 11}, Rule.ATTENDING, rules) is None


def test_volunteering_and_tasks_count_together(rules: HonourRules) -> None:
    assert just_earned({Rule.VOLUNTEERING: 3, Rule.TASK: 2}, Rule.TASK, rules) is Honour.VOLUNTEER


@given(st.dictionaries(st.sampled_from(EARNED), st.integers(1, 99)))
def test_no_badge_counts_votes_or_what_moderators_give(rules: HonourRules, deeds: dict[Rule, int]) -> None:
    without: dict[Rule, int] = {rule: times for rule, times in deeds.items() if rule not in (Rule.VOTING, Rule.AWARD)}
    assert badges(deeds, rules) == badges(without, rules)


def test_a_goal_is_a_share_of_the_households_and_at_least_one(rules: HonourRules) -> None:
    assert [goal(3, 0, households, rules).wanted for households in (0, 1, 5, 6, 60)] == [1, 1, 1, 2, 12]
    assert not goal(3, 11, 60, rules).reached
    assert goal(3, 12, 60, rules).reached


def test_whoever_shares_the_last_place_of_the_list_is_on_it(rules: HonourRules) -> None:
    few = [nominee(number, nominations=3) for number in range(12)]
    assert len(shortlist(few, rules)) == 12
    assert shortlist([nominee(1, nominations=1)], rules) == []
    assert shortlist([replace(nominee(1), opted_out=True), replace(nominee(2), name="")], rules) == []
    apart = [nominee(number, nominations=2, points=number) for number in range(12)]
    assert [one.id for one in shortlist(apart, rules)] == list(range(11, 1, -1))


def test_a_tie_makes_one_pioneer_more_and_nobody_is_one_without_votes(rules: HonourRules) -> None:
    votes = [5, 4, 3, 3, 2, 0]
    listed = [nominee(number, votes=count) for number, count in enumerate(votes)]
    assert [one.id for one in choose(listed, "vote", rules)] == [0, 1, 2, 3]
    assert choose([nominee(1)], "vote", rules) == []
    assert [one.id for one in choose([nominee(1, points=3), nominee(2, points=8)], "rank", rules)] == [2, 1]


def test_a_year_is_open_while_its_nominations_last(rules: HonourRules, config: Config) -> None:
    zone = config.community.zone
    begins = begins_at(2026, rules, zone)
    second = timedelta(seconds=1)
    ends = begins + timedelta(days=rules.nominate_days)
    moments = (begins - second, begins, ends - second, ends, datetime(2027, 1, 1, tzinfo=UTC))
    assert [year_now(moment, rules, zone) for moment in moments] == [None, 2026, 2026, None, None]


def test_thanks_name_so_many_and_count_the_others(rules: HonourRules) -> None:
    doers = [Doer(n, n % 20 + 1, f"邻居{n}", {Rule.TASK: 2}, 5, opted_out=n == 0) for n in range(205)]
    found = thanks(date(2026, 11, 1), doers, rules)
    assert sum(map(len, found.by_building.values())) == 200
    assert found.unnamed == 5
    assert found.deeds == {Rule.TASK: 410}
    assert list(found.by_building) == sorted(found.by_building)
    assert "邻居0" not in found.by_building[1]


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_months_follow_each_other(day: date) -> None:
    month = day.replace(day=1)
    assert month_before(month_after(month)) == month
    assert month_after(month).day == 1


@given(st.integers(0, 10**9 - 1), st.integers(0, 9), st.integers(1, 9))
def test_one_wrong_digit_is_no_certificate(drawn: int, place: int, by: int) -> None:
    code = make_code(drawn)
    assert read_code(f" {code[:3]} {code[3:]}") == code
    wrong = code[:place] + str((int(code[place]) + by) % 10) + code[place + 1 :]
    with pytest.raises(NotACertificate):
        read_code(wrong)
