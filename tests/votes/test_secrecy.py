"""The attacker: after a secret vote is closed, whoever has everything that is left learns the tally and no more."""

import logging
import sqlite3
from collections import Counter
from contextlib import closing
from pathlib import Path

import pytest

from bot.kit.people import Reader
from bot.votes.model.roll import BallotsLost, Cast
from bot.votes.model.rule import AGAINST_ALL, Base, Electorate, Hurdle, Kind, Rule
from bot.votes.model.share import more_than
from bot.votes.model.vote import Secrecy, State, Vote
from bot.votes.service.closing import LOST
from storage.vote_keys import KEY_BYTES, VoteKeys, receipt, unseal
from tests.databases import POSTGRESQL, columns, sql
from tests.votes.hall import SECOND, SUNDAY, Hall

OPTIONS = ("菊花圃甲", "木樨园乙", AGAINST_ALL)
"""Words that stand nowhere else in the books."""
RULE = Rule(Electorate.RESIDENTS, Kind.CHOOSE, Hurdle(Base.CAST, more_than("1/2")), options=OPTIONS)
VOTERS = 24
KNOW_OPTIONS = {"vote_ballots"}


async def voters(hall: Hall) -> list[Reader]:
    """Two of each of twelve households."""
    return [await hall.joins(6000000 + n, 4, 1 + n // 2 % 3, f"{1 + n // 6}01") for n in range(VOTERS)]


async def elected(hall: Hall, secrecy: Secrecy = Secrecy.DETACHED) -> tuple[Vote, list[Cast]]:
    """All have voted, one after the other; who came first for the first option."""
    people = await voters(hall)
    vote = await hall.opens(RULE, secrecy)
    cast = [await hall.casts(one, vote, OPTIONS[n * 2 // VOTERS]) for n, one in enumerate(people)]
    return vote, cast


def left_over(folder: Path) -> bytes:
    """All bytes of all files: the books, their log, and the secrets."""
    return b"".join(file.read_bytes() for file in folder.rglob("*") if file.is_file())


@pytest.mark.sqlite
async def test_before_the_end_receipts_are_in_no_file(hall: Hall) -> None:
    _, cast = await elected(hall)
    with closing(sqlite3.connect(hall.path)) as books:
        books.execute("VACUUM INTO ?", [str(hall.path.with_name("copy.db"))])
    everything = left_over(hall.path.parent)
    assert not any(one.receipt.encode() in everything for one in cast)


async def test_before_the_end_no_row_tells_a_choice_and_no_line_a_receipt(
    hall: Hall, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    _, cast = await elected(hall)
    sealed = [row[0] for row in hall.rows("SELECT sealed FROM vote_entries WHERE sealed IS NOT NULL")]
    assert {len(one) for one in sealed} == {len(sealed[0])}, "a length tells what was chosen"
    assert len(set(sealed)) == VOTERS
    said = caplog.text
    assert not any(one.receipt in said for one in cast)
    choices = hall.rows("SELECT rule FROM votes")[0][0].count(OPTIONS[0])
    assert choices == 1, "the rule names the options once"


async def test_a_ballot_can_be_moved_to_no_other_row(hall: Hall) -> None:
    vote, _ = await elected(hall)
    key = VoteKeys(hall.database.secrets_folder).read(vote.key)
    (one, mine), (other, _), *_ = hall.rows("SELECT id, sealed FROM vote_entries WHERE sealed IS NOT NULL")
    assert unseal(key, mine, f"{vote.key}/{one}")
    with pytest.raises(BallotsLost):
        unseal(key, mine, f"{vote.key}/{other}")


@pytest.mark.parametrize("left", [0, 5, 20])
async def test_a_ballot_that_somebody_cut_short_annuls_its_vote_and_holds_up_no_other(hall: Hall, left: int) -> None:
    vote, _ = await elected(hall)
    with sql(hall.database) as run:
        run("UPDATE vote_entries SET sealed = substr(sealed, 1, ?) WHERE sealed IS NOT NULL", left)
    await hall.at(SUNDAY)
    closed = await hall.vote(vote.id)
    assert (closed.state, closed.reason) == (State.ANNULLED, LOST)


async def test_afterwards_nothing_leads_from_a_person_to_a_ballot(hall: Hall) -> None:
    _, cast = await elected(hall)
    await hall.at(SUNDAY)
    published = hall.rows("SELECT receipt, choice FROM vote_ballots")
    assert Counter(choice for _, choice in published) == {f'["{OPTIONS[0]}"]': 12, f'["{OPTIONS[1]}"]': 12}
    assert {mark for mark, _ in published} == {one.receipt for one in cast}
    assert hall.rows("SELECT count(*) FROM vote_entries WHERE sealed IS NOT NULL OR choice IS NOT NULL") == [(0,)]
    assert list(hall.database.secrets_folder.iterdir()) == []


@pytest.mark.sqlite
async def test_afterwards_neither_key_nor_sealed_ballot_is_in_a_file(hall: Hall) -> None:
    vote, _ = await elected(hall)
    key = VoteKeys(hall.database.secrets_folder).read(vote.key)
    sealed = [row[0] for row in hall.rows("SELECT sealed FROM vote_entries WHERE sealed IS NOT NULL")]
    await hall.at(SUNDAY)
    everything = left_over(hall.path.parent)
    assert key not in everything
    assert not any(one in everything for one in sealed), "a sealed ballot is in the file or its log still"


async def test_ballots_share_no_key_time_or_order_with_participation(hall: Hall) -> None:
    _, cast = await elected(hall)
    await hall.at(SUNDAY)
    kept = columns(hall.database)
    assert kept["vote_ballots"] == {"vote_id", "receipt", "choice"}
    times = {name for name in kept["vote_entries"] if name.endswith("_at")}
    assert times == set(), "when somebody has voted is kept nowhere"
    as_written = [mark for (mark,) in hall.rows("SELECT receipt FROM vote_ballots")]
    assert len(as_written) == VOTERS
    assert as_written != [one.receipt for one in cast]


@pytest.mark.sqlite
async def test_rows_of_ballots_have_no_number_and_the_order_of_their_receipts(hall: Hall) -> None:
    _, cast = await elected(hall)
    await hall.at(SUNDAY)
    with pytest.raises(sqlite3.OperationalError):
        hall.rows("SELECT rowid FROM vote_ballots")
    as_written = [mark for (mark,) in hall.rows("SELECT receipt FROM vote_ballots")]
    assert as_written == sorted(one.receipt for one in cast)


@pytest.mark.parametrize("kind", [POSTGRESQL], indirect=True)
async def test_what_postgresql_keeps_of_rows_tells_neither_when_nor_in_what_order(hall: Hall) -> None:
    """Which transaction wrote each, and where it lies: the counted ones are where no entry leads to."""
    _, cast = await elected(hall)
    entered = hall.rows("SELECT entry_id FROM vote_voters WHERE telegram_id >= 6000000 ORDER BY telegram_id")
    cast_for = {one.receipt: entry for one, (entry,) in zip(cast, entered, strict=True)}
    entries = "SELECT id FROM vote_entries WHERE origin IS NOT NULL ORDER BY "
    orders = [entered, hall.rows(entries + "ctid")]
    await hall.at(SUNDAY)
    for table in ("vote_entries", "vote_ballots"):
        assert hall.rows(f"SELECT count(DISTINCT xmin::text) FROM {table}") == [(1,)]  # noqa: S608
    counted = [(cast_for[mark],) for (mark,) in hall.rows("SELECT receipt FROM vote_ballots ORDER BY ctid")]
    orders += [hall.rows(entries + "id"), hall.rows(entries + "ctid")]
    assert {frozenset(order) for order in orders} == {frozenset(counted)}
    assert counted not in orders


async def test_with_the_update_ids_in_hand_receipts_lead_nowhere(hall: Hall) -> None:
    """A receipt is made from its update with the vote's key: without the key every update could have made any."""
    _, cast = await elected(hall)
    await hall.at(SUNDAY)
    updates = [f"1000000-{number}" for number in range(1, hall.updates + 1)]
    assert not {receipt(bytes(KEY_BYTES), one) for one in updates} & {one.receipt for one in cast}


async def test_nothing_of_a_ballot_is_in_the_outbox_the_forms_or_the_updates(hall: Hall) -> None:
    _, cast = await elected(hall)
    for table in columns(hall.database):
        told = str(hall.rows(f"SELECT * FROM {table}"))  # noqa: S608 - names of our own tables
        assert not any(one.receipt in told for one in cast), table
        named = [told.count(option) for option in OPTIONS[:2]]
        assert table in KNOW_OPTIONS or named[0] == named[1], f"{table}: the card names both, a ballot one"


async def test_a_named_vote_says_who_said_what_and_only_once_it_is_closed(hall: Hall) -> None:
    _, cast = await elected(hall, Secrecy.NAMED)
    assert {one.receipt for one in cast} == {""}
    await hall.at(SUNDAY - SECOND)
    assert hall.rows("SELECT count(*) FROM vote_entries WHERE choice IS NOT NULL") == [(0,)]
    await hall.at(SUNDAY)
    named = hall.rows("SELECT label, choice FROM vote_entries WHERE choice IS NOT NULL ORDER BY id")
    assert len(named) == VOTERS
    assert named[0][0].startswith("4-1-101 ")
    assert hall.rows("SELECT count(*) FROM vote_ballots") == [(0,)]


async def test_of_an_annulled_vote_nothing_is_left(hall: Hall) -> None:
    vote, _ = await elected(hall)
    await hall.annuls(vote, "方案写错了")
    await hall.at(hall.clock.moment + SECOND)
    assert hall.rows("SELECT count(*) FROM vote_entries WHERE sealed IS NOT NULL") == [(0,)]
    assert hall.rows("SELECT count(*) FROM vote_ballots") == [(0,)]
    assert list(hall.database.secrets_folder.iterdir()) == []
