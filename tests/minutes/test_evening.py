"""From an evening as it was held to its minutes; and every update of it twice."""

from tests.floor.evening import LAMPS, LIFT, checks_in, evening, opens
from tests.minutes.held import held, until
from tests.minutes.test_conversation import post
from tests.minutes.test_corrections import WRONG
from tests.neighbours import Clock, Look, Neighbourhood, Someone


async def test_what_the_chair_has_counted_stands_in_the_minutes(
    town: Neighbourhood, clock: Clock, moderator: Someone, liaison: Someone, elder: Someone, look: Look
) -> None:
    await evening(town, clock, [moderator, liaison, elder], LIFT, LAMPS)
    await checks_in(await opens(moderator), moderator, elder)
    await moderator.says("/chair")
    await moderator.taps(f"开始议：{LIFT}")
    await moderator.taps("数票记结果")
    await moderator.taps("2人")
    await moderator.taps("0人")
    await moderator.says("0")
    await moderator.taps("对，记下")
    await moderator.taps("结束这一项")
    await moderator.taps("散会")
    await moderator.taps("散会")
    draft, [(digest,)] = await moderator.reads(), look("SELECT digest FROM agenda_wordings WHERE item_id = 1")
    for told in (
        "12月2日 星期三 晚上7点议事日纪要",
        "主持：林芳。",
        "到会2人，其中线上0人。\n居民代表3名，到会2名（含候补），要2名才能表决：人数够。",
        f"第1件：{LIFT}（议题1）。\n表决的原文（第1版，核对码{digest[:8]}）：同意{LIFT}。\n",
        "通过了：赞成2，反对0，弃权0。",
        f"没来得及议：{LAMPS}（议题2）。",
        "下次：12月9日 星期三 晚上7点。",
    ):
        assert told in draft, told
    await moderator.taps("没问题，批准")
    await clock.passes(days=1)
    assert f"• {LIFT}\n通过了：赞成2，反对0，弃权0。" in await post(town, liaison)
    assert f"您关心的议题：{LIFT}\n通过了" in await elder.reads()


async def test_every_update_twice_has_its_effect_once(
    town: Neighbourhood, clock: Clock, moderator: Someone, liaison: Someone, elder: Someone, look: Look
) -> None:
    await held(town, clock, moderator, liaison)
    await town.playground.post("faults", kind="repeat", count=10_000)
    await moderator.taps("补一句")
    await moderator.says("会后去看了现场")
    await moderator.taps("对，交上去")
    await moderator.taps("没问题，批准")
    assert (await moderator.reads()).count("好的，批准了") == 2
    await until(clock, "26 20:30:00")
    await elder.starts("erratum-1")
    await elder.says(WRONG)
    await elder.taps("对，交上去")
    assert (await elder.reads()).count("有结果我告诉您") == 2
    await moderator.taps("采纳")
    assert look("SELECT note, revision, state FROM minutes") == [("会后去看了现场", 1, "published")]
    assert look("SELECT words, verdict FROM errata") == [(WRONG, "accepted")]
    assert look("SELECT count(*) FROM conversations") == [(0,)]
    assert (await elder.reads()).count("您写的更正采纳了") == 1
    in_group = (await liaison.screen(town.group))["messages"]
    assert sum("议事日纪要" in message.get("text", "") for message in in_group) == 1
