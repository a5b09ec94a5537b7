"""A group becomes a community."""

from tests.neighbours import Neighbourhood, Someone


async def new_group(town: Neighbourhood, title: str, kind: str = "supergroup") -> int:
    chat = await town.playground.post(
        "chats", title=title, type=kind, owner="ms_zhao", members=["xiao_li"], bot="administrator"
    )
    return int(chat["id"])


async def test_an_administrator_sets_a_group_up_and_the_card_is_pinned(town: Neighbourhood, owner: Someone) -> None:
    group = await new_group(town, "春风里")
    await owner.says("/setup", chat=group)
    assert "春风里开通了" in await owner.reads(group)
    pinned = (await owner.screen(group))["pinned"]
    assert "春风里" in pinned["text"]
    assert [b["text"] for row in pinned["reply_markup"]["inline_keyboard"] for b in row] == [
        "反映问题",
        "投票",
        "看预告",
        "查积分",
    ]


async def test_somebody_else_cannot(town: Neighbourhood, tenant: Someone) -> None:
    group = await new_group(town, "春风里")
    await tenant.says("/setup", chat=group)
    assert "只有群管理员能开通" in await tenant.reads(group)


async def test_setting_up_twice_is_the_same_community(moderator: Someone) -> None:
    await moderator.says_in_group("/setup")
    assert "阳光社区开通了" in await moderator.reads_in_group()


async def test_a_group_that_becomes_a_supergroup_keeps_its_community(town: Neighbourhood, owner: Someone) -> None:
    group = await new_group(town, "春风里", kind="group")
    await owner.says("/setup", chat=group)
    moved = int((await town.playground.post(f"chats/{group}/migrate"))["id"])
    await town.settles()
    assert "春风里" in (await owner.screen(moved))["pinned"]["text"]


async def test_the_cards_buttons_lead_into_the_private_chat(elder: Someone) -> None:
    await elder.taps_in_group("看预告")
    assert "下次议事日" in await elder.reads()
    await elder.taps_in_group("反映问题")
    assert "请说说是什么事" in await elder.reads()
