"""A vote in the group: one card, one tap, an answer that only who tapped sees."""

from bot.votes.model.vote import Secrecy
from tests.booth.evening import among, begins, card, follows, of_households
from tests.neighbours import Clock, Look, Neighbourhood, Someone

VOTED = "SELECT count(*) FROM vote_entries WHERE origin IS NOT NULL"


async def test_the_card_says_what_is_asked_by_which_rule_and_who_can_see_it_before_anybody_taps(
    town: Neighbourhood, elder: Someone
) -> None:
    await begins(town)
    shown = await card(town, elder)
    assert shown.split("\n") == [
        "投票1：换路灯",
        "同意换路灯。",
        "",
        "每户一票；参加的不少于全体的一半才算数；同意的超过未弃权票的一半就通过，一样多不通过。",
        "按章程第1版投票。",
        "不记名：截止后谁也查不到您选了什么；截止前管系统的人能查，Telegram一直看得到；回执给谁看，谁就知道您选了什么。",
        "",
        "11月29日 星期日 晚上9点截止，截止前可以改。",
        "参加：0/1200户，0%。",
    ]


async def test_one_tap_casts_and_the_toast_says_so_at_once(
    town: Neighbourhood, clock: Clock, elder: Someone, look: Look
) -> None:
    await begins(town)
    await elder.taps_in_group("同意")
    toast = (await elder.screen(town.group))["alerts"][-1]["text"]
    assert toast.startswith("已投：同意。截止前可改\n回执：")
    assert look(VOTED) == [(1,)]
    assert "参加：0/1200户，0%。" in await card(town, elder)
    await follows(clock)
    assert "参加：1/1200户，0%。" in await card(town, elder)
    assert "同意：" not in await card(town, elder)


async def test_the_last_ballot_counts_and_the_household_has_one(
    town: Neighbourhood, clock: Clock, elder: Someone, look: Look
) -> None:
    await begins(town)
    await elder.taps_in_group("同意")
    await elder.taps_in_group("反对")
    assert "已投：反对。截止前可改" in (await elder.screen(town.group))["alerts"][-1]["text"]
    await follows(clock)
    assert "参加：1/1200户" in await card(town, elder)
    await clock.passes(days=5)
    assert [(choice,) for (choice,) in look("SELECT choice FROM vote_ballots")] == [('["no"]',)]


async def test_a_named_ballot_has_no_receipt(town: Neighbourhood, elder: Someone) -> None:
    await begins(town, secrecy=Secrecy.NAMED)
    assert "记名：谁选了什么会留存，可以查；管系统的人和Telegram也看得到。" in await card(town, elder)
    await elder.taps_in_group("弃权")
    assert (await elder.screen(town.group))["alerts"][-1] | {"date": 0} == {
        "text": "已投：弃权。截止前可改",
        "show_alert": False,
        "callback_query_id": (await elder.screen(town.group))["alerts"][-1]["callback_query_id"],
        "date": 0,
    }


async def test_options_are_chosen_by_one_tap_too_and_are_described_in_the_same_rows(
    town: Neighbourhood, elder: Someone
) -> None:
    await begins(town, among())
    shown = await card(town, elder)
    for option in ("太阳能灯", "普通路灯"):
        assert f"{option}\n费用：2万元\n时间：两周\n谁受益：3号楼\n风险：噪音\n依据：三家报价" in shown
    assert "选一项。" in shown
    await elder.taps_in_group("普通路灯")
    assert "已投：普通路灯。截止前可改" in (await elder.screen(town.group))["alerts"][-1]["text"]
    await elder.taps_in_group("都不同意")
    assert "已投：都不同意。截止前可改" in (await elder.screen(town.group))["alerts"][-1]["text"]


async def test_who_has_no_ballot_is_told_why_and_how_to_come_by_one(
    town: Neighbourhood, elder: Someone, tenant: Someone, look: Look
) -> None:
    await begins(town, of_households(building=5))
    await elder.taps_in_group("同意")
    assert await elder.reads_in_group() == "这次投票只问另一栋楼的人。问到您那栋楼时，就有您的票。"
    await tenant.taps_in_group("同意")
    assert "住在这里的人可以投票。您要是住这儿，加入您家就能投。" in await tenant.reads_in_group()
    assert "加入我家" in await tenant.buttons(town.group)
    assert look(VOTED) == [(0,)]


async def test_whoever_joins_later_has_the_ballot_of_their_household(
    town: Neighbourhood, tenant: Someone, look: Look
) -> None:
    """The roll was frozen, with their household and with them on it."""
    await begins(town)
    await tenant.starts("code-21913557")
    for answer in ("普通版", "我同意", "李明"):
        await tenant.taps(answer)
    await tenant.taps_in_group("反对")
    assert "已投：反对。截止前可改" in (await tenant.screen(town.group))["alerts"][-1]["text"]
    assert look(VOTED) == [(1,)]


async def test_a_card_that_was_copied_elsewhere_cannot_be_voted_by_outsiders(
    town: Neighbourhood, outsider: Someone, look: Look
) -> None:
    vote = await begins(town)
    await outsider.starts()
    await outsider.forges(f"vg:{vote.id}:a")
    assert "住在这里的人可以投票" in await outsider.reads()
    for forged in (f"vr:{vote.id}:a:0:0", f"vc:{vote.id}:a:0", f"vc:{vote.id}:-:0"):
        await outsider.forges(forged)
    assert look(VOTED) == [(0,)]


async def test_a_forged_mark_is_no_ballot(town: Neighbourhood, liaison: Someone, look: Look) -> None:
    vote = await begins(town)
    for marks in ("c", "ab", "aa", "A", "", "-a"):
        await liaison.forges(f"vg:{vote.id}:{marks}")
        assert "票上没有这样的选法" in await liaison.reads()
    assert look(VOTED) == [(0,)]


async def test_a_forged_paper_turns_no_message_of_the_group_into_somebodys_ballot(
    town: Neighbourhood, elder: Someone, liaison: Someone, look: Look
) -> None:
    """A client of one's own making can press anything on the card: the card stays, and nobody reads a choice on it."""
    vote = await begins(town)
    for number, data in enumerate((f"vf:{vote.id}:a:0:0", f"vr:{vote.id}:a:0:0", f"vc:{vote.id}:a:0")):
        button = {"text": f"forged {number}", "callback_data": data}
        markup = {"inline_keyboard": [[button]]}
        await town.playground.call_bot("sendMessage", chat_id=town.group, text="卡片", reply_markup=markup)
        await elder.taps_in_group(button["text"])
    messages = (await liaison.screen(town.group))["messages"]
    assert [message.get("text") for message in messages].count("卡片") == 3
    assert not any(word in str(messages) for word in ("您选：", "回执：", "投好了"))
    assert "您选：" not in str((await elder.screen(town.group))["messages"])
    assert look(VOTED) == [(1,)]


async def test_what_is_open_is_listed_to_who_asks_alone(town: Neighbourhood, elder: Someone, liaison: Someone) -> None:
    await elder.says_in_group("/vote")
    assert await elder.reads_in_group() == "现在没有要投的票。有了会在群里告诉大家。"
    await begins(town)
    await elder.says_in_group("/vote")
    assert (await elder.reads_in_group()).split("\n") == [
        "投票1：换路灯",
        "11月29日 星期日 晚上9点截止，截止前可以改。",
        "您这一票还没投。",
    ]
    assert "还没投" not in await liaison.reads_in_group()
    tapped = await elder.taps_in_group("去看看、投票")
    assert tapped["kind"] == "start"
    assert "同意换路灯。" in await elder.reads()


async def test_after_the_end_nothing_is_taken_and_the_card_says_so(
    town: Neighbourhood, clock: Clock, elder: Someone, liaison: Someone
) -> None:
    vote = await begins(town)
    await liaison.taps_in_group("同意")
    await clock.passes(days=5)
    assert (await card(town, elder)).startswith("投票1：换路灯\n投票截止了。\n参加：1/1200户")
    await liaison.forges(f"vg:{vote.id}:a")
    assert "投票1已经截止，不能再投了。" in await liaison.reads()
