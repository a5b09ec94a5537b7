"""满意吗: one tap after a concern is closed, as residents meet it."""

from storage.database import Database
from tests.concerns.test_conversation import finished, reported
from tests.concerns.test_steps import steps
from tests.databases import columns
from tests.neighbours import Clock, Look, Someone

LAMP = "3号楼2单元的路灯不亮"
COUNTS = "SELECT month, dimension, part, score, answers FROM survey_counts ORDER BY dimension"


async def closed(author: Someone, moderator: Someone, clock: Clock) -> int:
    """The author's concern is done, and the author says so."""
    number = await reported(author, LAMP)
    await finished(moderator, "灯泡换好了")
    await author.taps("解决了")
    await clock.passes(seconds=3)
    return number


async def test_an_older_resident_is_asked_once_and_answers_by_one_tap(
    elder: Someone, moderator: Someone, clock: Clock, look: Look
) -> None:
    number = await closed(elder, moderator, clock)
    assert f"您对 #{number} 办得满意吗？点一下就好，不记名字。" in await elder.reads()
    assert (await elder.buttons())[:4] == ["😀 很满意", "🙂 满意", "😐 一般", "🙁 不满意"]
    await elder.taps("🙂 满意")
    assert await elder.reads() == "谢谢您。您的回答记下了，不带名字。"
    assert look(COUNTS) == [("2026-11-01", "building", "3", "4", 1), ("2026-11-01", "category", "lighting", "4", 1)]


async def test_who_is_not_satisfied_is_asked_how_much_in_elder_mode(
    elder: Someone, moderator: Someone, clock: Clock, look: Look
) -> None:
    await closed(elder, moderator, clock)
    await elder.taps("🙁 不满意")
    assert (await elder.buttons())[:2] == ["🙁 不太满意", "😞 很不满意"]
    assert look(COUNTS) == []
    await elder.taps("😞 很不满意")
    assert look("SELECT DISTINCT score FROM survey_counts") == [("1",)]


async def test_everybody_else_sees_five_faces(liaison: Someone, moderator: Someone, clock: Clock) -> None:
    await closed(liaison, moderator, clock)
    assert (await liaison.buttons())[:5] == ["😀 很满意", "🙂 满意", "😐 一般", "🙁 不太满意", "😞 很不满意"]


async def test_a_second_tap_on_another_face_changes_nothing(
    elder: Someone, moderator: Someone, clock: Clock, look: Look
) -> None:
    await closed(elder, moderator, clock)
    await elder.taps("😀 很满意")
    await elder.taps("😐 一般")
    assert "谢谢您" in await elder.reads()
    assert look("SELECT DISTINCT score, answers FROM survey_counts") == [("5", 1)]


async def test_the_answer_leads_to_nobody(
    elder: Someone, moderator: Someone, clock: Clock, look: Look, database: Database
) -> None:
    """What is kept of an answer names no concern, no person and no day; what is kept of the concern names no score."""
    await closed(elder, moderator, clock)
    await elder.taps("😐 一般")
    kept = columns(database)
    assert kept["survey_counts"] == {"community_id", "month", "dimension", "part", "score", "answers"}
    assert kept["survey_questions"] == {"concern_id", "closing", "answered"}
    sent = look("SELECT cause, params FROM outbox WHERE done_at IS NOT NULL")
    assert [params for _, params in sent if params != "{}"] == []


async def test_reopened_and_closed_anew_it_is_asked_about_anew(
    elder: Someone, moderator: Someone, clock: Clock, look: Look
) -> None:
    number = await closed(elder, moderator, clock)
    await elder.taps("😀 很满意")
    await clock.passes(days=28)
    await elder.taps("又不好了")
    await elder.taps("😐 一般")  # the old question
    assert f"#{number} 又在办了。办好以后再问您。" in await elder.reads()
    await finished(moderator, "又换了一个")
    await elder.taps("解决了")
    await clock.passes(seconds=3)
    assert f"您对 #{number} 办得满意吗" in await elder.reads()
    await elder.taps("🙂 满意")
    assert look("SELECT score, answers FROM survey_counts WHERE dimension = 'building' ORDER BY score") == [
        ("4", 1), ("5", 1),
    ]  # fmt: skip


async def test_who_said_nothing_is_asked_after_the_follow_up(elder: Someone, moderator: Someone, clock: Clock) -> None:
    await reported(elder, LAMP)
    await finished(moderator, "灯泡换好了")
    await clock.passes(days=7, seconds=1)
    assert "满意吗" not in await elder.reads()
    await clock.passes(days=28, hours=1)
    await elder.taps("还好")
    await clock.passes(seconds=3)
    assert "满意吗" in await elder.reads()


async def test_at_night_it_waits_for_the_morning(elder: Someone, moderator: Someone, clock: Clock) -> None:
    await reported(elder, LAMP)
    await finished(moderator, "灯泡换好了")
    await clock.passes(hours=13)  # 11 at night
    await elder.taps("解决了")
    await clock.passes(minutes=1)
    assert "满意吗" not in await elder.reads()
    await clock.passes(hours=10)
    assert "满意吗" in await elder.reads()


async def test_nobody_answers_for_somebody_else(liaison: Someone, moderator: Someone, clock: Clock, look: Look) -> None:
    number = await closed(liaison, moderator, clock)
    [(concern, closing)] = look("SELECT concern_id, closing FROM survey_questions")
    await moderator.forges(f"sv:{concern}:{closing}:1")
    assert f"#{number} 解决没有，要由反映的人来说" in await moderator.reads()
    await liaison.forges(f"sv:{concern}:{closing + 1}:1")
    assert look(COUNTS) == []


async def test_who_accepts_that_it_cannot_be_done_is_asked_too(
    elder: Someone, moderator: Someone, clock: Clock
) -> None:
    await reported(elder, LAMP)
    await steps(moderator, "办不了，说明原因")
    await moderator.says("这盏灯归市里管")
    await elder.taps("知道了")
    await clock.passes(seconds=3)
    assert "满意吗" in await elder.reads()
