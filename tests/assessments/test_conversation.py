"""After the sitting: who was there rates by taps, and everybody reads the mean."""

from tests.minutes.held import held
from tests.neighbours import Clock, Look, Neighbourhood, Someone

MARKS = {"2": "做到了", "1": "做到一些", "0": "没做到"}


async def rates(somebody: Someone, marks: str) -> None:
    """From the message that asks for it, or that has thanked for it."""
    for mark in marks:
        await somebody.taps(MARKS[mark])


async def test_who_was_there_rates_by_taps_and_the_mean_is_published_after_three_days(
    town: Neighbourhood, clock: Clock, moderator: Someone, liaison: Someone, elder: Someone, guide: Someone, look: Look
) -> None:
    await guide.starts()
    await guide.taps("Ordinary")
    await guide.taps("I agree")
    await held(town, clock, moderator, elder, came=(liaison, elder, moderator))
    await clock.passes(seconds=1)
    asked = "11月25日 星期三议事日散会了。议得怎么样？一共5题，点一下就好，不公布名字。"
    assert asked in await elder.reads()
    assert "散会了。议得怎么样" not in await moderator.reads()  # was in the chair
    await elder.taps("评一评")
    assert await elder.reads() == "按议程议的吗？（第1题，共5题）"
    await rates(elder, "22220")
    assert "您给了8分（满分10）" in await elder.reads()
    await liaison.taps("评一评")
    await rates(liaison, "22222")
    assert look("SELECT count(*) FROM assessment_ratings") == [(2,)]
    await guide.taps("Rate it")
    for label in ("Yes, well", "Yes, well", "Yes, well", "In part", "In part"):
        await guide.taps(label)
    assert "Thank you: 8 of 10 points." in await guide.reads()
    await liaison.taps("改一改")
    await rates(liaison, "22210")
    assert look("SELECT count(*) FROM assessment_ratings") == [(3,)]
    await clock.passes(days=2, hours=23)
    assert "议事能力评分" not in await elder.reads_in_group()
    await clock.passes(hours=1, minutes=5)
    told = await elder.reads_in_group()
    assert "议事能力评分" in told
    assert "7.7分（满分10分，3人评的平均分）。" in told
    assert "王秀英" not in told
    assert look("SELECT raters, total FROM assessments") == [(3, 23)]
    assert look("SELECT count(*) FROM assessment_ratings") == [(0,)]
    await liaison.taps("改一改")
    assert "已经结束了" in await liaison.reads()
    await liaison.starts("score-1")
    told = await liaison.reads()
    assert "7.7分（满分10分，3人评的平均分）。\n另外：事先没有公布议程。\n每人按五条各给0到2分" in told
    assert "评一评" not in (await liaison.buttons())[:1]


async def test_two_raters_are_no_score_and_their_sum_is_kept_nowhere(
    town: Neighbourhood, clock: Clock, moderator: Someone, liaison: Someone, elder: Someone, look: Look
) -> None:
    await held(town, clock, moderator, elder, came=(liaison, elder))
    for who in (liaison, elder):
        await who.taps("评一评")
        await rates(who, "22222")
    await elder.starts("score-1")
    assert "正在评分，11月28日 星期六 晚上8点30分公布" in await elder.reads() + "".join(await elder.buttons())
    await clock.passes(days=4)
    assert "议事能力评分" not in await elder.reads_in_group()
    await liaison.starts("score-1")
    assert "评分人数不足3人，没有分数。" in await liaison.reads()
    assert look("SELECT raters, total FROM assessments") == [(2, 0)]
    await moderator.says("/report 2026-11")
    assert "议事能力：没有" in await moderator.reads()


async def test_who_was_not_there_and_who_was_in_the_chair_do_not_rate(
    town: Neighbourhood, clock: Clock, moderator: Someone, liaison: Someone, supervisor: Someone, look: Look
) -> None:
    await held(town, clock, moderator, liaison, came=(liaison, moderator))
    for who in (supervisor, moderator):
        await who.forges("asr:1:22222")
        assert "由到会的人和指导员来评，主持人不评。" in await who.reads()
    await liaison.forges("asr:1:99999")
    await liaison.forges("asr:7:22222")
    assert "这次议事日没有评分" in await liaison.reads()
    assert look("SELECT count(*) FROM assessment_ratings") == [(0,)]


async def test_what_was_adjourned_is_not_rated(
    town: Neighbourhood, clock: Clock, moderator: Someone, elder: Someone, look: Look
) -> None:
    await held(town, clock, moderator, elder, came=(elder,), adjourned=True)
    assert "议得怎么样" not in await elder.reads()
    assert look("SELECT count(*) FROM assessments") == [(0,)]


async def test_every_update_twice_rates_once(
    town: Neighbourhood, clock: Clock, moderator: Someone, elder: Someone, look: Look
) -> None:
    await held(town, clock, moderator, elder, came=(elder,))
    await town.playground.post("faults", kind="repeat", count=10_000)
    await elder.taps("评一评")
    await rates(elder, "21021")
    assert look("SELECT telegram_id, marks FROM assessment_ratings") == [(elder.telegram_id, "[2, 1, 0, 2, 1]")]


async def test_from_the_minutes_it_is_one_tap(
    town: Neighbourhood, clock: Clock, moderator: Someone, elder: Someone
) -> None:
    await held(town, clock, moderator, elder, came=(elder,))
    await moderator.taps("没问题，批准")
    await clock.passes(days=2)
    await moderator.says("/minutes")
    await moderator.taps("11月25日 星期三")
    await moderator.taps("看议事评分")
    assert "11月25日 星期三议事日评分。\n正在评分" in await moderator.reads()
