"""Made-up votes as people see them, and drafts of such."""

from collections.abc import Sequence
from dataclasses import fields, replace
from datetime import datetime
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from bot.agenda.model.item import Item, ItemId, Scope
from bot.booth.forms import ROWS, Explaining, Opening
from bot.booth.model.offers import Offers
from bot.booth.service.drafting import ROW
from bot.kit.people import CommunityId
from bot.sittings.model.sitting import SittingId
from bot.votes.model.any_rule import AnyRule, OwnersRule
from bot.votes.model.card import OptionRow
from bot.votes.model.owners import Majority, Weight
from bot.votes.model.refusals import WhyNot
from bot.votes.model.roll import Cast, Entry, EntryId, Origin, Paper, Seen, Turnout, Typed
from bot.votes.model.rule import AGAINST_ALL, LONGEST_OPTION, Kind, Rule, readable
from bot.votes.model.shortfall import Shortfall
from bot.votes.model.vote import Extension, Motion, Secrecy, State, Vote, VoteId
from tests.floor.strategies import items
from tests.sittings.strategies import KEY
from tests.strategies import ids, moments, numbers
from tests.votes.strategies import rules

MOTION, TITLE, REASON = 500, 40, 60
people = st.integers(0, 3500)
receipts = st.text("ABCDEFGHJKMNPQRSTVWXYZ23456789", min_size=10, max_size=10)


def values(texts: SearchStrategy[str], names: SearchStrategy[str]) -> dict[Any, SearchStrategy[Any]]:
    """`names` are of people, `texts` what they wrote."""
    seen = st.builds(_seen, votes(texts), turnouts, st.none() | entries, st.sampled_from(WhyNot), st.booleans(), names)
    return {
        "marks": st.just("a"),
        "most": st.integers(1, 99),
        Vote: votes(texts),
        Seen: seen,
        Sequence[Seen]: st.lists(seen, max_size=8),
        Cast: st.builds(Cast, votes(texts), st.just("") | receipts, st.booleans()),
        Typed: st.builds(Typed, votes(texts), named(names), st.sampled_from(Paper), st.just("") | receipts),
        Entry | None: st.none() | named(names),
        Turnout: turnouts,
        Shortfall: shortfalls,
        WhyNot: st.sampled_from(WhyNot),
        Opening: openings(texts),
        Offers: offers(texts),
        Explaining: st.builds(Explaining, st.just(KEY), ids.map(VoteId), st.none() | moments, texts.map(_of(REASON))),
        Item | None: st.none() | items(texts),
        Sequence[datetime]: st.lists(moments, max_size=4),
    }


turnouts = st.builds(lambda most, part: Turnout(most, most * part // 100), people, st.integers(0, 100))
entries = st.builds(Entry, ids.map(EntryId), st.just("3-2-501"), st.just(3), st.none() | st.sampled_from(Origin))


def named(names: SearchStrategy[str]) -> SearchStrategy[Entry]:
    """By the name of who votes, as the register has it."""
    label = names.map(lambda name: name[:64].strip() or "李明")
    return st.builds(Entry, ids.map(EntryId), label, st.none() | st.just(3), st.none() | st.sampled_from(Origin))


weights = st.builds(Weight, people, st.decimals(0, 10**6, places=2))
shortfalls = st.builds(
    Shortfall, weights, st.dictionaries(st.integers(1, 40), weights, max_size=40) | st.just({None: Weight(1)})
)


@st.composite
def any_rules(draw: DrawFn, texts: SearchStrategy[str]) -> AnyRule:
    """With options that somebody wrote."""
    made = draw(rules() | st.builds(OwnersRule, st.sampled_from(Majority)))
    if not isinstance(made, Rule) or not made.options:
        return made
    written = draw(texts)[: LONGEST_OPTION - 3].strip()
    named = written if readable(written) else "1"
    options = tuple(one if one == AGAINST_ALL else f"{named} {place}" for place, one in enumerate(made.options))
    return replace(made, options=options)


@st.composite
def votes(draw: DrawFn, texts: SearchStrategy[str]) -> Vote:
    rule = draw(any_rules(texts))
    card = draw(cards(rule, texts))
    secrecy = Secrecy.NAMED if isinstance(rule, OwnersRule) else draw(st.sampled_from(Secrecy))
    motion = Motion(
        ItemId(1), rule, secrecy, draw(moments), draw(st.booleans()), card, draw(st.just("") | texts.map(_of(ROW)))
    )
    extension = Extension(draw(moments), 1, draw(texts.map(_of(REASON))), draw(moments))
    return Vote(
        VoteId(draw(ids)), CommunityId(1), draw(numbers), KEY, motion, SittingId(1), draw(texts.map(_of(TITLE))),
        draw(texts.map(_of(MOTION))), "0" * 64, draw(moments), 1, 1200, draw(st.none() | moments),
        draw(st.sampled_from(State)), draw(st.none() | st.just(extension)), reason=draw(texts.map(_of(REASON))),
    )  # fmt: skip


@st.composite
def cards(draw: DrawFn, rule: AnyRule, texts: SearchStrategy[str]) -> tuple[OptionRow, ...]:
    """Of each option."""
    options = rule.options if isinstance(rule, Rule) else ()
    told = [draw(texts.map(_of(ROW))) for _ in fields(OptionRow)[1:]]
    return tuple(OptionRow(option, *told) for option in options if option != AGAINST_ALL)


@st.composite
def openings(draw: DrawFn, texts: SearchStrategy[str]) -> Opening:
    """Asked as far as one likes."""
    rows = st.lists(texts.map(_of(ROW)), max_size=2 * len(ROWS))
    names = tuple(draw(st.lists(texts.map(_of(ROW)), min_size=2, max_size=3) | st.just([])))
    told = Opening(KEY, ItemId(1), draw(st.sampled_from(Scope)), names)
    for change in (
        {"kind": draw(st.sampled_from(Kind)) if names else None, "matter": draw(st.integers(1, 9))},
        {"basis": draw(texts.map(_of(ROW))), "building": draw(st.integers(0, 40))},
        {"rows": replace(told, kind=Kind.CHOOSE, matter=1, basis="", building=0).says(tuple(draw(rows))).rows},
        {"most": draw(st.integers(1, 2))},
        {"secrecy": draw(st.sampled_from(Secrecy)), "closes_at": draw(moments)},
    ):
        if draw(st.integers(0, 4)):
            told = replace(told, **change)
    return told


def offers(texts: SearchStrategy[str]) -> SearchStrategy[Offers]:
    buildings = st.lists(st.integers(1, 40), max_size=40)
    return st.builds(Offers, items(texts), buildings, st.lists(moments, max_size=4), st.none() | any_rules(texts))


def _seen(vote: Vote, turnout: Turnout, entry: Entry | None, why: WhyNot, manages: bool, name: str) -> Seen:
    return Seen(vote, turnout, entry, None if entry else why, manages, name)


def _of(most: int) -> Any:
    return lambda text: text[:most].strip() or "路灯"
