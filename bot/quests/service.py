"""What people do with quests. What is done is told to the ledger, which pays what fits under its caps."""

from datetime import date, timedelta

from bot.honours.model.thanks import Goal, first_of, goal, month_after
from bot.kit.people import CommunityId, Reader
from bot.points.model.events import Earned
from bot.points.model.ledger import Kind, Owner, Reward, Rule
from bot.quests.model import (
    CHOICES,
    QUESTIONS,
    Answered,
    Attempt,
    DoneAlready,
    NoQuest,
    Quests,
    Whose,
    challenge,
    next_question,
    quiz,
    streak,
    week_of,
    weeks_in_a_row,
)
from bot.residents.model import Resident
from bot.unit_of_work import UnitOfWork

WEEKS = 53
"""So far back weeks in a row are looked at."""


def look(uow: UnitOfWork, reader: Reader) -> Quests:
    """Where the reader stands. Raises `NotOnRoll`."""
    me = uow.residents.on_roll(reader)
    attempts = uow.quests.of(_whose(me))
    weeks, needed = _weeks(uow, me), uow.settings.quests.streak_weeks
    goal = _goal(uow, me)
    return Quests(
        question=next_question(attempts, _today(uow)),
        answered=sum(one.done and one.quest.startswith("quiz-") for one in attempts),
        weeks=weeks,
        weeks_needed=needed,
        building=goal.building,
        took_part=goal.took_part,
        wanted=goal.wanted,
        streak_open=_streak_open(uow, me),
        challenge_open=_challenge_open(uow, me),
    )


def answer(uow: UnitOfWork, reader: Reader, question: int, choice: int) -> Answered:
    """Answer the question of the day. Raises `NotOnRoll`, `NoQuest`, `DoneAlready`."""
    me = uow.residents.speaking(reader)
    if not 0 <= choice < CHOICES:
        raise NoQuest
    quest = quiz(question)
    right = choice == QUESTIONS[question][1]
    before = next((one for one in uow.quests.of(_whose(me)) if one.quest == quest), None)
    if before is not None and before.tried_on == _today(uow) and before.done == right:
        return Answered(question, right, 0)
    if next_question(uow.quests.of(_whose(me)), _today(uow)) != question:
        raise DoneAlready
    return Answered(question, right, _done(uow, me, quest) if right else _tried(uow, me, quest))


def claim_streak(uow: UnitOfWork, reader: Reader) -> int:
    """The points for weeks in a row. Raises `NotOnRoll`, `NoQuest`, `DoneAlready`."""
    me = uow.residents.speaking(reader)
    if _is_done(uow, me, streak(week_of(_today(uow)))):
        raise DoneAlready
    if not _streak_open(uow, me):
        raise NoQuest
    return _done(uow, me, streak(week_of(_today(uow))))


def claim_challenge(uow: UnitOfWork, reader: Reader) -> int:
    """The points for the building's goal of this month. Raises `NotOnRoll`, `NoQuest`, `DoneAlready`."""
    me = uow.residents.speaking(reader)
    if _is_done(uow, me, challenge(_month(uow))):
        raise DoneAlready
    if not _challenge_open(uow, me):
        raise NoQuest
    return _done(uow, me, challenge(_month(uow)))


def _streak_open(uow: UnitOfWork, me: Resident) -> bool:
    """After so many weeks, and again after so many more: not while a reward lies within them."""
    needed = uow.settings.quests.streak_weeks
    this = week_of(_today(uow))
    rewarded = {streak(this - timedelta(weeks=back)) for back in range(needed)}
    known = {one.quest for one in uow.quests.of(_whose(me))}
    return _weeks(uow, me) >= needed and not rewarded & known


def _challenge_open(uow: UnitOfWork, me: Resident) -> bool:
    took_part = uow.deeds.days(*_key(me), _month(uow))
    return bool(took_part) and _goal(uow, me).reached and not _is_done(uow, me, challenge(_month(uow)))


def _weeks(uow: UnitOfWork, me: Resident) -> int:
    since = _today(uow) - timedelta(weeks=WEEKS)
    return weeks_in_a_row(uow.deeds.days(*_key(me), since), _today(uow))


def _goal(uow: UnitOfWork, me: Resident) -> Goal:
    month, building = _month(uow), me.household.building
    found = uow.deeds.households(me.household.community, month, month_after(month), building)
    took_part, there = found.get(building, (0, 0))
    return goal(building, took_part, there, uow.settings.honours)


def _is_done(uow: UnitOfWork, me: Resident, quest: str) -> bool:
    return any(one.quest == quest and one.done for one in uow.quests.of(_whose(me)))


def _tried(uow: UnitOfWork, me: Resident, quest: str) -> int:
    uow.quests.note(_whose(me), quest, _today(uow), False)
    return 0


def _done(uow: UnitOfWork, me: Resident, quest: str) -> int:
    """Note it, and have it paid; how many points there is room for today."""
    attempt: Attempt = uow.quests.note(_whose(me), quest, _today(uow), True)
    owner = Owner(me.household.community, Kind.PERSON, me.telegram_id or 0)
    uow.record(Earned(Reward(owner, Rule.QUEST, f"quest-{attempt.number}")))
    return uow.ledger.room(owner, Rule.QUEST).of(uow.settings.points.quest.worth)


def _whose(me: Resident) -> Whose:
    return Whose(*_key(me))


def _key(me: Resident) -> tuple[CommunityId, int]:
    return me.household.community, me.telegram_id or 0


def _today(uow: UnitOfWork) -> date:
    return uow.now.astimezone(uow.settings.zone).date()


def _month(uow: UnitOfWork) -> date:
    return first_of(_today(uow))
