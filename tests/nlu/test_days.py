"""A stretch of days as people name it."""

from datetime import date

import pytest

from nlu.days import find_days

TODAY = date(2026, 11, 25)


def days(first: str, last: str) -> tuple[date, date]:
    return date.fromisoformat(first), date.fromisoformat(last)


@pytest.mark.parametrize(
    ("said", "first", "last"),
    [
        ("本周", "2026-11-23", "2026-11-29"),
        ("上周", "2026-11-16", "2026-11-22"),
        ("这个月", "2026-11-01", "2026-11-30"),
        ("上个月的", "2026-10-01", "2026-10-31"),
        ("last month", "2026-10-01", "2026-10-31"),
        ("本季度", "2026-10-01", "2026-12-31"),
        ("上季度", "2026-07-01", "2026-09-30"),
        ("2026年第3季度", "2026-07-01", "2026-09-30"),
        ("2026Q3", "2026-07-01", "2026-09-30"),
        ("第一季度", "2026-01-01", "2026-03-31"),
        ("2026-10", "2026-10-01", "2026-10-31"),
        ("2026年2月", "2026-02-01", "2026-02-28"),
        ("10月1日到10月15日", "2026-10-01", "2026-10-15"),
        ("10-1 to 10-15", "2026-10-01", "2026-10-15"),
        ("2025年12月1日至2026年1月15日", "2025-12-01", "2026-01-15"),
        ("2026-10-01 2026-10-15", "2026-10-01", "2026-10-15"),
        ("12月25日到12月31日", "2025-12-25", "2025-12-31"),
        ("11月25日", "2026-11-25", "2026-11-25"),
    ],
)
def test_what_is_named(said: str, first: str, last: str) -> None:
    assert find_days(said, TODAY) == days(first, last)


@pytest.mark.parametrize("said", ["", "你好", "2月30日", "2026-13", "2026年第5季", "1月1日、1月2日、1月3日", "0000-00"])
def test_what_is_no_stretch_of_days(said: str) -> None:
    assert find_days(said, TODAY) is None


def test_in_january_last_month_is_last_years() -> None:
    assert find_days("上个月", date(2027, 1, 3)) == days("2026-12-01", "2026-12-31")
    assert find_days("上季度", date(2027, 1, 3)) == days("2026-10-01", "2026-12-31")
