"""Quests as the young, and the old, meet them."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.points.model.ledger import Kind, Owner, Posting, Rule
from bot.quests.model import CHOICES, QUESTIONS, next_question, quiz, week_of, weeks_in_a_row
from bot.quests.views import QUIZ
from bot.unit_of_work import UnitOfWork
from tests.honours.deeds import SUNSHINE, has_done
from tests.neighbours import Clock, Look, Neighbourhood, Someone
from tests.redeeming.shelf import points_of

RIGHT = ("要有人附议", "一个", "先请别人主持")


async def answers(who: Someone, choice: str) -> str:
    await who.says("/quests")
    await who.taps("来一道题")
    await who.taps(choice)
    return await who.reads()


async def test_a_question_a_day_on_the_rules_of_order(town: Neighbourhood, liaison: Someone, clock: Clock) -> None:
    told = await answers(liaison, RIGHT[0])
    assert told == "答对了。\n有人附议，说明不止一个人想谈这件事。\n给您2积分。"
    assert await points_of(town, liaison) == 2
    await liaison.says("/quests")
    assert "10题答对了1题" in await liaison.reads()
    assert "来一道题" not in (await liaison.buttons())[:2]
    await clock.passes(days=1)
    assert "还差一点，明天再试。" in await answers(liaison, "两个")
    assert await points_of(town, liaison) == 2
    await clock.passes(days=1)
    assert "答对了" in await answers(liaison, RIGHT[1])
    assert await points_of(town, liaison) == 4


async def test_an_older_resident_is_asked_with_large_buttons(elder: Someone) -> None:
    await elder.taps("查积分")
    for _ in range(2):
        await elder.taps("看更多")
    await elder.taps("议事小任务")
    assert await elder.reads() == "议事规则答对0题，共10题。连续参与0周。"
    await elder.taps("来一道题")
    assert await elder.reads() == "有人提出了动议，先要有什么才能讨论？"
    await elder.taps("要大家鼓掌")
    assert "还差一点" in await elder.reads()


async def test_an_old_answer_pays_nothing_and_neither_does_a_second_one(
    town: Neighbourhood, liaison: Someone, clock: Clock, look: Look
) -> None:
    await answers(liaison, RIGHT[0])
    for _ in range(2):
        await liaison.taps(RIGHT[0])
    assert await points_of(town, liaison) == 2
    await clock.passes(days=1)
    await liaison.taps(RIGHT[0])
    assert "已经完成了" in await liaison.reads()
    await liaison.forges("la:99:0")
    await liaison.forges("la:1:7")
    assert "现在还不能领" in await liaison.reads()
    assert look("SELECT quest, done FROM quest_attempts") == [("quiz-second", 1)]
    assert await points_of(town, liaison) == 2


async def test_weeks_in_a_row_bring_points_once_and_quests_do_not_count_as_weeks(
    town: Neighbourhood, liaison: Someone, clock: Clock
) -> None:
    for week in range(4):
        await has_done(town, liaison, Rule.TASK, points=1)
        await clock.passes(days=7 if week < 3 else 0)
    await liaison.says("/quests")
    assert "已经4周，满4周得积分" in await liaison.reads()
    await liaison.taps("领连续参与的积分")
    assert "做得好，给您2积分" in await liaison.reads()
    assert await points_of(town, liaison) == 6
    await liaison.taps("领连续参与的积分")
    assert "已经完成了" in await liaison.reads()
    await answers(liaison, RIGHT[0])
    await clock.passes(days=7)
    await answers(liaison, RIGHT[1])
    await liaison.says("/quests")
    assert "已经4周" in await liaison.reads()
    await liaison.forges("ls")
    assert "现在还不能领" in await liaison.reads()


async def reaches_its_goal(town: Neighbourhood, building: int) -> None:
    """Twelve households of it, those without a phone too, did something together."""

    def write(uow: UnitOfWork) -> None:
        doors = [
            door
            for unit in uow.residents.units(SUNSHINE, building)
            for door in uow.residents.doors(SUNSHINE, building, unit)
        ]
        for household in doors[:12]:
            to = Owner(SUNSHINE, Kind.HOUSEHOLD, household.id)
            uow.ledger.post(Posting(Owner(SUNSHINE, Kind.ISSUE), to, 2, Rule.SORTING, f"sample-{household.id}"))

    await town.running.town.do(write)


async def test_a_building_that_reaches_its_goal_rewards_who_took_part(
    town: Neighbourhood, liaison: Someone, moderator: Someone, look: Look
) -> None:
    await has_done(town, liaison, Rule.TASK, points=1)
    await liaison.says("/quests")
    assert "有1户参与，目标12户" in await liaison.reads()
    await liaison.forges("lc")
    assert "现在还不能领" in await liaison.reads()
    await reaches_its_goal(town, 3)
    await liaison.says("/quests")
    for told in ("做得好，给您2积分", "已经完成了"):
        await liaison.taps("领楼栋挑战的积分")
        assert told in await liaison.reads()
    assert await points_of(town, liaison) == 3
    await reaches_its_goal(town, 1)
    await moderator.forges("lc")  # lives there, and did nothing this month
    assert "现在还不能领" in await moderator.reads()
    assert look("SELECT quest FROM quest_attempts") == [("challenge-202611",)]


async def test_quests_stay_within_the_days_cap(town: Neighbourhood, liaison: Someone) -> None:
    await has_done(town, liaison, Rule.QUEST, points=3)
    assert "给您1积分" in await answers(liaison, RIGHT[0])
    assert await points_of(town, liaison) == 4


@given(st.lists(st.dates(date(2026, 1, 1), date(2026, 12, 31))), st.dates(date(2026, 6, 1), date(2026, 12, 31)))
def test_weeks_in_a_row_are_counted_back_from_this_one(days: list[date], today: date) -> None:
    known = [day for day in days if day <= today]
    count = weeks_in_a_row(known, today)
    weeks = {week_of(day) for day in known}
    last = week_of(today) if week_of(today) in weeks else week_of(today) - timedelta(weeks=1)
    assert all(last - timedelta(weeks=back) in weeks for back in range(count))
    assert last - timedelta(weeks=count) not in weeks


def test_every_question_has_words_and_a_right_answer_among_three() -> None:
    assert QUIZ.keys() == {key for key, _ in QUESTIONS}
    assert all(len(set(choices)) == CHOICES for _, choices, _ in QUIZ.values())
    assert all(0 <= right < CHOICES for _, right in QUESTIONS)
    assert next_question([], date(2026, 11, 25)) == 0
    assert [quiz(n) for n in range(2)] == ["quiz-second", "quiz-one_at_a_time"]
