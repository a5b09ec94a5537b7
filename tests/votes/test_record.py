"""Records: written and read back they say the same, and counted again they give the same."""

import json
from copy import deepcopy
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.votes.model import owners_record, record
from bot.votes.model.owners import Majority, Stand
from bot.votes.model.recount import recount, told, told_of_owners
from bot.votes.model.written_rule import read as read_rule
from bot.votes.model.written_rule import written as written_rule
from tests.votes.estates import EQUAL, VECTORS, Vector, counted, say
from tests.votes.strategies import Poll, polls
from tests.votes.test_owners import estates
from tests.votes.test_recount import EXAMPLES

YES_NO, *_, OWNERS = (json.loads(example) for example, _ in EXAMPLES)


def encoded(data: object) -> bytes:
    return json.dumps(data, ensure_ascii=False).encode()


@given(polls(), st.data())
def test_a_record_says_what_was_counted(poll: Poll, data: st.DataObject) -> None:
    voters = data.draw(st.lists(st.text("abc", min_size=1), min_size=len(poll.ballots), unique=True))
    kept = record.Record(poll.rule, poll.entitled, poll.present, dict(zip(voters, poll.ballots, strict=False)))
    assert read_rule(written_rule(poll.rule)) == poll.rule
    assert record.read(record.written(kept)) == kept
    assert recount(encoded(record.written(kept))) == told(kept.counted())


@given(estates())
def test_a_record_of_owners_says_what_was_counted(estate: Vector) -> None:
    kept = owners_record.OwnersRecord(estate.majority, estate.units, estate.ballots)
    assert recount(encoded(owners_record.written(kept))) == told_of_owners(counted(estate))


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector.name)
def test_the_vectors_of_the_field_notes_as_files(vector: Vector) -> None:
    kept = owners_record.OwnersRecord(vector.majority, vector.units, vector.ballots)
    found = recount(encoded(owners_record.written(kept)))
    assert (found["outcome"], found["passed"]) == (vector.outcome, vector.outcome == "carried")


def test_a_record_does_not_tell_in_which_order_ballots_came() -> None:
    kept = owners_record.OwnersRecord(Majority.ORDINARY, EQUAL, say(EQUAL, 3))
    turned = owners_record.OwnersRecord(Majority.ORDINARY, EQUAL[::-1], say(EQUAL, 3)[::-1])
    assert owners_record.written(kept) == owners_record.written(turned)
    ballots = record.read(YES_NO).ballots
    again = record.Record(record.read(YES_NO).rule, 8, None, dict(sorted(ballots.items(), reverse=True)))
    assert record.written(again) == record.written(record.read(YES_NO))


def test_areas_are_exact_to_the_last_place() -> None:
    thirds = deepcopy(OWNERS)
    thirds["units"] = [dict(OWNERS["units"][0], unit=str(place), owner=str(place), area="0.1") for place in range(3)]
    thirds["ballots"] = [{"voter": "0", "choice": "yes"}, {"voter": "1", "choice": "yes"}]
    assert recount(encoded(thirds))["passed"]
    thirds["units"][2]["area"] = "0.100001"
    assert recount(encoded(thirds))["outcome"] == "no_quorum"


def test_whole_neighbourhoods_fit_in() -> None:
    units = [dict(OWNERS["units"][0], unit=str(place), owner=str(place)) for place in range(20_000)]
    ballots = [{"voter": str(place), "choice": Stand.YES} for place in range(20_000)]
    found: Any = recount(encoded({"rule": OWNERS["rule"], "units": units, "ballots": ballots}))
    assert found["counts"]["yes"] == {"persons": 20_000, "area": str(Decimal("89.50") * 20_000)}
