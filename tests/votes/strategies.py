"""Made-up rules with ballots that they allow."""

from dataclasses import dataclass
from fractions import Fraction

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from bot.votes.model.ballot import ABSTAINS, Choice
from bot.votes.model.flaws import UnfitRule
from bot.votes.model.rule import AGAINST_ALL, NO, YES, Base, Electorate, Hurdle, Kind, Rule
from bot.votes.model.share import Share

NAMES = ("路灯", "长椅", "花园", "电动车棚")


@dataclass(frozen=True)
class Poll:
    """All that is counted."""

    rule: Rule
    entitled: int
    present: int
    ballots: list[Choice]


def shares() -> SearchStrategy[Share]:
    fractions = st.builds(lambda one, more: Fraction(one, one + more), st.integers(1, 6), st.integers(0, 6))
    return st.builds(Share, fractions, st.booleans())


def hurdles(*bases: Base) -> SearchStrategy[Hurdle]:
    return st.builds(Hurdle, st.sampled_from(bases or tuple(Base)), shares())


@st.composite
def rules(draw: DrawFn, *kinds: Kind) -> Rule:
    """Those that are fit; of an unfit one its threshold and quorum are dropped."""
    kind = draw(st.sampled_from(kinds or tuple(Kind)))
    electorate = draw(st.sampled_from(Electorate))
    building = None if electorate is Electorate.COUNCIL else draw(st.none() | st.integers(1, 40))
    names = draw(st.lists(st.sampled_from(NAMES), min_size=1, unique=True))
    options = () if kind is Kind.YES_NO else tuple(draw(st.permutations([*names, AGAINST_ALL])))
    most = draw(st.integers(1, len(names))) if kind is Kind.CHOOSE else 1
    threshold, quorum = draw(st.none() | hurdles()), draw(st.none() | hurdles(Base.ENTITLED, Base.PRESENT))
    try:
        return Rule(electorate, kind, threshold, quorum, options, most, building)
    except UnfitRule:
        safe = Hurdle(Base.CAST, Share(Fraction(1, 2), strict=True))
        return Rule(electorate, kind, safe, None, options, most, building)


def choices(rule: Rule) -> SearchStrategy[Choice]:
    """What the rule allows on a ballot."""
    abstains = st.just(ABSTAINS)
    if rule.kind is Kind.YES_NO:
        return abstains | st.sampled_from([(YES,), (NO,)])
    if rule.kind is Kind.RANKED:
        return st.lists(st.sampled_from(rule.options), unique=True).map(tuple)
    named = st.sampled_from([option for option in rule.options if option != AGAINST_ALL])
    most = rule.most if rule.kind is Kind.CHOOSE else None
    return st.just((AGAINST_ALL,)) | st.lists(named, unique=True, max_size=most).map(tuple)


@st.composite
def polls(draw: DrawFn, *kinds: Kind) -> Poll:
    rule = draw(rules(*kinds))
    ballots = draw(st.lists(choices(rule), max_size=25))
    present = len(ballots) + draw(st.integers(0, 5))
    entitled = max(present + draw(st.integers(0, 10)), 1)
    return Poll(rule, entitled, present, ballots)
