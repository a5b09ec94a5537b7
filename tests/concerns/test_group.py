"""Concerns raised where the neighbours talk."""

from tests.neighbours import Look, Neighbourhood, Someone, number_in


async def test_a_concern_written_in_the_group_is_answered_to_its_author_alone(
    town: Neighbourhood, elder: Someone, liaison: Someone, moderator: Someone
) -> None:
    await elder.says_in_group("/concern 3号楼2单元的路灯不亮")
    number = number_in(await elder.reads_in_group())
    assert await liaison.reads_in_group() == ""
    assert f"#{number} · 照明" in await moderator.reads()
    posts = [call["params"] for call in await town.log("sendMessage")]
    whispered = ["ephemeral_message_parameters" in post for post in posts if int(post["chat_id"]) == town.group]
    assert whispered == [False, True]  # the home card, the receipt


async def test_replying_concern_to_a_neighbours_message_takes_up_their_words(
    elder: Someone, liaison: Someone, moderator: Someone
) -> None:
    said = await liaison.says_in_group("3号楼门口的井盖松了")
    await elder.says_in_group("/concern", reply_to=said)
    number_in(await elder.reads_in_group())
    assert "井盖松了" in await moderator.reads()


async def test_nothing_but_the_command_asks_for_words(elder: Someone) -> None:
    await elder.says_in_group("/concern")
    assert "请用文字说一下" in await elder.reads_in_group()


async def test_a_newcomer_joins_in_private_and_not_in_front_of_the_neighbours(tenant: Someone) -> None:
    await tenant.says_in_group("/concern 路灯不亮")
    await tenant.taps_in_group("加入我家")
    assert "您想用哪一种" in await tenant.reads()
    await tenant.taps("普通版")
    await tenant.taps("我同意")
    assert "8位数字" in await tenant.reads()
    assert "8位数字" not in await tenant.reads_in_group()


async def test_an_older_resident_who_goes_back_in_the_group_goes_on_in_private(elder: Someone) -> None:
    await elder.says_in_group("/concern")
    await elder.taps_in_group("返回")
    assert "今天想做什么" in await elder.reads()
    assert await elder.reads_in_group() == ""


async def test_a_command_for_another_bot_is_left_to_it(elder: Someone, look: Look) -> None:
    await elder.says_in_group("/concern@other_bot 路灯不亮")
    assert await elder.reads_in_group() == ""
    await elder.says_in_group("/concern@Yishi_bot 路灯不亮")
    assert look("SELECT text FROM concerns") == [("路灯不亮",)]


async def test_talk_among_neighbours_is_left_alone(elder: Someone, liaison: Someone) -> None:
    await elder.says_in_group("今天天气真好，路灯也亮了")
    assert await elder.reads_in_group() == ""
    assert await liaison.reads_in_group() == ""


async def test_somebody_who_does_not_live_here_is_told_so_kindly(guide: Someone) -> None:
    await guide.says_in_group("/concern the lamp is broken")
    assert "for those who live here" in await guide.reads_in_group()


async def test_an_answer_that_the_group_does_not_take_comes_in_private(town: Neighbourhood, elder: Someone) -> None:
    await town.playground.post("faults", kind="error", status=400, method="sendMessage", chat=town.group, count=1)
    await elder.says_in_group("/concern 3号楼2单元的路灯不亮")
    assert "请到私聊里看" in await elder.reads_in_group()
    assert "记下了，编号 #1" in await elder.reads()
