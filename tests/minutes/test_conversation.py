"""Minutes as the chair, residents and the group meet them."""

from bot.minutes.model.minutes import State
from tests.minutes.held import MOTION, held, until
from tests.neighbours import Clock, Look, Neighbourhood, Someone
from tests.rights.test_deletion import read_to_the_end


async def post(town: Neighbourhood, who: Someone) -> str:
    """The group's post as it stands."""
    messages = (await who.screen(town.group))["messages"]
    return next((m["text"] for m in reversed(messages) if "议事日纪要" in m.get("text", "")), "")


async def published(
    town: Neighbourhood, clock: Clock, chair: Someone, proposer: Someone, concern: int | None = None
) -> None:
    """Approved in the evening, published a day after the sitting."""
    await held(town, clock, chair, proposer, concern=concern)
    await chair.taps("没问题，批准")
    await until(clock, "26 20:30:00")


async def test_the_chair_reads_the_draft_and_approves_it_with_one_tap(
    town: Neighbourhood, moderator: Someone, liaison: Someone, clock: Clock, look: Look
) -> None:
    await held(town, clock, moderator, liaison)
    draft, [(digest,)] = await moderator.reads(), look("SELECT digest FROM agenda_wordings WHERE item_id = 1")
    for told in (
        "这是纪要草稿，请看一遍再批准",
        "11月25日 星期三 晚上7点议事日纪要，社区活动室。",
        "主持：林芳。",
        "晚上7点开始，晚上8点30分结束。",
        "到会16人，其中线上4人。",
        "居民代表20名，到会12名（含候补），要11名才能表决：人数够。",
        "第1件：加装电梯（议题1）。",
        f"表决的原文（第1版，核对码{digest[:8]}）：{MOTION}",
        "通过了：赞成9，反对2，弃权1。",
        "规则：赞成多于反对就通过，一样多不通过",
        "讨论了，没有表决：预告发得晚，大家来不及看。",
        "没来得及议：清理杂物（议题3）。",
        "下次：12月2日 星期三 晚上7点。",
    ):
        assert told in draft, told
    assert "陈建国" not in draft
    await moderator.taps("没问题，批准")
    assert "批准了，11月26日 星期四 晚上8点30分发给大家" in await moderator.reads()
    assert look("SELECT state, approved_by FROM minutes") == [("approved", moderator.telegram_id)]


async def test_the_group_reads_them_a_day_after_to_the_second(
    town: Neighbourhood, moderator: Someone, liaison: Someone, clock: Clock
) -> None:
    await held(town, clock, moderator, liaison)
    await moderator.taps("没问题，批准")
    await until(clock, "26 20:29:59")
    assert await post(town, liaison) == ""
    await clock.passes(seconds=1)
    assert await post(town, liaison) == (
        "议事日纪要\n11月25日 星期三 晚上7点\n到会16人，其中线上4人。\n"
        "• 加装电梯\n通过了：赞成9，反对2，弃权1。\n• 楼道充电\n讨论了，没有表决。\n"
        "哪里记错了，请在11月29日 星期日 晚上8点30分以前告诉我。"
    )
    assert "看全文" in await liaison.buttons(town.group)


async def test_an_older_resident_reads_them_to_the_end_by_taps(
    town: Neighbourhood, moderator: Someone, liaison: Someone, elder: Someone, clock: Clock
) -> None:
    await published(town, clock, moderator, liaison)
    await elder.starts("minutes-1")
    text = (await read_to_the_end(elder)).replace("\n", "")
    assert "主持：林芳。" in text
    assert "表决的原文：同意在3号楼2单元加装电梯" in text
    assert "通过了：赞成9，反对2，弃权1。" in text
    await elder.taps("返回")
    assert "看哪一次议事日的纪要" in await elder.reads()
    await elder.taps("11月25日 星期三")
    assert "11月25日" in await elder.reads()


async def test_a_note_of_the_chair_is_read_back_and_stands_beside_the_record(
    town: Neighbourhood, moderator: Someone, liaison: Someone, clock: Clock, look: Look
) -> None:
    await held(town, clock, moderator, liaison)
    record = look("SELECT record FROM minutes")
    old = (await moderator.screen())["messages"][-1]["message_id"]
    await moderator.taps("补一句")
    assert "最多300个字。数字和原文不会变" in await moderator.reads()
    await moderator.says("字" * 301)
    assert "最多300个字" in await moderator.reads()
    await moderator.says("会后大家一起看了现场")
    assert "您说：会后大家一起看了现场\n写进纪要，大家都能看到。对吗？" in await moderator.reads()
    await moderator.taps("对，交上去")
    assert "写进草稿了" in await moderator.reads()
    await moderator.taps("没问题，批准", message_id=old)
    assert "草稿后来补了一句" in await moderator.reads()
    assert look("SELECT state FROM minutes") == [(State.DRAFT,)]
    await moderator.says("/minutes")
    await moderator.taps("等批准：11月25日 星期三")
    assert "主持人补充：会后大家一起看了现场" in await moderator.reads()
    await moderator.taps("没问题，批准")
    assert look("SELECT state, revision FROM minutes") == [(State.APPROVED, 1)]
    assert look("SELECT record FROM minutes") == record
    await moderator.taps("补一句", message_id=old)
    assert "纪要已经批准，不能再补充了" in await moderator.reads()


async def test_before_they_are_out_nobody_else_reads_them(
    town: Neighbourhood, moderator: Someone, liaison: Someone, supervisor: Someone, clock: Clock
) -> None:
    await held(town, clock, moderator, liaison)
    for who in (liaison, supervisor):
        await who.starts("minutes-1")
        assert "11月25日 星期三的纪要还没公布" in await who.reads()
        await who.says("/minutes")
        assert "还没有公布过纪要" in await who.reads()


async def test_who_proposed_and_whose_concern_it_was_hear_what_became_of_it_once(
    town: Neighbourhood, moderator: Someone, liaison: Someone, elder: Someone, clock: Clock, look: Look
) -> None:
    await elder.says("/concern 3号楼2单元的路灯不亮")
    await elder.taps("对，就这样")
    await held(town, clock, moderator, liaison, concern=look("SELECT id FROM concerns")[0][0])
    await moderator.taps("没问题，批准")
    assert "纪要公布了" not in await elder.reads() + await liaison.reads()
    await clock.passes(days=1)
    assert "纪要公布了。您关心的议题：加装电梯\n通过了：赞成9，反对2，弃权1。" in await elder.reads()
    told = await liaison.reads()
    assert told.count("您关心的议题：加装电梯") == 1
    assert "您关心的议题：楼道充电\n讨论了，没有表决：预告发得晚，大家来不及看。" in told
    await elder.taps("看这次纪要")
    assert "议事日纪要" in await elder.reads()


async def test_who_proposed_what_came_from_their_own_concern_hears_it_once(
    town: Neighbourhood, moderator: Someone, liaison: Someone, clock: Clock, look: Look
) -> None:
    await liaison.says("/concern 3号楼2单元没有电梯")
    await liaison.taps("对，就这样")
    await published(town, clock, moderator, liaison, concern=look("SELECT id FROM concerns")[0][0])
    assert (await liaison.reads()).count("您关心的议题：加装电梯") == 1


async def test_of_one_that_was_adjourned_there_are_minutes_too(
    town: Neighbourhood, moderator: Someone, liaison: Someone, clock: Clock
) -> None:
    await held(town, clock, moderator, liaison, adjourned=True)
    draft = await moderator.reads()
    assert "要11名才能表决：人数不够。\n到的人不够，这次休会，没有作决定。\n这次没有议到议题。" in draft
    assert "没来得及议：加装电梯（议题1）" in draft
    await moderator.taps("没问题，批准")
    await clock.passes(days=1)
    assert "到的人不够，这次休会，没有作决定。" in await post(town, liaison)
    await liaison.says("/minutes")
    assert "11月25日 星期三：人数不够，休会" in await liaison.reads()


async def test_in_the_group_only_who_asks_sees_the_list(
    town: Neighbourhood, moderator: Someone, liaison: Someone, elder: Someone, clock: Clock
) -> None:
    await published(town, clock, moderator, liaison)
    before = await elder.reads_in_group()
    await liaison.says_in_group("/minutes")
    assert "11月25日 星期三：通过1件，没通过0件，讨论1件" in await liaison.reads_in_group()
    assert await elder.reads_in_group() == before
    await liaison.taps_in_group("11月25日 星期三")
    assert "表决的原文" in await liaison.reads_in_group()
    assert await elder.reads_in_group() == before


async def test_supervisors_and_guides_read_them_and_strangers_do_not(
    town: Neighbourhood, moderator: Someone, liaison: Someone, supervisor: Someone, guide: Someone,
    outsider: Someone, clock: Clock,
) -> None:  # fmt: skip
    await published(town, clock, moderator, liaison)
    await supervisor.starts("minutes-1")
    assert "通过了：赞成9" in await supervisor.reads()
    await guide.starts()
    await guide.taps("Ordinary")
    await guide.taps("I agree")
    await guide.starts("minutes-1")
    assert "Adopted: 9 for, 2 against, 1 abstained." in await guide.reads()
    await outsider.starts("minutes-1")
    assert "通过了" not in await outsider.reads()


async def test_who_only_taps_finds_them_from_the_home_screen(
    town: Neighbourhood, moderator: Someone, liaison: Someone, elder: Someone, clock: Clock
) -> None:
    await published(town, clock, moderator, liaison)
    for button in ("看预告", "看以后的日子", "看纪要", "11月25日 星期三"):
        await elder.taps(button)
    assert "11月25日 星期三 晚上7点议事日纪要" in await elder.reads()
