"""Amounts as people write them, and sums of what is proved."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.kit.people import CommunityId
from bot.savings.model import Entry, Kind, Means, Proof, Struck, Sums, yuan
from nlu.money import fen_in
from storage.database import Database
from storage.savings import SqlSavings
from tests.storage.works import never_committed

NOW = datetime(2026, 12, 2, tzinfo=UTC)
QUOTE, RECEIPT = Proof(Means.TEXT, "报价1200元"), Proof(Means.PHOTO, "file")


def entry(kind: Kind, fen: int, *proofs: Proof) -> Entry:
    return Entry(CommunityId(1), 1, "1-1", kind, "换灯", fen, proofs, 5, NOW)


@pytest.mark.parametrize(
    ("written", "fen"),
    [
        ("1200", 120_000),
        ("1,200.50", 120_050),
        ("１２００元", 120_000),
        ("¥ 1,200", 120_000),
        ("一千二百元", 120_000),
        ("一千二", 120_000),
        ("一千零二", 100_200),
        ("两百五", 25_000),
        ("十五万", 15_000_000),
        ("15万元", 15_000_000),
        ("1.5万", 1_500_000),
        ("二十万零五百块", 20_050_000),
        ("三万五", 3_500_000),
        ("三块五", 350),
        ("三元五角二分", 352),
        ("十元", 1_000),
        ("0.01", 1),
        ("贰仟圆整", 200_000),
        ("5元3分", 503),
    ],
)
def test_an_amount_is_understood(written: str, fen: int) -> None:
    assert fen_in(written) == fen


@pytest.mark.parametrize("written", ["", "很多", "12,00", "1.234", "元", "一二三", "-5", "1200只", "三块五毛啊", "1e5"])
def test_nonsense_is_no_amount(written: str) -> None:
    assert fen_in(written) is None


@given(st.integers(0, 10**12))
def test_what_is_shown_is_read_back(fen: int) -> None:
    assert fen_in(yuan(fen)) == fen


@given(st.text(max_size=20))
def test_whatever_is_written_raises_nothing(written: str) -> None:
    assert (fen_in(written) or 0) >= 0


def sums(database: Database, *entries: Entry) -> Sums:
    """As the books add them up."""
    with never_committed(database) as connection:
        savings = SqlSavings(connection)
        for number, one in enumerate(entries):
            savings.enter(replace(one, key=f"1-{number}"))
        return savings.sums(CommunityId(1))


@pytest.mark.both
def test_sums_are_of_what_is_proved(uncommitted: Database) -> None:
    saved, unproved = entry(Kind.SAVED, 120_050, QUOTE, QUOTE), entry(Kind.SAVED, 999, QUOTE)
    grant, no_receipt = entry(Kind.RAISED, 20_000_000, RECEIPT), entry(Kind.RAISED, 7)
    struck = saved.struck(5, NOW, "记重了")
    assert sums(uncommitted, saved, unproved, grant, no_receipt, struck, saved) == Sums(240_100, 20_000_000)
    assert sums(uncommitted, unproved.proved([QUOTE, QUOTE])) == Sums(999, 0)
    assert len(unproved.proved([QUOTE, QUOTE]).proofs) == 2


def test_struck_is_struck_once() -> None:
    struck = entry(Kind.SAVED, 1).struck(5, NOW, "记错了")
    with pytest.raises(Struck):
        struck.struck(5, NOW, "又一次")
    with pytest.raises(Struck):
        struck.proved([QUOTE])
