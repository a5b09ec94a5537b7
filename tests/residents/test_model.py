"""Household codes: what a person may mistype, and what not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.residents.model import CODE_DIGITS, NotACode, read_code, with_check_digit

digits = st.text("0123456789", min_size=CODE_DIGITS - 1, max_size=CODE_DIGITS - 1)
codes = digits.map(with_check_digit)
FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")


def is_code(written: str) -> bool:
    try:
        read_code(written)
    except NotACode:
        return False
    return True


def test_dammes_own_example() -> None:
    """H. M. Damm, 2004: the check digit of 572 is 4."""
    assert with_check_digit("572") == "5724"


@given(codes)
def test_a_code_is_read_as_it_was_made(code: str) -> None:
    assert len(code) == CODE_DIGITS
    assert read_code(code) == code


@given(codes)
def test_each_single_wrong_digit_is_found(code: str) -> None:
    wrong = [
        code[:at] + other + code[at + 1 :] for at in range(len(code)) for other in "0123456789" if other != code[at]
    ]
    assert len(wrong) == CODE_DIGITS * 9
    assert [mistyped for mistyped in wrong if is_code(mistyped)] == []


@given(codes)
def test_any_two_neighbours_swapped_are_found(code: str) -> None:
    swapped = [code[:at] + code[at + 1] + code[at] + code[at + 2 :] for at in range(len(code) - 1)]
    assert [mistyped for mistyped in swapped if mistyped != code and is_code(mistyped)] == []


@given(codes, st.text(" -–—.、，　\n号码是", max_size=20), st.integers(0, CODE_DIGITS))
def test_spaces_dashes_and_words_around_it_do_not_matter(code: str, between: str, at: int) -> None:
    assert read_code(between + code[:at] + between + code[at:] + between) == code


@given(codes)
def test_full_width_digits_are_digits(code: str) -> None:
    assert read_code(code.translate(FULL_WIDTH)) == code


@given(digits)
def test_seven_digits_and_nine_are_no_code(seven: str) -> None:
    assert not is_code(seven)
    assert not is_code(with_check_digit(with_check_digit(seven)))


@pytest.mark.parametrize("written", ["", " ", "号码", "²²²²²²²²", "二一九一三五五七", "🙋" * 8, "1234567a", "-" * 4096])
def test_what_has_no_eight_digits_is_no_code(written: str) -> None:
    assert not is_code(written)
