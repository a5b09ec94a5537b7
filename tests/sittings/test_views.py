"""What is said of deliberation days around holidays."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import islice

from bot.config import Community, Config
from bot.kit.people import CommunityId
from bot.kit.words import Words
from bot.sittings.model.calendar import Day, days
from bot.sittings.model.sitting import Coming, Sitting, SittingId, moment
from bot.sittings.views import calendar, further
from tests.communities import like

MONDAY = datetime(2026, 10, 5, 2, tzinfo=UTC)
"""Of the National Day's week; Wednesday is a holiday too."""
TWO_WEEKS = {"on_holiday": "next_week", "every_weeks": 2, "counted_from": date(2026, 10, 5)}


def coming(community: Community, *called: Sitting, count: int = 2) -> Coming:
    by_rule: Sequence[Day] = list(islice(days(community.sittings, community.zone, MONDAY), count))
    return Coming(sorted([*by_rule, *called], key=moment), community.sittings.place, 7, calls=False)


def words(config: Config, *, elder: bool) -> Words:
    return Words("zh", config.community.zone, elder=elder)


def test_one_that_is_left_out_is_said_with_the_holiday(config: Config) -> None:
    assert calendar(words(config, elder=True), coming(config.community)).text == (
        "下次议事日：10月14日 星期三 晚上7点，社区活动室。\n10月7日 星期三国庆节放假，不开。"
    )
    assert calendar(words(config, elder=False), coming(config.community)).text == (
        "下次议事日：10月14日 星期三 晚上7点，社区活动室。\n议程提前7天公布。\n\n"
        "另外：\n10月7日 星期三国庆节放假，不开。"
    )


def test_one_that_is_moved_is_said_with_its_usual_day(config: Config) -> None:
    found = coming(like(config.community, sittings=TWO_WEEKS))
    headline, why = "下次议事日：10月14日 星期三 晚上7点，社区活动室。", "原定10月7日 星期三，国庆节放假。"
    assert calendar(words(config, elder=True), found).text == f"{headline}\n{why}"
    assert calendar(words(config, elder=False), found).text == (
        f"{headline}\n{why}\n议程提前7天公布。\n\n另外：\n10月21日 星期三 晚上7点，照常"
    )
    assert further(words(config, elder=True), found, 0).text == f"10月14日 星期三 晚上7点\n{why}"


def test_an_extraordinary_one_before_the_next_is_the_next(config: Config) -> None:
    starts_at = datetime(2026, 10, 6, 7, tzinfo=UTC)
    called = Sitting(SittingId(1), CommunityId(1), "1-1", starts_at, 5000005, MONDAY)
    assert calendar(words(config, elder=True), coming(config.community, called)).text == (
        "加开一次议事日：10月6日 星期二 下午3点，社区活动室。"
    )
    off = replace(called, called_off_at=MONDAY, reason="活动室停电")
    shown = calendar(words(config, elder=True), coming(config.community, off)).text
    assert shown == "下次议事日：10月14日 星期三 晚上7点，社区活动室。\n10月6日 星期二加开的取消了。"
    assert further(words(config, elder=True), coming(config.community, off), 0).text == (
        "10月6日 星期二加开的取消了。原因：活动室停电"
    )
