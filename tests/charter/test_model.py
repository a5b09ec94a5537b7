"""What an amendment says, and which settings a charter refuses."""

from datetime import UTC, datetime

import pytest

from bot.charter.model import (
    AmendmentUnclear,
    CharterBinds,
    Rule,
    Version,
    amended,
    changes,
    check_kept,
    in_force,
    values_of,
)
from bot.config import Config
from bot.kit.people import CommunityId
from bot.votes.model.vote import VoteId

BEGAN = datetime(2026, 11, 25, tzinfo=UTC)


def first(config: Config) -> Version:
    return Version(CommunityId(1), 1, values_of(config.community), "", BEGAN)


@pytest.mark.parametrize(
    ("line", "rule", "value"),
    [
        ("章程：议事日改为星期四", Rule.WEEKDAY, "thursday"),
        ("章程:议事日改成礼拜日。", Rule.WEEKDAY, "sunday"),
        ("Charter: weekday becomes monday", Rule.WEEKDAY, "monday"),
        ("章程：隔几周改为2周", Rule.EVERY_WEEKS, 2),
        ("章程：预告天数改为10天", Rule.PREVIEW_DAYS, 10),
        ("章程：公示天数改为7天", Rule.OBJECTION_DAYS, 7),
        ("章程：到会比例改为2/3", Rule.SITTING_QUORUM, "2/3"),
        ("章程：参与比例改为1/3", Rule.VOTE_QUORUM, "1/3"),
        ("章程：改章程比例改为3/4", Rule.MAJORITY, "3/4"),
    ],
)
def test_a_line_of_an_amendment_changes_one_rule(config: Config, line: str, rule: Rule, value: object) -> None:
    assert changes(f"同意改章程。\n{line}", config.community) == {rule: value}


def test_whatever_else_it_says_changes_no_number(config: Config) -> None:
    assert changes("每月第一个星期六大家一起打扫，写进章程。", config.community) == {}


@pytest.mark.parametrize(
    "line",
    [
        "章程：议事日改为星期八",
        "章程：议事日改为",
        "章程：取消议事日",
        "章程：积分改为9",
        "章程：公示天数改为2天",
        "章程：公示天数改为8天",
        "章程：预告天数改为0天",
        "章程：隔几周改为3周",
        "章程：改章程比例改为1/2",
        "章程：参与比例改为一半",
    ],
)
def test_what_is_not_clear_or_out_of_bounds_is_refused(config: Config, line: str) -> None:
    with pytest.raises(AmendmentUnclear):
        changes(line, config.community)


def test_the_newest_version_holds_over_the_file(config: Config) -> None:
    second = amended(first(config), {Rule.WEEKDAY: "thursday"}, "…", BEGAN, VoteId(7), 3)
    assert (second.number, second.vote, second.resolution) == (2, 7, 3)
    held = in_force(config.community, second.values)
    assert held.sittings.weekday == "thursday"
    assert held.sittings.preview_days == config.community.sittings.preview_days
    assert in_force(config.community, first(config).values) == config.community


def test_a_number_that_no_version_ever_had_is_refused(config: Config) -> None:
    one = first(config)
    two = amended(one, {Rule.WEEKDAY: "thursday"}, "…", BEGAN, VoteId(7), 3)
    for weekday in ("wednesday", "thursday"):  # the file of before is only out of date
        check_kept({**one.values, Rule.WEEKDAY: weekday}, [one, two])
    with pytest.raises(CharterBinds) as refused:
        check_kept({**one.values, Rule.WEEKDAY: "friday"}, [one, two])
    assert "sittings.weekday: friday; version 2 of the charter says thursday" in str(refused.value)


@pytest.mark.parametrize("rule", Rule)
def test_each_rule_of_the_charter_binds(config: Config, rule: Rule) -> None:
    with pytest.raises(CharterBinds):
        check_kept({**values_of(config.community), rule: "other"}, [first(config)])
