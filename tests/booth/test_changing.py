"""Moderators extend a vote once and annul it, each with a reason that the group reads; reminders."""

from tests.booth.evening import begins
from tests.neighbours import Clock, Look, Neighbourhood, Someone


async def test_a_vote_is_extended_once_and_everybody_reads_why(
    town: Neighbourhood, moderator: Someone, elder: Someone
) -> None:
    await begins(town)
    await moderator.says("/extend 1")
    assert "投票可以延长一次。改到什么时候截止？现在是11月29日 星期日 晚上9点。" in await moderator.reads()
    await moderator.taps("12月2日 星期三 晚上9点")
    assert "投票1：换路灯，为什么延长？最多60个字，大家都看得到。" in await moderator.reads()
    await moderator.says("周末停电，很多人没能投")
    assert "投票1：换路灯，延长到12月2日 星期三 晚上9点吗？\n原因：周末停电，很多人没能投" in await moderator.reads()
    await moderator.taps("对，延长")
    assert "办好了，延长到12月2日 星期三 晚上9点。" in await moderator.reads()
    told = await elder.reads_in_group()
    assert "投票1：换路灯，延长到12月2日 星期三 晚上9点。\n原因：周末停电，很多人没能投" in told
    assert await reads_card(town, elder, "截止时间延长过。原因：周末停电，很多人没能投\n12月2日 星期三 晚上9点截止")
    await moderator.taps("对，延长")
    assert "办好了，延长到12月2日" in await moderator.reads()
    await moderator.says("/extend 1")
    assert "投票1已经延长过一次，不能再延。" in await moderator.reads()


async def reads_card(town: Neighbourhood, reader: Someone, words: str) -> bool:
    messages = (await reader.screen(town.group))["messages"]
    return any(words in message.get("text", "") for message in messages)


async def test_an_annulled_vote_counts_for_nothing_and_everybody_reads_why(
    town: Neighbourhood, clock: Clock, moderator: Someone, elder: Someone, liaison: Someone, look: Look
) -> None:
    vote = await begins(town)
    await elder.taps_in_group("同意")
    await moderator.says("/annul 1 票上的字写错了")
    assert "投票1：换路灯，作废吗？投过的票都不算。\n原因：票上的字写错了" in await moderator.reads()
    await moderator.says("不对")
    assert "为什么作废" in await moderator.reads()
    await moderator.says("动议写错了")
    await moderator.taps("对，作废")
    assert await moderator.reads() == "办好了，群里马上会看到。"
    assert "投票1：换路灯，作废了，投过的票都不算。\n原因：动议写错了" in await elder.reads_in_group()
    assert await reads_card(town, elder, "投票1：换路灯\n作废了，投过的票都不算。原因：动议写错了")
    await liaison.forges(f"vg:{vote.id}:a")
    assert "投票1已经作废" in await liaison.reads()
    await clock.passes(days=5)
    assert look("SELECT count(*) FROM vote_ballots") == [(0,)]
    assert look("SELECT state FROM votes") == [("annulled",)]


async def test_only_moderators_extend_and_annul(
    town: Neighbourhood, liaison: Someone, supervisor: Someone, look: Look
) -> None:
    vote = await begins(town)
    for person in (liaison, supervisor):
        for words in ("/extend 1", "/annul 1 不想投了", "/openvote"):
            await person.says(words)
        for forged in (f"ve:{vote.id}", f"vu:{vote.id}:1796000000", f"vk:{vote.id}", f"vl:{vote.id}"):
            await person.forges(forged)
    assert look("SELECT state, extended_at FROM votes") == [("open", None)]
    assert look("SELECT * FROM conversations") == []


async def test_the_button_leads_there_too_and_a_reason_can_be_left_unsaid(
    town: Neighbourhood, moderator: Someone, look: Look
) -> None:
    await begins(town)
    await moderator.says("/vote 1")
    await moderator.taps("管理这个投票")
    assert "投票1：换路灯，要做什么？" in await moderator.reads()
    await moderator.taps("作废")
    await moderator.says("x" * 61)
    assert "60个字以内" in await moderator.reads()
    await moderator.taps("返回")
    assert look("SELECT * FROM conversations") == []
    assert look("SELECT state FROM votes") == [("open",)]


async def test_a_reason_that_nobody_can_read_is_none(town: Neighbourhood, moderator: Someone, look: Look) -> None:
    await begins(town)
    for unseen in ("\u200b", "\u2060\u200d", "。", "——"):
        await moderator.says(f"/annul 1 {unseen}")
        assert "对，作废" not in str((await moderator.screen())["messages"][-1])
        await moderator.says("/annul 1")
        await moderator.says(unseen)
        assert "60个字以内" in await moderator.reads()
        await moderator.taps("返回")
    assert look("SELECT state FROM votes") == [("open",)]


async def test_those_who_have_not_voted_are_reminded_and_nobody_else(
    town: Neighbourhood, clock: Clock, elder: Someone, liaison: Someone
) -> None:
    await begins(town)
    await liaison.taps_in_group("同意")
    await clock.passes(days=3, hours=11)
    assert "投票1：换路灯\n11月29日 星期日 晚上9点截止，您家还没投。" in await elder.reads()
    assert "还没投" not in await liaison.reads()
    await elder.taps("去看看、投票")
    assert "同意换路灯" in await elder.reads()


async def test_after_an_extension_they_are_reminded_of_the_new_end(
    town: Neighbourhood, clock: Clock, moderator: Someone, elder: Someone
) -> None:
    await begins(town)
    await clock.passes(days=3, hours=11)
    assert "11月29日 星期日 晚上9点截止，您家还没投。" in await elder.reads()
    await moderator.says("/extend 1")
    await moderator.taps("12月2日 星期三 晚上9点")
    await moderator.says("周末停电，很多人没能投")
    await moderator.taps("对，延长")
    await clock.passes(days=3)
    assert "12月2日 星期三 晚上9点截止，您家还没投。" in await elder.reads()


async def test_a_button_from_earlier_says_what_is_true(town: Neighbourhood, moderator: Someone, look: Look) -> None:
    vote = await begins(town)
    await moderator.says("/annul 1 票上的字写错了")
    shown = (await moderator.screen())["messages"][-1]["reply_markup"]["inline_keyboard"]
    annul = next(button["callback_data"] for row in shown for button in row if button["text"] == "对，作废")
    await moderator.taps("返回")
    await moderator.says("/extend 1")
    await moderator.taps("12月2日 星期三 晚上9点")
    await moderator.says("周末停电，很多人没能投")
    await moderator.taps("对，延长")
    await moderator.forges(annul)
    told = await moderator.reads()
    assert "办好了" not in told
    assert "这是之前的按钮，这次什么都没改。\n投票1：换路灯\n12月2日 星期三 晚上9点截止" in told
    assert look("SELECT state FROM votes") == [("open",)]
    await moderator.says("/annul 1 动议写错了")
    await moderator.taps("对，作废")
    await moderator.forges(annul)
    assert await moderator.reads() == "办好了，群里马上会看到。"
    ended = look("SELECT closes_at FROM votes")
    await moderator.taps("对，延长")
    assert "这是之前的按钮，这次什么都没改。" in await moderator.reads()
    assert look("SELECT closes_at FROM votes") == ended
    assert look("SELECT id, state FROM votes") == [(vote.id, "annulled")]
