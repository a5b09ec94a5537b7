"""Counting heads on the boundaries: exactly the quorum, exactly the threshold, ties, nobody, everybody abstaining."""

import pytest
from hypothesis import given

from bot.votes.model.ballot import ABSTAINS, BadChoice
from bot.votes.model.count import ImpossibleCount, Outcome, count
from bot.votes.model.rule import AGAINST_ALL, YES, Base, Hurdle, Kind, Rule
from bot.votes.model.share import Reached, at_least, more_than
from tests.votes.rules import MAJORITY, ballots, choosing, counted, of, parted, yes_no
from tests.votes.strategies import Poll, polls

CARRIED, LOST, NO_QUORUM, TIE = Outcome.CARRIED, Outcome.LOST, Outcome.NO_QUORUM, Outcome.TIE


@pytest.mark.parametrize(
    ("quorum", "cast", "outcome"),
    [
        (of(Base.ENTITLED, "1/2"), 50, CARRIED),
        (of(Base.ENTITLED, "1/2"), 49, NO_QUORUM),
        (of(Base.ENTITLED, "1/2", strict=True), 51, CARRIED),
        (of(Base.ENTITLED, "1/2", strict=True), 50, NO_QUORUM),
        (of(Base.ENTITLED, "2/3"), 67, CARRIED),
        (of(Base.ENTITLED, "2/3"), 66, NO_QUORUM),
        (of(Base.PRESENT, "3/4"), 60, CARRIED),
        (of(Base.PRESENT, "3/4"), 59, NO_QUORUM),
        (of(Base.PRESENT, "3/4", strict=True), 60, NO_QUORUM),
        (of(Base.PRESENT, "1"), 80, CARRIED),
        (of(Base.PRESENT, "1"), 79, NO_QUORUM),
    ],
)
def test_exactly_the_quorum(quorum: Hurdle, cast: int, outcome: Outcome) -> None:
    """80 of 100 are present. Who abstains takes part."""
    found = counted(yes_no(quorum=quorum), ballots(yes=1, abstain=cast - 1), present=80)
    assert found.outcome is outcome
    assert found.quorum is not None
    assert found.quorum.met is (outcome is CARRIED)
    assert (found.quorum.missing == 0) is found.quorum.met


@pytest.mark.parametrize(
    ("base", "strict", "yes", "no", "abstain", "outcome"),
    [
        (Base.CAST_WITHOUT_ABSTENTIONS, True, 2, 1, 60, CARRIED),
        (Base.CAST, True, 31, 30, 0, CARRIED),
        (Base.CAST, True, 31, 30, 1, LOST),
        (Base.CAST, False, 31, 30, 1, CARRIED),
        (Base.PRESENT, True, 41, 0, 0, CARRIED),
        (Base.PRESENT, True, 40, 0, 0, LOST),
        (Base.PRESENT, False, 40, 0, 0, CARRIED),
        (Base.PRESENT, False, 39, 0, 0, LOST),
        (Base.ENTITLED, True, 51, 0, 0, CARRIED),
        (Base.ENTITLED, True, 50, 0, 0, LOST),
        (Base.ENTITLED, False, 50, 0, 0, CARRIED),
        (Base.ENTITLED, False, 49, 31, 0, LOST),
    ],
)
def test_exactly_half(base: Base, strict: bool, yes: int, no: int, abstain: int, outcome: Outcome) -> None:
    """80 of 100 are present."""
    found = counted(yes_no(of(base, "1/2", strict=strict)), ballots(yes, no, abstain), present=80)
    assert found.outcome is outcome
    assert found.passed is (outcome is CARRIED)


@pytest.mark.parametrize(("yes", "outcome"), [(74, LOST), (75, CARRIED)])
def test_exactly_three_quarters(yes: int, outcome: Outcome) -> None:
    found = counted(yes_no(of(Base.CAST, "3/4")), ballots(yes, 100 - yes))
    assert found.outcome is outcome
    assert found.threshold == Reached(yes, 100, at_least("3/4"))
    assert found.threshold.missing == 75 - yes


def test_a_tie_fails_whatever_the_threshold() -> None:
    for threshold in (MAJORITY, of(Base.CAST, "1/2"), of(Base.CAST, "3/4"), of(Base.ENTITLED, "1/2")):
        found = counted(yes_no(threshold), ballots(yes=5, no=5), entitled=10)
        assert (found.outcome, found.passed, found.winner) == (TIE, False, None)


def test_fewer_yes_than_no_never_carry() -> None:
    assert counted(yes_no(of(Base.ENTITLED, "1/3")), ballots(yes=4, no=5), entitled=12).outcome is LOST
    assert counted(yes_no(of(Base.ENTITLED, "1/3")), ballots(yes=5, no=4), entitled=12).outcome is CARRIED


def test_where_all_abstain_or_nobody_votes_nothing_is_carried() -> None:
    for kind in Kind:
        rule = yes_no() if kind is Kind.YES_NO else choosing(kind=kind)
        for cast in ([], [ABSTAINS] * 100):
            found = counted(rule, cast)
            assert (found.outcome, found.leaders, found.abstained) == (LOST, (), len(cast))


def test_nobody_voting_is_no_quorum_where_there_is_one() -> None:
    found = counted(yes_no(quorum=of(Base.ENTITLED, "1/100")), [])
    assert found.outcome is NO_QUORUM
    assert counted(yes_no(quorum=of(Base.PRESENT, "1/100")), [], present=0).outcome is NO_QUORUM


def test_too_few_is_said_before_anything_else() -> None:
    rule = yes_no(quorum=of(Base.ENTITLED, "1/2"))
    for cast in (ballots(yes=20, no=20), ballots(yes=49), ballots(no=49)):
        assert counted(rule, cast).outcome is NO_QUORUM


@pytest.mark.parametrize("entitled", [1, 2, 3])
def test_where_few_are_entitled(entitled: int) -> None:
    rule = yes_no(quorum=of(Base.ENTITLED, "1"))
    assert counted(rule, ballots(yes=entitled), entitled).outcome is CARRIED
    assert counted(rule, ballots(yes=entitled - 1), entitled).outcome is NO_QUORUM


def test_the_option_with_the_most_wins_and_against_all_is_one() -> None:
    rule = choosing()
    piles = [("路灯", 3), ("长椅", 2), (AGAINST_ALL, 2)]
    found = counted(rule, parted(*((number, (option,)) for option, number in piles)))
    assert (found.outcome, found.winner, found.votes) == (CARRIED, "路灯", dict(piles))
    assert counted(rule, parted((3, (AGAINST_ALL,)), (2, ("路灯",)))).outcome is LOST
    assert counted(rule, parted((2, (AGAINST_ALL,)), (2, ("路灯",)))).outcome is TIE
    assert counted(rule, parted((2, ("长椅",)), (2, ("路灯",)), (1, (AGAINST_ALL,)))).outcome is TIE


def test_one_option_and_a_way_to_refuse_it() -> None:
    rule = choosing("王秀英", AGAINST_ALL, threshold=MAJORITY)
    assert counted(rule, parted((2, ("王秀英",)), (1, (AGAINST_ALL,)))).winner == "王秀英"
    assert counted(rule, parted((1, ("王秀英",)), (2, (AGAINST_ALL,)))).outcome is LOST
    assert counted(rule, parted((1, ("王秀英",)), (1, (AGAINST_ALL,)))).outcome is TIE


def test_the_leading_option_needs_the_threshold_too() -> None:
    rule = choosing(threshold=of(Base.CAST, "1/2", strict=True))
    found = counted(rule, parted((5, ("路灯",)), (4, ("长椅",)), (1, ABSTAINS)))
    assert (found.outcome, found.leaders, found.threshold) == (LOST, ("路灯",), Reached(5, 10, more_than("1/2")))
    assert counted(rule, parted((6, ("路灯",)), (4, ("长椅",)), (1, ABSTAINS))).outcome is CARRIED


@pytest.mark.parametrize("rule", [choosing(most=2), choosing(kind=Kind.APPROVAL)])
def test_a_ballot_that_names_two_is_one_ballot(rule: Rule) -> None:
    found = counted(rule, parted((2, ("路灯", "长椅")), (1, ("长椅",))))
    assert (found.winner, found.votes["长椅"], found.votes["路灯"]) == ("长椅", 3, 2)
    assert found.bases[Base.CAST] == 3


@pytest.mark.parametrize(
    ("entitled", "present", "cast"), [(0, None, 0), (2, None, 3), (3, 2, 3), (3, 4, 3), (5, 6, 5), (0, 0, 0)]
)
def test_numbers_that_cannot_belong_together(entitled: int, present: int | None, cast: int) -> None:
    with pytest.raises(ImpossibleCount):
        counted(yes_no(), ballots(yes=cast), entitled, present)


def test_who_was_present_must_be_known_where_the_rule_asks() -> None:
    for rule in (yes_no(of(Base.PRESENT, "1/2")), yes_no(quorum=of(Base.PRESENT, "1/2"))):
        with pytest.raises(ImpossibleCount):
            counted(rule, ballots(yes=1))
    with pytest.raises(BadChoice):
        counted(yes_no(), [("路灯",)])


@given(polls(Kind.YES_NO))
def test_one_more_yes_never_undoes_what_is_carried(poll: Poll) -> None:
    numbers = poll.entitled + 1, poll.present + 1
    if count(poll.rule, *numbers, poll.ballots).passed:
        assert count(poll.rule, *numbers, [*poll.ballots, (YES,)]).passed
        assert count(poll.rule, *numbers, [(YES,), *poll.ballots[1:]]).passed
