"""Whatever is cast, in whatever order and by whomever: the outcome is that of a count by hand, and of the record."""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy
from sqlalchemy import Connection

from bot.config import Config
from bot.kit.people import Reader
from bot.sittings import service as sittings
from bot.votes.model import owners_record, record
from bot.votes.model.owners_record import OwnersRecord
from bot.votes.model.recorded import recorded
from bot.votes.model.recount import recount
from bot.votes.model.refusals import BallotStands
from bot.votes.model.rule import AGAINST_ALL, NO, YES, Base, Electorate, Hurdle, Kind, Rule
from bot.votes.model.share import at_least, more_than
from bot.votes.model.vote import Motion, Secrecy, State, Vote
from bot.votes.service import casting, closing, opening
from storage.books import sqlite_engine
from storage.unit_of_work import SqlUnitOfWork
from tests.votes.hall import CHAIR, SEVEN, SUNDAY, card_of, join, put_on_floor, words_of

HOMES = [(4, 1, "101"), (4, 1, "101"), (4, 1, "201"), (4, 1, "201"), (4, 1, "301"), (4, 1, "401")]
"""Of six people who vote, two by two in the first two households."""
OPTIONS = ("路灯", "长椅", AGAINST_ALL)


@dataclass
class Books:
    """A transaction that is rolled back after each example."""

    connection: Connection
    config: Config
    folder: Path
    people: list[Reader] = field(default_factory=list)

    def at(self, moment: Any) -> SqlUnitOfWork:
        return SqlUnitOfWork(self.connection, moment, self.config.community, "", secrets=self.folder / "secrets")


@pytest.fixture
def books(sunshine: Path, config: Config, tmp_path: Path) -> Iterator[Books]:
    path = tmp_path / "yishi.db"
    path.write_bytes(sunshine.read_bytes())
    engine = sqlite_engine(path, "BEGIN IMMEDIATE")
    with engine.connect() as connection, connection.begin() as whole:
        books = Books(connection, config, tmp_path)
        uow = books.at(SEVEN - timedelta(days=8))
        while sittings.convene(uow):
            pass
        books.people = [join(uow, 6000000 + n, home, None) for n, home in enumerate(HOMES)]
        yield books
        whole.rollback()
    engine.dispose()


def rules() -> SearchStrategy[Rule]:
    quorum = st.sampled_from([None, Hurdle(Base.ENTITLED, at_least("1/2")), Hurdle(Base.ENTITLED, more_than("1/1000"))])
    electorate = st.sampled_from([Electorate.HOUSEHOLDS, Electorate.RESIDENTS])
    majority = Hurdle(Base.CAST_WITHOUT_ABSTENTIONS, more_than("1/2"))
    decides = st.builds(Rule, electorate, st.just(Kind.YES_NO), st.just(majority), quorum)
    kinds = st.sampled_from([Kind.CHOOSE, Kind.APPROVAL, Kind.RANKED])
    return decides | st.builds(Rule, electorate, kinds, st.none(), quorum, st.just(OPTIONS))


@st.composite
def elections(draw: st.DrawFn) -> tuple[Rule, Secrecy, bool, Sequence[tuple[int, tuple[str, ...]]]]:
    """A rule, and who casts what, again and again."""
    rule = draw(rules())
    sides: list[tuple[str, ...]] = (
        [(YES,), (NO,), ()] if rule.kind is Kind.YES_NO else [(side,) for side in OPTIONS] + [()]
    )
    if rule.kind in {Kind.APPROVAL, Kind.RANKED}:
        sides.append(OPTIONS[:2])
    casts = st.lists(st.tuples(st.integers(0, len(HOMES) - 1), st.sampled_from(sides)), max_size=14)
    return rule, draw(st.sampled_from(Secrecy)), draw(st.booleans()), draw(casts)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(election=elections())
def test_the_outcome_is_that_of_a_count_by_hand(books: Books, election: Any) -> None:
    rule, secrecy, changeable, casts = election
    with books.connection.begin_nested() as example:
        vote = _opened(books, rule, secrecy, changeable)
        by_hand = _cast(books, vote, changeable, casts)
        while closing.close_due(books.at(SUNDAY)):
            pass
        uow = books.at(SUNDAY)
        closed = uow.votes.get(vote.id)
        assert closed.state is State.CLOSED
        assert Counter(uow.ballots.counted(closed).values()) == Counter(by_hand.values())
        assert uow.vote_roll.turnout(vote.id).took_part == len(by_hand) == closed.took_part
        kept = recorded(closed, uow.ballots.counted(closed), uow.vote_roll.units(closed.id))
        data = owners_record.written(kept) if isinstance(kept, OwnersRecord) else record.written(kept)
        told = recount(json.dumps(data).encode())
        assert told["outcome"] == closed.outcome
        if rule.kind is Kind.YES_NO:
            assert told["passed"] is _passes(rule, vote.entitled, Counter(by_hand.values()))
        example.rollback()


def _opened(books: Books, rule: Rule, secrecy: Secrecy, changeable: bool) -> Vote:
    uow = books.at(SEVEN)
    item = put_on_floor(uow, words=words_of(rule))
    motion = Motion(item.id, rule, secrecy, SUNDAY, changeable, card_of(rule))
    return opening.open_vote(uow, CHAIR, f"{item.id}", motion)


def _cast(books: Books, vote: Vote, changeable: bool, casts: Sequence[tuple[int, tuple[str, ...]]]) -> dict[Any, Any]:
    """What counts, by hand: per door or per person the last ballot, or the first where that stands."""
    heads = vote.rule.electorate is Electorate.RESIDENTS
    counts: dict[Any, Any] = {}
    for number, (who, choice) in enumerate(casts):
        whose = who if heads else HOMES[who]
        uow = books.at(SEVEN + timedelta(seconds=number))
        if whose in counts and not changeable:
            with pytest.raises(BallotStands):
                casting.cast(uow, books.people[who], vote.id, choice, f"{vote.key}-{number}")
            continue
        casting.cast(uow, books.people[who], vote.id, choice, f"{vote.key}-{number}")
        counts[whose] = choice
    return counts


def _passes(rule: Rule, entitled: int, said: Counter[Any]) -> bool:
    """More yes than no; and half of the entitled, or one in a thousand."""
    cast = said.total()
    enough = rule.quorum is None or (cast * 2 >= entitled if not rule.quorum.share.strict else cast * 1000 > entitled)
    return enough and said[YES,] > said[NO,]
