"""Ballots on paper: typed in by two different people, counted where they typed the same."""

from dataclasses import replace

import pytest

from bot.booth.typing_handlers import label_of
from bot.votes.model.rule import Electorate
from tests.booth.evening import among, begins, of_households
from tests.neighbours import Clock, Look, Neighbourhood, Someone

VOTED = "SELECT label, origin FROM vote_entries WHERE origin IS NOT NULL"
KEPT = "SELECT cause, params FROM outbox UNION SELECT form, answers FROM conversations"


async def types(person: Someone, label: str, *taps: str) -> str:
    """What they read at the end."""
    await person.says("/paperballot 1")
    await person.says(label)
    for button in (*taps, "对，投出去"):
        await person.taps(button)
    return str((await person.screen())["messages"][-1]["text"])


async def test_two_people_type_it_in_and_it_counts_once(
    town: Neighbourhood, clock: Clock, moderator: Someone, liaison: Someone, look: Look
) -> None:
    """林芳 moderates; 陈建国 is the liaison of building 3."""
    await begins(town)
    await moderator.says("/vote 1")
    await moderator.taps("管理这个投票")
    await moderator.taps("录入纸票")
    assert await moderator.reads() == "投票1：换路灯\n是谁家的纸票？请写门牌，比如3-2-501。"
    await moderator.says("3-2-501")
    assert await moderator.reads() == "3-2-501：纸票上写的是什么？"
    await moderator.taps("反对")
    assert "3-2-501，纸票上写的是：反对\n对吗？" in (await moderator.screen())["messages"][-1]["text"]
    await moderator.taps("对，投出去")
    assert "3-2-501：记下了。再有一个人录的一样，就算数。" in (await moderator.screen())["messages"][-1]["text"]
    assert look(VOTED) == []
    assert (await types(moderator, "3-2-501", "反对")).startswith("3-2-501：记下了。")
    assert look(VOTED) == []
    told = await types(liaison, "3-2-501", "反对")
    assert told.startswith("3-2-501：算数了。\n回执：")
    assert look(VOTED) == [("3-2-501", "paper")]
    assert look("SELECT * FROM vote_papers") == []
    assert told.split("\n")[1].removeprefix("回执：") not in str(look(KEPT))
    await liaison.says("3-2-501")
    assert "投票1您家或您已经投过" in await liaison.reads()
    await clock.passes(days=5)
    assert look("SELECT choice FROM vote_ballots") == [('["no"]',)]


async def test_what_two_people_read_differently_counts_for_nothing(
    town: Neighbourhood, moderator: Someone, liaison: Someone, look: Look
) -> None:
    await begins(town, among())
    await types(moderator, "3-2-501", "太阳能灯")
    assert (await types(liaison, "3-2-501", "普通路灯")).startswith("3-2-501：两个人录的不一样")
    assert look("SELECT * FROM vote_papers") == []
    await types(liaison, "3-2-501", "普通路灯")
    await types(moderator, "3-2-501", "普通路灯")
    assert look(VOTED) == [("3-2-501", "paper")]


async def test_whoever_votes_by_phone_is_asked_for_no_paper_and_may_vote_after_it(
    town: Neighbourhood, clock: Clock, moderator: Someone, liaison: Someone, elder: Someone, look: Look
) -> None:
    """One ballot a household, over all origins: the last one that somebody cast themselves."""
    await begins(town)
    await types(moderator, "3-2-502", "同意")
    await elder.taps_in_group("反对")
    await liaison.says("/paperballot 1")
    await liaison.says("3-2-502")
    assert "已经投过" in await liaison.reads()
    await types(moderator, "3-1-102", "同意")
    await moderator.says("/paperballot 1")
    await moderator.taps("都录好了")
    assert await moderator.reads() == "好的。谁已经用手机投过，就以手机上的为准。"
    assert look("SELECT * FROM conversations WHERE telegram_id = 5000005") == []
    await clock.passes(days=5)
    assert look("SELECT choice FROM vote_ballots") == [('["no"]',)]


async def test_a_liaison_types_in_those_of_their_building_and_others_none(
    town: Neighbourhood, liaison: Someone, supervisor: Someone, elder: Someone, look: Look
) -> None:
    vote = await begins(town)
    await liaison.says("/paperballot 1")
    await liaison.says("5-1-202")
    assert "纸票上写的是什么" not in await liaison.reads()
    await liaison.says("3-9-999")
    assert "3-2-501" in await liaison.reads()
    entry = look("SELECT id FROM vote_entries WHERE label = '5-1-202'")[0][0]
    await liaison.forges(f"vc:{vote.id}:a:{entry}")
    for person in (supervisor,):
        await person.says("/paperballot 1")
        await person.forges(f"vc:{vote.id}:a:{entry}")
    await elder.says("/vote")
    assert look("SELECT * FROM vote_papers") == []
    assert look(VOTED) == []


async def test_a_door_is_found_as_people_write_it(town: Neighbourhood, moderator: Someone, look: Look) -> None:
    await begins(town, replace(of_households(), electorate=Electorate.RESIDENTS))
    label = str(look("SELECT label FROM vote_entries WHERE label LIKE '3-2-501 %' ORDER BY label")[0][0])
    name = label.removeprefix("3-2-501 ")
    for written in (f"3号楼2单元501{name}", f"三栋二单元五零一，{name}", f"3－2－501 {name}"):
        await moderator.says("/paperballot 1")
        await moderator.says(written)
        assert (await moderator.reads()).startswith(f"{label}：纸票上写的是什么？")


@pytest.mark.parametrize(
    ("written", "label"),
    [
        ("3-2-501", "3-2-501"),
        ("3号楼2单元501", "3-2-501"),
        ("3号楼2单元501室", "3-2-501"),
        ("三号楼二单元五零一室", "3-2-501"),
        ("12幢 1单元 1203", "12-1-1203"),
        ("３-２-５０１", "3-2-501"),
        ("building 3 unit 2 room 501", "3-2-501"),
        ("3-2-501 李明", "3-2-501 李明"),
        ("3号楼2单元501室的李明", "3-2-501 李明"),
        ("3号楼501", "3号楼501"),
        ("阳光置业", "阳光置业"),
        ("王秀英", "王秀英"),
    ],
)
def test_doors_become_labels_of_the_roll_and_names_stay(written: str, label: str) -> None:
    assert label_of(written) == label
