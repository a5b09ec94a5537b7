"""Numbers as people write them."""

import pytest

from nlu.number import number_first, number_in


@pytest.mark.parametrize("words", ["12", "#12", " 12 ", "# 12", "＃12", "１２", "#１２", "012"])
def test_it_is_a_number_however_it_is_written(words: str) -> None:
    assert number_in(words) == 12


@pytest.mark.parametrize(
    "words", [None, "", "#", "##12", "12#", "-12", "1.2", "1 2", "十二", "②", "12号", "1234567890"]
)
def test_it_is_no_number(words: str | None) -> None:
    assert number_in(words) is None


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("12 路灯修好了", (12, "路灯修好了")),
        ("#12  路灯 修好了 ", (12, "路灯 修好了")),
        ("12\n路灯修好了", (12, "路灯修好了")),
        ("12", (12, "")),
        ("路灯修好了", (None, "")),
        ("", (None, "")),
    ],
)
def test_what_follows_the_number_is_kept(words: str, found: tuple[int | None, str]) -> None:
    assert number_first(words) == found
