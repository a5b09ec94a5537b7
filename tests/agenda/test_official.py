"""街道回复 on an agenda item: signed, shown to everybody, and no way to decide anything."""

import pytest

from bot.agenda.model.steps import Step
from bot.roles.model import MAY, Act, Role
from tests.agenda.items import there_is
from tests.agenda.test_points import says
from tests.concerns.test_official import becomes_contact
from tests.neighbours import Look, Neighbourhood, Someone
from tests.rights.test_deletion import read_to_the_end

WORDS = "街道可以出一半的钱，手续由我们跑。"


def test_the_office_sees_and_replies_and_that_is_all() -> None:
    assert MAY[Role.GOVERNMENT] == {Act.SEE_CONCERNS, Act.SEE_RATES, Act.SEE_REPORTS, Act.REPLY_OFFICIALLY}
    assert [role for role in Role if Act.REPLY_OFFICIALLY in MAY[role]] == [Role.GOVERNMENT]


async def test_the_office_replies_and_who_proposed_it_is_told(
    town: Neighbourhood, elder: Someone, liaison: Someone, outsider: Someone
) -> None:
    await there_is(town, Step.DELIBERATING)
    await becomes_contact(town, outsider)
    await outsider.says("/agenda 1")
    buttons = await outsider.buttons()
    assert "写街道回复" in buttons
    assert not {"我赞成", "我反对", "我要问", "我们支持", "请专家"} & set(buttons)
    await outsider.taps("写街道回复")
    await outsider.sends("voice")
    assert "请写几句话" in await outsider.reads()
    await says(outsider, "写街道回复", WORDS)
    assert "记下了，标明是街道回复。" in await outsider.reads()
    assert (await elder.reads()).endswith("街道对第1号议题有回复了。")
    await elder.taps("看回复")
    assert f"街道回复（何伟）：{WORDS}" in await read_to_the_end(elder)
    await liaison.says("/agenda 1")
    assert f"街道回复（何伟）：{WORDS}" in await liaison.reads()


@pytest.mark.parametrize("step", [Step.COLLECTING, Step.RESOLVING, Step.PUBLISHED])
async def test_as_long_as_the_item_is_not_over(town: Neighbourhood, outsider: Someone, look: Look, step: Step) -> None:
    await there_is(town, step)
    await becomes_contact(town, outsider)
    await says(outsider, "写街道回复", WORDS)
    assert look("SELECT side, words FROM agenda_points") == [("reply", WORDS)]


async def test_nobody_else_replies_for_the_office_and_the_office_does_nothing_else(
    town: Neighbourhood, liaison: Someone, moderator: Someone, supervisor: Someone, outsider: Someone, look: Look
) -> None:
    await there_is(town, Step.DELIBERATING)
    await there_is(town, Step.DONE, key=1)
    await becomes_contact(town, outsider)
    before = look("SELECT * FROM agenda_items")
    for who in (liaison, moderator, supervisor):
        await who.forges("ap:1:reply")
        assert "请写街道的回复" not in await who.reads()
    await outsider.forges("ap:2:reply")
    assert "请写街道的回复" not in await outsider.reads()
    for data in ("ap:1:pro", "ap:1:advice", "as:1:1", "am:1:0", "ao:1:council", "av:1:deliberating", "ak:1:wording",
                 "ak:1:drop", "ax:1:1", "qi:1:2:1", "aep:1:0", "aea:1:planning"):  # fmt: skip
        await outsider.forges(data)
    assert look("SELECT * FROM agenda_items") == before
    for table in ("points", "supporters", "experts", "wordings"):
        assert look(f"SELECT * FROM agenda_{table}") == []  # noqa: S608
