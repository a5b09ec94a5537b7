"""A rule by which nothing can be decided is refused, and says why."""

from collections.abc import Callable
from fractions import Fraction

import pytest

from bot.votes.model.ballot import BadChoice, Choice, checked
from bot.votes.model.flaws import Flaw, UnfitRule
from bot.votes.model.rule import AGAINST_ALL, LONGEST_OPTION, Base, Electorate, Hurdle, Kind, Rule
from bot.votes.model.share import Share
from tests.votes.rules import MAJORITY, OPTIONS, choosing, of, yes_no

OF_DECIDED = Base.CAST_WITHOUT_ABSTENTIONS
UNFIT: dict[Flaw, list[Callable[[], Rule]]] = {
    Flaw.SHARE: [
        lambda: yes_no(of(Base.ENTITLED, "0")),
        lambda: yes_no(of(Base.ENTITLED, "3/2")),
        lambda: yes_no(of(Base.ENTITLED, "-1/2")),
        lambda: yes_no(of(Base.CAST, "1", strict=True)),
        lambda: yes_no(quorum=of(Base.ENTITLED, "0", strict=True)),
    ],
    Flaw.QUORUM_BASE: [lambda: yes_no(quorum=of(Base.CAST, "1/2")), lambda: yes_no(quorum=of(OF_DECIDED, "1/2"))],
    Flaw.NO_THRESHOLD: [lambda: Rule(Electorate.COUNCIL, Kind.YES_NO, None)],
    Flaw.MINORITY: [lambda: yes_no(of(OF_DECIDED, "49/100")), lambda: yes_no(of(OF_DECIDED, "1/3", strict=True))],
    Flaw.TIE: [lambda: yes_no(of(OF_DECIDED, "1/2"))],
    Flaw.OPTIONS_OF_YES_NO: [lambda: Rule(Electorate.OWNERS, Kind.YES_NO, MAJORITY, options=OPTIONS)],
    Flaw.TOO_FEW_OPTIONS: [lambda: choosing(AGAINST_ALL), lambda: choosing(AGAINST_ALL, kind=Kind.RANKED)],
    Flaw.TOO_MANY_OPTIONS: [lambda: choosing(*map(str, range(20)), AGAINST_ALL)],
    Flaw.OPTION_TWICE: [lambda: choosing("路灯", "路灯", AGAINST_ALL), lambda: choosing("路灯", *[AGAINST_ALL] * 2)],
    Flaw.OPTION_UNREADABLE: [
        lambda: choosing("", AGAINST_ALL),
        lambda: choosing(" 路灯", AGAINST_ALL),
        lambda: choosing("路\n灯", AGAINST_ALL),
        lambda: choosing("路\u202e灯", AGAINST_ALL),
        lambda: choosing("灯" * (LONGEST_OPTION + 1), AGAINST_ALL),
    ],
    Flaw.OPTION_RESERVED: [
        lambda: choosing("abstain", "路灯", AGAINST_ALL),
        lambda: choosing("yes", AGAINST_ALL),
        lambda: choosing("路灯", "no", AGAINST_ALL),
    ],
    Flaw.NOT_AGAINST_ALL: [
        lambda: choosing("路灯", "长椅"),
        lambda: Rule(Electorate.RESIDENTS, Kind.APPROVAL, None),
    ],
    Flaw.MOST: [
        lambda: choosing(most=0),
        lambda: choosing(most=3),
        lambda: choosing(kind=Kind.APPROVAL, most=2),
        lambda: choosing(kind=Kind.RANKED, most=2),
        lambda: Rule(Electorate.RESIDENTS, Kind.YES_NO, MAJORITY, most=2),
    ],
    Flaw.BUILDING: [
        lambda: Rule(Electorate.COUNCIL, Kind.YES_NO, MAJORITY, building=3),
        lambda: Rule(Electorate.HOUSEHOLDS, Kind.YES_NO, MAJORITY, building=0),
    ],
}


def test_each_flaw_is_tried() -> None:
    assert UNFIT.keys() == set(Flaw)


@pytest.mark.parametrize(("flaw", "make"), [(flaw, make) for flaw, makes in UNFIT.items() for make in makes])
def test_nothing_is_decided_by_an_unfit_rule(flaw: Flaw, make: Callable[[], Rule]) -> None:
    with pytest.raises(UnfitRule) as refused:
        make()
    assert refused.value.flaw is flaw


@pytest.mark.parametrize("electorate", [kind for kind in Electorate if kind is not Electorate.COUNCIL])
def test_what_is_just_fit(electorate: Electorate) -> None:
    Rule(electorate, Kind.YES_NO, MAJORITY, building=1)
    yes_no(of(Base.CAST, "1"), quorum=of(Base.ENTITLED, "1"))
    yes_no(of(Base.ENTITLED, "1/3"))
    choosing("灯" * LONGEST_OPTION, AGAINST_ALL)
    choosing(*map(str, range(19)), AGAINST_ALL, most=19)
    choosing(most=2, threshold=Hurdle(OF_DECIDED, Share(Fraction(1, 10), strict=False)))


ONE, TWO, ALL, RANK = choosing(), choosing(most=2), choosing(kind=Kind.APPROVAL), choosing(kind=Kind.RANKED)


@pytest.mark.parametrize(
    ("rule", "choice"),
    [
        (yes_no(), ()),
        (yes_no(), ("yes",)),
        (ONE, ("路灯",)),
        (ONE, (AGAINST_ALL,)),
        (TWO, ("长椅", "路灯")),
        (ALL, ("路灯", "长椅")),
        (ALL, ()),
        (RANK, (AGAINST_ALL, "路灯", "长椅")),
        (RANK, ("长椅",)),
    ],
)
def test_what_a_ballot_may_say(rule: Rule, choice: Choice) -> None:
    assert checked(rule, choice) == choice


@pytest.mark.parametrize(
    ("rule", "choice"),
    [
        (yes_no(), ("yes", "no")),
        (yes_no(), ("yes", "yes")),
        (yes_no(), ("路灯",)),
        (yes_no(), ("abstain",)),
        (ONE, ("路灯", "长椅")),
        (ONE, ("yes",)),
        (TWO, ("路灯", "路灯")),
        (TWO, ("路灯", AGAINST_ALL)),
        (ALL, ("路灯", "长椅", AGAINST_ALL)),
        (ALL, ("花园",)),
        (RANK, ("路灯", "长椅", "路灯")),
    ],
)
def test_what_a_ballot_may_not_say(rule: Rule, choice: Choice) -> None:
    with pytest.raises(BadChoice) as refused:
        checked(rule, choice)
    assert "路灯" not in str(refused.value)
