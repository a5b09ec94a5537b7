"""The life of a concern, move by move."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.concerns.forms import Draft, Question
from bot.concerns.model.concern import Concern, ConcernId, Origin, Staff
from bot.concerns.model.life import MOVES, Deed, State
from bot.concerns.model.refusals import AnsweredAlready, ClaimedAlready, Closed, NothingToConfirm
from bot.concerns.model.told import Told
from bot.kit.people import CommunityId
from bot.kit.refusals import Refused
from bot.residents.model import AgeBand, Household, HouseholdId, Resident, ResidentId, Tenure
from tests import strategies

LIN, CHEN = Staff(5000005, "林芳"), Staff(5000002, "陈建国")
BY_HAND = {
    #                 CLAIM      HAND_OVER  ANSWER      CONFIRM      REOPEN
    State.RECEIVED:  ("claimed", "claimed", "answered", "nothing",   "nothing"),
    State.CLAIMED:   ("claimed", "claimed", "answered", "confirmed", "nothing"),
    State.ANSWERED:  ("waits",   "waits",   "answered", "confirmed", "reopened"),
    State.REOPENED:  ("claimed", "claimed", "answered", "confirmed", "reopened"),
    State.CONFIRMED: ("closed",  "closed",  "closed",   "confirmed", "reopened"),
}  # fmt: skip
"""State → what each deed leads to, or why it is refused; the table of DESIGN and of the model, by hand."""
DEEDS = (Deed.CLAIM, Deed.HAND_OVER, Deed.ANSWER, Deed.CONFIRM, Deed.REOPEN)
REFUSED: dict[str, type[Refused]] = {"nothing": NothingToConfirm, "waits": AnsweredAlready, "closed": Closed}
EVERY_CASE = [
    (state, deed, outcome) for state, line in BY_HAND.items() for deed, outcome in zip(DEEDS, line, strict=True)
]


def a_concern(state: State = State.RECEIVED, handler: Staff | None = None) -> Concern:
    home = Household(HouseholdId(1), CommunityId(1), 3, 2, "501", Decimal("88.5"), Tenure.OWNER)
    noon = datetime(2026, 12, 2, 4, tzinfo=UTC)
    return Concern(
        id=ConcernId(1),
        community=CommunityId(1),
        number=12,
        key="1-1",
        author=Resident(ResidentId(1), home, "王秀英", AgeBand.OLDER, 5000001),
        told=Told("路灯不亮"),
        where="3号楼",
        building=None,
        category="lighting",
        origin=Origin.PRIVATE,
        raised_at=noon,
        due_at=noon + timedelta(hours=24),
        state=state,
        handler=handler,
    )


def done(concern: Concern, deed: Deed, by: Staff) -> Concern:
    """What each deed is for those who do it."""
    match deed:
        case Deed.CLAIM:
            return concern.claimed(by)
        case Deed.HAND_OVER:
            return concern.handed_to(by)
        case Deed.ANSWER:
            return concern.answered(by)
        case Deed.CONFIRM:
            return concern.confirmed()
        case Deed.REOPEN:
            return concern.reopened()


def handler_in(state: State) -> Staff | None:
    return None if state is State.RECEIVED else LIN


def test_the_table_by_hand_has_every_state_and_every_deed() -> None:
    assert set(BY_HAND) == set(State)
    assert set(DEEDS) == set(Deed) == set(MOVES)


@pytest.mark.parametrize(("state", "deed", "outcome"), EVERY_CASE)
def test_every_deed_in_every_state_leads_where_the_table_says(state: State, deed: Deed, outcome: str) -> None:
    concern = a_concern(state, handler_in(state))
    if outcome in REFUSED:
        with pytest.raises(REFUSED[outcome]):
            done(concern, deed, LIN)
    else:
        assert done(concern, deed, LIN).state is State(outcome)


@pytest.mark.parametrize(
    ("state", "deed"), [(state, deed) for state, deed, outcome in EVERY_CASE if outcome not in REFUSED]
)
def test_a_move_changes_state_and_handler_and_nothing_else(state: State, deed: Deed) -> None:
    concern = a_concern(state, handler_in(state))
    after = done(concern, deed, LIN)
    assert replace(after, state=concern.state, handler=concern.handler) == concern


def test_the_second_to_claim_hears_who_was_first() -> None:
    with pytest.raises(ClaimedAlready) as refusal:
        a_concern().claimed(LIN).claimed(CHEN)
    assert (refusal.value.number, refusal.value.by) == (12, "林芳")


def test_claiming_twice_is_once() -> None:
    claimed = a_concern().claimed(LIN)
    assert claimed.claimed(LIN) is claimed


def test_who_has_a_new_name_is_still_the_same_person() -> None:
    claimed = a_concern().claimed(LIN)
    assert claimed.claimed(Staff(LIN.telegram_id, "林芳 🌸")) is claimed


def test_who_has_the_same_name_is_another_person() -> None:
    with pytest.raises(ClaimedAlready):
        a_concern().claimed(LIN).claimed(Staff(CHEN.telegram_id, LIN.name))


def test_a_reopened_concern_is_anybodys() -> None:
    assert a_concern(State.REOPENED, LIN).claimed(CHEN).handler == CHEN


def test_what_is_handed_over_is_taken_from_who_had_it() -> None:
    handed = a_concern().claimed(LIN).handed_to(CHEN)
    assert (handed.handler, handed.state) == (CHEN, State.CLAIMED)


def test_an_answer_leaves_the_concern_with_who_had_it() -> None:
    assert a_concern(State.CLAIMED, CHEN).answered(LIN).handler == CHEN
    assert a_concern().answered(LIN).handler == LIN


def test_a_refused_claim_says_who_has_answered() -> None:
    with pytest.raises(AnsweredAlready) as refusal:
        a_concern().answered(LIN).claimed(CHEN)
    assert refusal.value.by == "林芳"


def test_a_concern_belongs_to_the_building_where_it_is_or_else_where_its_author_lives() -> None:
    assert a_concern().served_by == 3
    assert replace(a_concern(), building=12).served_by == 12


@given(st.lists(st.tuples(st.sampled_from(Deed), st.sampled_from([LIN, CHEN])), max_size=12))
def test_whatever_people_do_a_handled_concern_has_somebody_who_handles_it(deeds: list[tuple[Deed, Staff]]) -> None:
    concern = a_concern()
    for deed, by in deeds:
        before = concern
        try:
            concern = done(concern, deed, by)
        except Refused:
            assert concern is before
        assert (concern.handler is None) == (concern.state is State.RECEIVED)


@given(strategies.drafts(strategies.chinese(40)))
def test_a_draft_asks_for_the_first_thing_that_is_missing(draft: Draft) -> None:
    known = {
        Question.WHETHER: not draft.offered,
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
    if question in (Question.WHETHER, Question.SAME, Question.RIGHT):
        assert asked == draft
    elif draft.question is Question.RIGHT:
        assert asked.question is question
    again = asked.tells(replace(draft.told, photos=())) if question is Question.WHAT else asked
    again = again.at(draft.where, draft.building) if question is Question.WHERE else again
    again = again.about(draft.category) if question is Question.CATEGORY else again
    assert replace(again, adding=draft.adding, offered=draft.offered) == draft


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
