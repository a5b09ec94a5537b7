"""Dates as people say them, values that cannot break a text, and names that leave room."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given

from bot.kit.people import Reader, language_of
from bot.kit.words import Words, shorten, within, words_for
from bot.playground.entities import utf16_length
from bot.playground.html_mode import parse_html
from tests.strategies import hostile

SHANGHAI = ZoneInfo("Asia/Shanghai")
ZH, EN, ELDER = Words("zh", SHANGHAI), Words("en", SHANGHAI), Words("zh", SHANGHAI, elder=True)
SEVEN = datetime(2026, 12, 2, 11, tzinfo=UTC)
"""A Wednesday, 19:00 in Shanghai."""


def test_a_time_is_written_with_its_weekday() -> None:
    assert ZH.time(SEVEN) == "12月2日 星期三 晚上7点"
    assert EN.time(SEVEN).replace("\u202f", " ") == "Wednesday 2 December, 7 PM"


def test_minutes_are_said_where_there_are_any() -> None:
    assert ZH.hour(SEVEN.replace(minute=5)) == "晚上7点05分"
    assert EN.hour(SEVEN.replace(minute=5)).replace("\u202f", " ") == "7:05 PM"


@pytest.mark.parametrize(
    ("hour", "said"),
    [
        (0, "午夜12点"),
        (5, "早上5点"),
        (8, "上午8点"),
        (12, "中午12点"),
        (13, "下午1点"),
        (18, "下午6点"),
        (22, "晚上10点"),
    ],
)
def test_the_part_of_the_day_is_said(hour: int, said: str) -> None:
    assert ZH.hour(datetime(2026, 12, 2, hour, tzinfo=SHANGHAI)) == said


def test_the_day_is_the_communitys_not_the_servers() -> None:
    almost_midnight = datetime(2026, 12, 2, 15, 59, 59, tzinfo=UTC)
    assert ZH.day(almost_midnight) == "12月2日 星期三"
    assert ZH.day(datetime(2026, 12, 2, 16, tzinfo=UTC)) == "12月3日 星期四"


@given(hostile(300))
def test_no_value_can_break_a_text(told: str) -> None:
    shown = parse_html(ZH("You wrote: {told}\nShall I report this?", told=told)).text
    assert shown == f"您写的是：{told}\n要反映这件事吗？"


@given(hostile(300))
def test_buttons_and_alerts_show_a_value_as_it_is(told: str) -> None:
    assert ZH.plain("You wrote: {told}\nShall I report this?", told=told) == f"您写的是：{told}\n要反映这件事吗？"


@given(hostile(300))
def test_what_is_quoted_is_read_as_it_was_written(told: str) -> None:
    assert parse_html(Words.quote(told)).text == told


def test_a_long_name_leaves_room_for_what_is_said() -> None:
    long = "岁月静好" * 32
    greeting = "Good to see you, {name}. What would you like to do?"
    assert len(ZH(greeting, name=long)) == 64 + len("，您好。今天想做什么？")
    assert len(ELDER(greeting, name=long)) == 16 + len("，您好。今天想做什么？")
    assert ELDER(greeting, name="岁月静好" * 4).startswith("岁月静好" * 4 + "，")
    assert ELDER.plain(greeting, name=long).startswith("岁月静好岁月静好岁月静好岁月静…，")


def test_what_is_not_in_the_catalogue_is_said_in_english() -> None:
    assert ZH("Nobody has translated this") == "Nobody has translated this"


@pytest.mark.parametrize(
    ("code", "language"),
    [(None, "zh"), ("zh", "zh"), ("zh-hans", "zh"), ("ZH-TW", "zh"), ("en", "en"), ("de", "en"), ("", "en")],
)
def test_telegrams_language_decides_until_the_person_does(code: str | None, language: str) -> None:
    assert language_of(code) == language


def test_a_reader_is_spoken_to_as_they_chose() -> None:
    say = words_for(Reader(1, "王秀英", "en", elder=True), SHANGHAI)
    assert (say.language, say.elder) == ("en", True)
    again = say.for_reader(Reader(1, "王秀英", "zh"))
    assert (again.language, again.elder, again.day(SEVEN)) == ("zh", False, "12月2日 星期三")


@pytest.mark.parametrize(
    ("text", "most", "short"),
    [
        ("路灯不亮", 4, "路灯不亮"),
        ("路灯不亮了", 4, "路灯不…"),
        ("a\n b\t c", 9, "a b c"),
        ("", 4, ""),
        (" \n ", 4, ""),
    ],
)
def test_a_shortened_text_is_one_line(text: str, most: int, short: str) -> None:
    assert shorten(text, most) == short


@given(hostile(300))
def test_what_is_kept_within_telegrams_count_is_the_longest_beginning_that_fits(text: str) -> None:
    kept = within(text, 20)
    assert text.startswith(kept)
    assert utf16_length(kept) <= 20
    assert kept == text or utf16_length(text[: len(kept) + 1]) > 20
