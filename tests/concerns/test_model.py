"""The life of a concern, move by move."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.concerns.model.concern import Concern, ConcernId, Origin, Staff
from bot.concerns.model.deadline import Deadline, Times
from bot.concerns.model.life import CLOSED, DUE, MAY_DO, MOVES, NEED_DAY, Deed, State
from bot.concerns.model.refusals import (
    AnsweredAlready,
    ClaimedAlready,
    Closed,
    NothingToConfirm,
    NotLikeThat,
    NotThisOne,
)
from bot.concerns.model.told import Told
from bot.config import Config
from bot.kit.people import CommunityId
from bot.kit.refusals import Refused
from bot.residents.model import AgeBand, Household, HouseholdId, Resident, ResidentId, Tenure

LIN, CHEN = Staff(5000005, "林芳"), Staff(5000002, "陈建国")
NOON = datetime(2026, 12, 2, 4, tzinfo=UTC)
"""In Shanghai, of a Wednesday."""
FRIDAY = date(2026, 12, 4)
COLUMNS = (
    Deed.CLAIM, Deed.HAND_OVER, Deed.ANSWER, Deed.CALL_SIMPLE, Deed.PLAN, Deed.FORWARD, Deed.PAUSE, Deed.RESUME,
    Deed.FINISH, Deed.EXPLAIN, Deed.JOIN, Deed.CONFIRM, Deed.REOPEN, Deed.WITHDRAW,
)  # fmt: skip
NEXT = {
    "C": State.CLAIMED, "A": State.ACKNOWLEDGED, "S": State.SIMPLE, "P": State.PLANNED, "F": State.FORWARDED,
    "H": State.PAUSED, "D": State.DONE, "E": State.EXPLAINED, "R": State.REOPENED, "V": State.CONFIRMED,
    "K": State.ACCEPTED, "U": State.UNCONTRADICTED, "J": State.DUPLICATE, "W": State.WITHDRAWN,
}  # fmt: skip
REFUSED: dict[str, type[Refused]] = {
    "n": NothingToConfirm, "a": AnsweredAlready, "c": Closed, "x": NotLikeThat,
}  # fmt: skip
BY_HAND = {
    #                     C H A S P F P R F E J C R W   claim, hand over, answer, simple, plan, forward, pause,
    State.RECEIVED:      "C C A x P F H x D E J n n W",  # resume, finish, explain, join, confirm, reopen, withdraw
    State.CLAIMED:       "C C A x P F H x D E J V n W",
    State.ACKNOWLEDGED:  "A A A S P F H x D E J V n W",
    State.SIMPLE:        "S S S S P F H x D E J V n W",
    State.PLANNED:       "P P P S P F H x D E J V n W",
    State.FORWARDED:     "F F F S P F H x D E J V n W",
    State.PAUSED:        "H H H S P F x A D E J V n W",
    State.DONE:          "a a D a a a a a a E a V R W",
    State.EXPLAINED:     "a a E a a a a a D a a K R W",
    State.REOPENED:      "C C A x P F H x D E J V R W",
    State.CONFIRMED:     "c c c c c c c c c c c V R c",
    State.ACCEPTED:      "c c c c c c c c c c c K R c",
    State.UNCONTRADICTED: "c c c c c c c c c c c V R c",
    State.DUPLICATE:     "c c c c c c c c c c c n n c",
    State.WITHDRAWN:     "c c c c c c c c c c c n n W",
}  # fmt: skip
"""State → what each deed leads to, or why it is refused; the model's tables once more, by hand."""
EVERY_CASE = [
    (state, deed, outcome)
    for state, line in BY_HAND.items()
    for deed, outcome in zip(COLUMNS, line.split(), strict=True)
]


@pytest.fixture
def noon(config: Config) -> Times:
    return Times(NOON, config.community.response, config.community.zone)


def a_concern(state: State = State.RECEIVED, handler: Staff | None = None) -> Concern:
    home = Household(HouseholdId(1), CommunityId(1), 3, 2, "501", Decimal("88.5"), Tenure.OWNER)
    due = DUE[state]
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
        raised_at=NOON,
        deadline=Deadline(due, NOON, NOON + timedelta(hours=24)) if due else None,
        state=state,
        handler=handler,
    )


def done(concern: Concern, deed: Deed, by: Staff, times: Times) -> Concern:
    """What each deed is for those who do it."""
    match deed:
        case Deed.CLAIM:
            return concern.claimed(by, times)
        case Deed.HAND_OVER:
            return concern.handed_to(by, times)
        case Deed.RESUME:
            return concern.resumed(times)
        case Deed.JOIN:
            return concern.joined_to(replace(a_concern(), id=ConcernId(2), number=7), times)
        case Deed.CONFIRM:
            return concern.confirmed(times)
        case Deed.REOPEN:
            return concern.reopened(times)
        case Deed.WITHDRAW:
            return concern.withdrawn(times)
        case _:
            return concern.said(deed, by, times, words="电工明天来。", day=FRIDAY if deed in NEED_DAY else None)


def handler_in(state: State) -> Staff | None:
    return None if state is State.RECEIVED else LIN


def test_the_table_by_hand_has_every_state_and_every_deed_of_people() -> None:
    assert set(BY_HAND) == set(State) == set(DUE)
    assert {*COLUMNS, Deed.REMIND, Deed.ESCALATE, Deed.LAPSE} == set(Deed) == set(MOVES) == set(MAY_DO)


@pytest.mark.parametrize(("state", "deed", "outcome"), EVERY_CASE)
def test_every_deed_in_every_state_leads_where_the_table_says(
    state: State, deed: Deed, outcome: str, noon: Times
) -> None:
    concern = a_concern(state, handler_in(state))
    if outcome in REFUSED:
        with pytest.raises(REFUSED[outcome]):
            done(concern, deed, LIN, noon)
    else:
        assert done(concern, deed, LIN, noon).state is NEXT[outcome]


@pytest.mark.parametrize(
    ("state", "deed"), [(state, deed) for state, deed, outcome in EVERY_CASE if outcome not in REFUSED]
)
def test_a_deed_changes_nothing_that_was_told(state: State, deed: Deed, noon: Times) -> None:
    concern = a_concern(state, handler_in(state))
    after = done(concern, deed, LIN, noon)
    moving = {
        name: getattr(concern, name)
        for name in ("state", "handler", "deadline", "promise", "original", "answered_at", "closed_at")
    }
    assert replace(after, **moving) == concern


def test_no_open_state_is_without_something_that_is_due() -> None:
    assert {state for state, due in DUE.items() if due is None} < CLOSED


def test_the_second_to_claim_hears_who_was_first(noon: Times) -> None:
    with pytest.raises(ClaimedAlready) as refusal:
        a_concern().claimed(LIN, noon).claimed(CHEN, noon)
    assert (refusal.value.number, refusal.value.by) == (12, "林芳")


def test_claiming_twice_is_once(noon: Times) -> None:
    claimed = a_concern().claimed(LIN, noon)
    assert claimed.claimed(LIN, noon) is claimed


def test_who_has_a_new_name_is_still_the_same_person(noon: Times) -> None:
    claimed = a_concern().claimed(LIN, noon)
    assert claimed.claimed(Staff(LIN.telegram_id, "林芳 🌸"), noon) is claimed


def test_who_has_the_same_name_is_another_person(noon: Times) -> None:
    with pytest.raises(ClaimedAlready):
        a_concern().claimed(LIN, noon).claimed(Staff(CHEN.telegram_id, LIN.name), noon)


def test_a_reopened_concern_is_anybodys(noon: Times) -> None:
    assert a_concern(State.REOPENED, LIN).claimed(CHEN, noon).handler == CHEN


def test_what_is_handed_over_is_taken_from_who_had_it(noon: Times) -> None:
    handed = a_concern().claimed(LIN, noon).handed_to(CHEN, noon)
    assert (handed.handler, handed.state) == (CHEN, State.CLAIMED)
    assert handed.handed_to(CHEN, noon) == handed


def test_an_answer_leaves_the_concern_with_who_had_it(noon: Times) -> None:
    assert done(a_concern(State.CLAIMED, CHEN), Deed.ANSWER, LIN, noon).handler == CHEN
    assert done(a_concern(), Deed.ANSWER, LIN, noon).handler == LIN


def test_a_refused_claim_says_who_has_answered(noon: Times) -> None:
    with pytest.raises(AnsweredAlready) as refusal:
        done(a_concern(), Deed.FINISH, LIN, noon).claimed(CHEN, noon)
    assert refusal.value.by == "林芳"


def test_a_concern_goes_on_as_another_open_one_and_not_as_itself(noon: Times) -> None:
    concern, other = a_concern(), replace(a_concern(), id=ConcernId(2), number=7)
    elsewhere = replace(other, community=CommunityId(2))
    for wrong in (concern, elsewhere, replace(other, state=State.CONFIRMED)):
        with pytest.raises(NotThisOne):
            concern.joined_to(wrong, noon)
    assert concern.joined_to(other, noon).original == other.id


def test_a_concern_belongs_to_the_building_where_it_is_or_else_where_its_author_lives() -> None:
    assert a_concern().served_by == 3
    assert replace(a_concern(), building=12).served_by == 12


DEEDS = st.lists(st.tuples(st.sampled_from(COLUMNS), st.sampled_from([LIN, CHEN])), max_size=12)


@given(DEEDS)
def test_whatever_people_do_a_handled_concern_has_somebody_who_handles_it(
    config: Config, deeds: list[tuple[Deed, Staff]]
) -> None:
    times = Times(NOON, config.community.response, config.community.zone)
    concern = a_concern()
    for deed, by in deeds:
        before = concern
        try:
            concern = done(concern, deed, by, times)
        except Refused:
            assert concern is before
        unattended = (State.RECEIVED, State.DUPLICATE, State.WITHDRAWN)
        assert concern.handler is not None or concern.state in unattended
