"""A ballot paper as it is marked: whatever is tapped, no paper comes about that the rule does not allow."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.booth.model.marks import ABSTAINED, BadMarks, choice_of, letter_of, marked, sides_of
from bot.votes.model.any_rule import OwnersRule, check_choice
from bot.votes.model.ballot import ABSTAINS
from bot.votes.model.owners import Majority
from bot.votes.model.rule import AGAINST_ALL, NO, YES, Kind, Rule
from tests.booth.evening import among, of_households
from tests.votes.strategies import choices, rules


@given(rules().flatmap(lambda rule: st.tuples(st.just(rule), st.lists(st.sampled_from(rule.sides), max_size=12))))
def test_every_marked_paper_is_a_ballot(rule_and_taps: tuple[Rule, list[str]]) -> None:
    rule, taps = rule_and_taps
    marks = ""
    for side in taps:
        marks = marked(rule, marks, letter_of(rule, side))
        assert check_choice(rule, sides_of(rule, marks)) == (choice_of(rule, marks) if marks else ABSTAINS)


@given(rules().flatmap(lambda rule: st.tuples(st.just(rule), choices(rule))))
def test_what_is_said_comes_back_the_same(rule_and_choice: tuple[Rule, tuple[str, ...]]) -> None:
    rule, choice = rule_and_choice
    marks = "".join(letter_of(rule, side) for side in choice)
    assert choice_of(rule, marks or ABSTAINED) == choice


@given(rules(), st.text("abcdefghijklmnopqrstuvwxyzA-1 ", max_size=6))
def test_forged_marks_are_a_ballot_or_refused(rule: Rule, marks: str) -> None:
    try:
        choice = choice_of(rule, marks)
    except BadMarks:
        return
    assert check_choice(rule, choice) == choice


@pytest.mark.parametrize("marks", ["", " ", "c", "ab", "aa", "A", "-a", "a-"])
def test_no_ballot_of_yes_and_no(marks: str) -> None:
    for rule in (of_households(), OwnersRule(Majority.SPECIAL)):
        with pytest.raises(BadMarks):
            choice_of(rule, marks)
        assert [choice_of(rule, one) for one in ("a", "b", ABSTAINED)] == [(YES,), (NO,), ABSTAINS]


def test_against_all_stands_alone_unless_options_are_ranked() -> None:
    approval = among("甲", "乙", AGAINST_ALL, kind=Kind.APPROVAL)
    assert marked(approval, "ab", "c") == "c"
    assert marked(approval, "c", "a") == "a"
    ranked = among("甲", "乙", AGAINST_ALL, kind=Kind.RANKED)
    assert marked(ranked, "bc", "a") == "bca"
    assert marked(ranked, "bca", "c") == "ba"


def test_where_no_more_fit_the_last_mark_moves() -> None:
    two = among("甲", "乙", "丙", AGAINST_ALL, most=2)
    assert marked(two, "ab", "c") == "ac"
    assert marked(two, "ab", "b") == "a"
