"""What follows from a meaning: act, ask, or leave alone; and when a group is offered something."""

import pytest

from nlu.meaning import ACT_FROM, ASK_FROM, KIND_FROM, OFFER_FROM, Meaning, Outcome

BARELY_NOT = 1e-6


@pytest.mark.parametrize(
    ("intent", "confidence", "outcome"),
    [
        ("vote", 1.0, Outcome.ACT),
        ("vote", ACT_FROM, Outcome.ACT),
        ("vote", ACT_FROM - BARELY_NOT, Outcome.ASK),
        ("vote", ASK_FROM, Outcome.ASK),
        ("vote", ASK_FROM - BARELY_NOT, Outcome.LEAVE),
        ("vote", 0.0, Outcome.LEAVE),
        ("out_of_scope", 1.0, Outcome.LEAVE),
    ],
)
def test_confidence_decides_whether_to_act_ask_or_leave_alone(intent: str, confidence: float, outcome: Outcome) -> None:
    assert Meaning(intent, confidence).outcome is outcome


def test_what_is_doubted_is_left_alone_however_clear_it_is() -> None:
    doubted = Meaning("raise_concern", 1.0, "lift", 0.9, doubted=True)
    assert doubted.outcome is Outcome.LEAVE
    assert not doubted.begins
    assert not doubted.offers_concern


def test_yes_no_and_cancel_begin_nothing() -> None:
    assert [name for name in ("confirm", "deny", "cancel", "vote") if Meaning(name, 1.0).begins] == ["vote"]


def test_an_unclear_category_is_asked_and_the_rest_is_never_taken_for_granted() -> None:
    assert Meaning("raise_concern", 1.0, "lift", KIND_FROM).kind == "lift"
    assert Meaning("raise_concern", 1.0, "lift", KIND_FROM - BARELY_NOT).kind is None
    assert Meaning("raise_concern", 1.0, "other", 1.0).kind is None


@pytest.mark.parametrize(
    ("meaning", "offers"),
    [
        (Meaning("raise_concern", OFFER_FROM, "lift", 0.9), True),
        (Meaning("raise_concern", OFFER_FROM - BARELY_NOT, "lift", 0.9), False),
        (Meaning("raise_concern", 1.0, "other", 0.9), False),
        (Meaning("vote", 1.0, "lift", 0.9), False),
    ],
)
def test_a_group_is_offered_nothing_but_to_log_a_clear_concern(meaning: Meaning, offers: bool) -> None:
    assert meaning.offers_concern is offers
