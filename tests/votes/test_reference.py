"""Any vote by heads, counted a second time in another way: sums over the whole list, ratios, and no shared code."""

from collections import Counter
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from bot.votes.model.count import Outcome, count
from bot.votes.model.rule import AGAINST_ALL, Base, Hurdle, Kind
from tests.votes.strategies import Poll, polls

BY_MOST = Kind.YES_NO, Kind.CHOOSE, Kind.APPROVAL


def enough(hurdle: Hurdle | None, votes: int, poll: Poll) -> bool:
    if hurdle is None:
        return True
    whole = {
        Base.ENTITLED: poll.entitled,
        Base.PRESENT: poll.present,
        Base.CAST: len(poll.ballots),
        Base.CAST_WITHOUT_ABSTENTIONS: len([ballot for ballot in poll.ballots if ballot != ()]),
    }[hurdle.of]
    if whole == 0:
        return False
    ratio, asked = Fraction(votes, whole), hurdle.share.fraction
    return ratio > asked if hurdle.share.strict else ratio >= asked


def expected(poll: Poll) -> Outcome:
    if not enough(poll.rule.quorum, len(poll.ballots), poll):
        return Outcome.NO_QUORUM
    ranking = Counter(side for ballot in poll.ballots for side in ballot).most_common()
    if not ranking:
        return Outcome.LOST
    if len(ranking) > 1 and ranking[0][1] == ranking[1][1]:
        return Outcome.TIE
    side, votes = ranking[0]
    if side in {"no", AGAINST_ALL} or not enough(poll.rule.threshold, votes, poll):
        return Outcome.LOST
    return Outcome.CARRIED


@given(polls(*BY_MOST))
def test_the_outcome_is_what_a_second_count_says(poll: Poll) -> None:
    assert count(poll.rule, poll.entitled, poll.present, poll.ballots).outcome is expected(poll)


@given(polls(), st.data())
def test_the_order_of_the_ballots_changes_nothing(poll: Poll, data: st.DataObject) -> None:
    shuffled = data.draw(st.permutations(poll.ballots))
    numbers = poll.rule, poll.entitled, poll.present
    assert count(*numbers, shuffled) == count(*numbers, poll.ballots)


@given(polls())
def test_every_number_can_be_found_again(poll: Poll) -> None:
    found = count(poll.rule, poll.entitled, poll.present, poll.ballots)
    assert found.bases[Base.CAST] == found.abstained + found.bases[Base.CAST_WITHOUT_ABSTENTIONS]
    assert set(found.votes) == set(poll.rule.sides)
    if poll.rule.kind is Kind.YES_NO:
        assert sum(found.votes.values()) == found.bases[Base.CAST_WITHOUT_ABSTENTIONS]
    for reached in (found.quorum, found.threshold):
        if reached is not None:
            more = reached.part + reached.missing
            assert reached.met is (reached.missing == 0)
            assert reached.whole == 0 or reached.share.is_met(more, reached.whole)
            assert reached.missing == 0 or not reached.share.is_met(more - 1, reached.whole)
