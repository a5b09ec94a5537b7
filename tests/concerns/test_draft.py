"""A concern that is half told."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from bot.concerns.forms import Draft, Question
from bot.concerns.model.told import Told
from tests import strategies


@given(strategies.drafts(strategies.chinese(40)))
def test_a_draft_asks_for_the_first_thing_that_is_missing(draft: Draft) -> None:
    known = {
        Question.WAIT: not draft.listening,
        Question.HEARD: not draft.heard,
        Question.WHAT: draft.told.says_what,
        Question.WHERE: bool(draft.where),
        Question.CATEGORY: bool(draft.category),
        Question.SAME: True,
        Question.RIGHT: False,
    }
    assert draft.question is next(question for question, answered in known.items() if not answered)


@given(strategies.drafts(strategies.chinese(40)), st.sampled_from(Question))
def test_asking_again_forgets_one_answer_and_no_other(draft: Draft, question: Question) -> None:
    asked = draft.ask_again(question)
    if question not in (Question.WHAT, Question.WHERE, Question.CATEGORY):
        assert asked == draft
    elif draft.question is Question.RIGHT:
        assert asked.question is question
    again = asked.tells(replace(draft.told, photos=())) if question is Question.WHAT else asked
    again = again.at(draft.where, draft.building) if question is Question.WHERE else again
    again = again.about(draft.category) if question is Question.CATEGORY else again
    again = replace(again, adding=draft.adding, origin=draft.origin)
    assert replace(again, listening=draft.listening, heard=draft.heard) == draft


def test_a_photo_alone_does_not_say_what_the_matter_is() -> None:
    assert not Told(photos=("p",)).says_what
    assert Told(voice="v").says_what
    assert Told("灯").says_what


def test_what_is_told_later_is_added() -> None:
    told = Told("灯坏了", ("one",), "voice").and_also(Told("三天了", ("two",), "again"))
    assert told == Told("灯坏了\n三天了", ("one", "two"), "again")
    assert told.and_also(Told()) == told


def test_of_too_many_photos_the_newest_stay() -> None:
    told = Told(photos=tuple("0123456789")).and_also(Told(photos=("new",)))
    assert told.photos == (*"123456789", "new")
