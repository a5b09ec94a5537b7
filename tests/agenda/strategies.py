"""Made-up agenda items, of whatever step, and what belongs to them."""

from collections.abc import Sequence
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from bot.agenda.forms import Kind, Proposal, Question, Writing
from bot.agenda.model.item import (
    Item,
    ItemId,
    Outcome,
    Paper,
    PaperKind,
    Point,
    Scope,
    Side,
    Verdict,
    Wording,
    digest_of,
)
from bot.agenda.model.sight import Experts, ItemPage, Seen, Standing
from bot.agenda.model.steps import Step
from bot.config import AgendaRules, Community
from bot.kit.people import CommunityId
from bot.roles.model import Expertise
from bot.sittings.model.sitting import Sitting, SittingId
from tests.sittings.strategies import extraordinary
from tests.strategies import ids, moments, numbers

TITLE, TEXT, POINT, WORDING, PAPER = 40, 500, 200, 1000, 4096
"""The most characters that may be configured, and that a message holds."""
KEY = "1000000-999999999"


def values(texts: SearchStrategy[str], settings: Community) -> dict[Any, SearchStrategy[Any]]:
    """What to put into the views of the agenda."""
    return {
        AgendaRules: st.just(settings.agenda),
        Item: items(texts),
        Sequence[Item]: st.lists(items(texts), max_size=6),
        Sequence[Sitting]: st.lists(extraordinary(texts), max_size=6),
        ItemPage: st.builds(
            ItemPage, st.lists(st.tuples(items(texts), numbers), max_size=8), st.integers(0, 9), st.integers(1, 13)
        ),
        Seen: seen(texts),
        Experts: experts(texts),
        Expertise: st.sampled_from(Expertise),
        Point: points(texts),
        Paper: papers(texts),
        Verdict | None: st.none() | st.sampled_from(Verdict),
        Wording | None: st.none() | wordings(texts),
        Proposal: proposals(texts),
        Writing: writings(texts),
    }


def items(texts: SearchStrategy[str]) -> SearchStrategy[Item]:
    return st.builds(
        Item,
        id=ids.map(ItemId),
        community=st.just(CommunityId(1)),
        number=numbers,
        key=st.just(KEY),
        proposer=ids,
        what=_cut(texts, TITLE),
        where=_cut(texts, TEXT),
        why=_cut(texts, TEXT),
        wanted=_cut(texts, TEXT),
        proposed_at=moments,
        step=st.sampled_from(Step),
        stepped_at=moments,
        concern=st.none(),
        scope=st.none() | st.sampled_from(Scope),
        version=numbers,
        sitting=st.none() | ids.map(SittingId),
        position=st.integers(1, 20),
        minutes=st.integers(1, 120),
        outcome=st.none() | st.sampled_from(Outcome),
        joined_to=st.none(),
        reason=st.just("") | _cut(texts, TEXT),
    )


def seen(texts: SearchStrategy[str]) -> SearchStrategy[Seen]:
    return st.builds(
        Seen,
        items(texts),
        st.builds(Standing, *(st.booleans() for _ in range(6))),
        supporters=numbers,
        needed=st.integers(1, 100),
        until=moments,
        wording=st.none() | wordings(texts),
        points=st.lists(points(texts), max_size=7),
        papers=st.lists(papers(texts), max_size=6),
        sitting=st.none() | extraordinary(texts),
        concern=st.none() | numbers,
        joined_to=st.none() | numbers,
        evaluation=st.just("") | _cut(texts, TEXT),
        names=st.dictionaries(ids, texts.map(lambda text: text[:64]), max_size=2),
    )


def experts(texts: SearchStrategy[str]) -> SearchStrategy[Experts]:
    return st.builds(Experts, items(texts), st.lists(st.sampled_from(Expertise), min_size=1, unique=True))


def points(texts: SearchStrategy[str]) -> SearchStrategy[Point]:
    return st.builds(
        Point,
        id=st.integers(1, 9),
        item=ids.map(ItemId),
        side=st.sampled_from(Side),
        author=ids,
        words=st.just("") | _cut(texts, POINT),
        voice=st.none() | st.just("voice"),
        at=moments,
        answers=st.none() | st.integers(1, 9),
        verdict=st.none() | st.sampled_from(Verdict),
        expertise=st.none() | st.sampled_from(Expertise),
    )


def papers(texts: SearchStrategy[str]) -> SearchStrategy[Paper]:
    return st.builds(
        Paper,
        id=ids,
        item=ids.map(ItemId),
        kind=st.sampled_from(PaperKind),
        title=st.just("") | _cut(texts, PAPER),
        file=st.none() | st.just("file"),
        by=ids,
        at=moments,
    )


def wordings(texts: SearchStrategy[str]) -> SearchStrategy[Wording]:
    return st.builds(
        lambda words, version, at: Wording(ItemId(1), version, words, digest_of(words), at, 1),
        _cut(texts, WORDING),
        st.integers(1, 99),
        moments,
    )


def proposals(texts: SearchStrategy[str]) -> SearchStrategy[Proposal]:
    answers = st.none() | st.just("") | _cut(texts, TEXT)
    return st.builds(
        Proposal,
        key=st.just(KEY),
        what=st.just("") | _cut(texts, TITLE),
        where=answers,
        why=answers,
        wanted=answers,
        amending=st.none() | st.sampled_from(Question),
    )


def writings(texts: SearchStrategy[str]) -> SearchStrategy[Writing]:
    return st.builds(
        Writing,
        key=st.just(KEY),
        item=ids.map(ItemId),
        kind=st.sampled_from(Kind),
        words=st.just("") | _cut(texts, WORDING),
        voice=st.none() | st.just("voice"),
    )


def _cut(texts: SearchStrategy[str], most: int) -> SearchStrategy[str]:
    return texts.map(lambda text: text[:most])
