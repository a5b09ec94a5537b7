"""Made-up outcomes of votes, of whatever kind and in whatever stage."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from bot.agenda.model.item import ItemId
from bot.kit.people import CommunityId
from bot.outcomes.model.statement import Shelf, Stage, Statement, resolution_of
from bot.outcomes.model.tally import tallied
from bot.sittings.model.sitting import SittingId
from bot.votes.model.any_rule import OwnersRule
from bot.votes.model.owners import Majority, Stand
from bot.votes.model.owners_record import OwnersRecord
from bot.votes.model.record import Record
from bot.votes.model.roll import Entry
from bot.votes.model.rule import AGAINST_ALL, LONGEST_OPTION, Kind, Rule
from bot.votes.model.vote import Motion, Secrecy, State, Vote, VoteId
from tests.booth.strategies import named
from tests.strategies import ids, moments, numbers
from tests.votes.estates import flats
from tests.votes.strategies import Poll, polls

TITLE, WORDING, BASIS = 40, 1000, 60
KEY = "1000000-999999999"
OWNERS = 12


def values(texts: SearchStrategy[str]) -> dict[Any, SearchStrategy[Any]]:
    """What to put into the views of outcomes."""
    return {
        Statement: statements(texts),
        Sequence[Entry]: st.lists(named(texts.map(lambda text: text[:TITLE])), max_size=12),
        Shelf: st.builds(
            Shelf, st.lists(statements(texts), max_size=3).map(tuple), st.integers(0, 9), st.integers(1, 9)
        ),
    }


def records(texts: SearchStrategy[str]) -> SearchStrategy[Record | OwnersRecord]:
    return st.builds(renamed, polls(), texts).map(_record) | owners_records()


@st.composite
def owners_records(draw: DrawFn) -> OwnersRecord:
    units = flats(OWNERS, "89.50")
    stands = draw(st.lists(st.sampled_from(Stand), max_size=OWNERS))
    ballots = tuple((unit.owner, stand) for unit, stand in zip(units, stands, strict=False))
    return OwnersRecord(draw(st.sampled_from(Majority)), units, ballots)


@st.composite
def statements(draw: DrawFn, texts: SearchStrategy[str]) -> Statement:
    """As the books have them: what is carried and final has its resolution."""
    record = draw(records(texts))
    vote = draw(votes(texts, record))
    until = draw(st.none() | moments)
    stage = draw(st.sampled_from(Stage))
    statement = Statement(vote, draw(numbers), tallied(record), "0123abcd" * 8, draw(moments), stage, until)
    made = resolution_of(statement, draw(moments)) if stage is Stage.FINAL else None
    return replace(statement, resolution=made and replace(made, number=draw(numbers)))


def votes(texts: SearchStrategy[str], record: Record | OwnersRecord) -> SearchStrategy[Vote]:
    rule = OwnersRule(record.majority) if isinstance(record, OwnersRecord) else record.rule
    motion = st.builds(
        Motion,
        item=ids.map(ItemId),
        rule=st.just(rule),
        secrecy=st.sampled_from(Secrecy),
        closes_at=moments,
        basis=st.just("") | texts.map(lambda text: text[:BASIS]),
    )
    return st.builds(
        Vote,
        id=ids.map(VoteId),
        community=st.just(CommunityId(1)),
        number=numbers,
        key=st.just(KEY),
        motion=motion,
        sitting=ids.map(SittingId),
        what=texts.map(lambda text: text[:TITLE]),
        words=texts.map(lambda text: text[:WORDING]),
        digest=st.just("ab" * 32),
        opened_at=moments,
        opened_by=ids,
        entitled=numbers,
        state=st.just(State.CLOSED),
        took_part=numbers,
    )


def renamed(poll: Poll, text: str) -> Poll:
    """The same with options that are called so, as long as they may be."""
    if poll.rule.kind is Kind.YES_NO:
        return poll
    written = "".join(sign for sign in text if sign.isprintable())
    named = {
        option: option if option == AGAINST_ALL else f"{place} {written}"[:LONGEST_OPTION].strip()
        for place, option in enumerate(poll.rule.options)
    }
    rule: Rule = replace(poll.rule, options=tuple(named.values()))
    return replace(poll, rule=rule, ballots=[tuple(named[side] for side in ballot) for ballot in poll.ballots])


def _record(poll: Poll) -> Record:
    ballots = {f"{place:010}": ballot for place, ballot in enumerate(poll.ballots)}
    return Record(poll.rule, poll.entitled, poll.present, ballots)
