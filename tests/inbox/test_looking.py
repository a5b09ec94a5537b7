"""What the inbox says of concerns, and what looking costs."""

from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from bot.concerns.model.life import CLOSED, MAY_DO, Entry, State
from bot.inbox.card_views import HISTORY
from bot.inbox.model import STATES, Asked, Filter, Waiting, waits_for
from bot.kit.people import CommunityId
from bot.roles.model import Reach
from storage.books import sqlite_engine
from storage.inbox import next_due_first
from tests.concerns.test_model import NOON, a_concern
from tests.storage.works import NOW

SUNSHINE = CommunityId(1)


def test_every_open_state_waits_for_one_thing() -> None:
    assert sorted(state for states in STATES.values() for state in states) == sorted(set(State) - CLOSED)


def test_it_is_overdue_from_the_second_of_its_deadline_on() -> None:
    due = NOON + timedelta(hours=24)
    assert waits_for(a_concern(), due - timedelta(seconds=1)) is Waiting.ANSWER
    assert waits_for(a_concern(), due) is Waiting.OVERDUE


@pytest.mark.parametrize("state", [State.DONE, State.EXPLAINED, State.PAUSED])
def test_only_the_staff_is_late(state: State) -> None:
    assert waits_for(a_concern(state), NOON + timedelta(days=99)) is not Waiting.OVERDUE


def test_every_deed_has_words_in_the_history() -> None:
    assert HISTORY.keys() == {*Entry, *MAY_DO}


@pytest.mark.parametrize(
    "asked",
    [
        Asked(SUNSHINE, None, Filter(), NOW),
        Asked(SUNSHINE, Reach({3}), Filter(), NOW),
        Asked(SUNSHINE, None, Filter(3, "waste", Waiting.ANSWER), NOW),
        Asked(SUNSHINE, None, Filter(waiting=Waiting.OVERDUE), NOW, unanswered=True),
    ],
)
def test_what_is_closed_is_never_looked_at_and_nothing_is_sorted(sunshine: Path, asked: Asked) -> None:
    engine = sqlite_engine(sunshine, "BEGIN")
    with engine.connect() as connection:
        query = next_due_first(asked).compile(engine, compile_kwargs={"literal_binds": True})
        steps = [row[-1] for row in connection.execute(text(f"EXPLAIN QUERY PLAN {query}"))]
    engine.dispose()
    assert "USING INDEX ix_concerns_open (community_id=?" in steps[0]
    assert not [step for step in steps if step.startswith("SCAN") or "TEMP B-TREE FOR ORDER" in step]
