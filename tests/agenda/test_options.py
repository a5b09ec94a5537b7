"""Options are lines of the frozen words: what was previewed is what can be chosen, and nothing else."""

import pytest

from bot.agenda.model.options import check_options, options_of
from bot.agenda.model.refusals import OptionsUnclear
from bot.agenda.model.steps import Step
from bot.votes.model.card import check_options as check_offered
from bot.votes.model.refusals import OptionsDiffer
from tests.agenda.items import there_is
from tests.agenda.test_staff import manages
from tests.neighbours import Look, Neighbourhood, Someone
from tests.votes.rules import HOUSEHOLDS, choosing

LIGHTS = "同意换路灯，选一种。\n方案：太阳能灯\n方案2： 普通  路灯"
LONG = "在三号楼和四号楼之间的空地上修一个带顶棚的电动自行车充电车棚"


def test_options_stand_line_by_line_in_the_words() -> None:
    assert options_of(LIGHTS) == ("太阳能灯", "普通 路灯")
    assert options_of("Which lamps?\nOption 1: solar\noption: usual") == ("solar", "usual")
    assert options_of("这个方案：换路灯。") == ()
    check_options(LIGHTS)
    check_options("同意换路灯。")


@pytest.mark.parametrize(
    "lines",
    [
        ["太阳能灯"],
        ["太阳能灯", "太阳能灯"],
        [f"{LONG}，装二十个充电口", f"{LONG}，装四十个充电口"],
        ["太阳能灯", "弃权"],
        ["太阳能灯", "Abstain"],
        ["太阳能灯", "都不同意"],
        ["太阳能灯", ""],
        ["太阳能灯", "——"],
        ["太阳能灯", "\u200b"],
        ["太阳能灯", "灯" * 101],
        [f"{number}号灯" for number in range(20)],
    ],
)
def test_what_nobody_can_tell_apart_is_none(lines: list[str]) -> None:
    with pytest.raises(OptionsUnclear):
        check_options("\n".join(["换路灯。", *(f"方案：{line}" for line in lines)]))


def test_a_ballot_offers_what_was_previewed_and_nothing_else() -> None:
    check_offered(choosing("太阳能灯", "普通 路灯", "都不同意"), LIGHTS)
    check_offered(HOUSEHOLDS, "同意换路灯。")
    for rule in (
        choosing("太阳能灯", "都不同意"),
        choosing("太阳能灯", "普通 路灯", "声控灯", "都不同意"),
        choosing("普通 路灯", "太阳能灯", "都不同意"),
        choosing("太阳能灯", "普通路灯", "都不同意"),
        HOUSEHOLDS,
    ):
        with pytest.raises(OptionsDiffer):
            check_offered(rule, LIGHTS)
    with pytest.raises(OptionsDiffer):
        check_offered(choosing("太阳能灯", "普通 路灯", "都不同意"), "同意换路灯。")


async def test_they_are_read_back_when_the_words_are_frozen(
    town: Neighbourhood, moderator: Someone, look: Look
) -> None:
    await there_is(town, Step.REVIEWING)
    await manages(moderator, "定表决的原文")
    await moderator.says("同意换路灯。\n方案：太阳能灯")
    assert await moderator.reads() == "请至少写两个方案，每个另起一行，名称不要一样。"
    await moderator.says(LIGHTS)
    assert "投票时从这2个方案里选，不能再加。" in await moderator.reads()
    await moderator.taps("对，就这样")
    assert look("SELECT words FROM agenda_wordings") == [(LIGHTS,)]
