"""How screens are laid out, and how long texts and lists are divided."""

from datetime import UTC

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.kit.screens import AskForHelp, Choice, GoHome, Nothing, Screen, page_of, pages, screen
from bot.kit.words import Words
from tests.strategies import chinese, hostile

ELDER, ORDINARY = Words("zh", UTC, elder=True), Words("zh", UTC)


def choices(count: int) -> list[Choice]:
    return [Choice(f"第{n}个") for n in range(1, count + 1)]


def labels(shown: Screen) -> list[list[str]]:
    return [[choice.label for choice in row] for row in shown.rows]


def test_older_people_have_one_choice_a_row_and_the_two_ways_out_at_the_end() -> None:
    shown = screen(ELDER, "选一个", *choices(2))
    assert labels(shown) == [["第1个"], ["第2个"], ["返回"], ["🙋找人帮"]]
    assert [type(row[0].tap) for row in shown.rows[2:]] == [GoHome, AskForHelp]


def test_everybody_else_has_two_in_a_row_and_the_way_back_where_there_is_one() -> None:
    assert labels(screen(ORDINARY, "选一个", *choices(3))) == [["第1个", "第2个"], ["第3个"]]
    assert labels(screen(ORDINARY, "选一个", *choices(1), back=GoHome())) == [["第1个"], ["返回"]]
    assert labels(screen(ORDINARY, "选一个", *choices(4), columns=3)) == [["第1个", "第2个", "第3个"], ["第4个"]]


def test_a_screen_without_choices_has_no_keyboard_but_for_older_people() -> None:
    assert screen(ORDINARY, "好的").markup() is None
    assert labels(screen(ELDER, "好的")) == [["返回"], ["🙋找人帮"]]


def test_a_button_opens_a_page_or_means_a_tap_or_at_least_nothing() -> None:
    assert Choice("a", GoHome()).to_json() == {"text": "a", "callback_data": "home"}
    assert Choice("a", url="https://t.me").to_json() == {"text": "a", "url": "https://t.me"}
    assert Choice("a").to_json() == {"text": "a", "callback_data": Nothing().pack()}


def test_the_keyboard_can_be_given_back() -> None:
    assert Screen("好的", away_with_keys=True).markup() == {"remove_keyboard": True}


@pytest.mark.parametrize(("count", "shown"), [(0, 0), (1, 1), (4, 4), (5, 4), (6, 4), (7, 4), (17, 4)])
def test_older_people_see_at_most_four_choices(count: int, shown: int) -> None:
    assert len(page_of(ELDER, choices(count), 0, GoHome())) == shown
    assert len(page_of(ORDINARY, choices(count), 0, GoHome())) == count


def test_the_last_page_holds_what_is_left_and_the_first_follows_it() -> None:
    page = [[choice.label for choice in page_of(ELDER, choices(5), n, GoHome())] for n in range(4)]
    assert page[0] == page[2] == ["第1个", "第2个", "第3个", "看更多"]
    assert page[1] == page[3] == ["第4个", "第5个", "看更多"]


@given(st.integers(5, 60))
def test_turning_the_pages_shows_every_choice_once(count: int) -> None:
    turns = -(-count // 3)
    seen = [choice for page in range(turns) for choice in page_of(ELDER, choices(count), page, GoHome())[:-1]]
    assert seen == choices(count)


@pytest.mark.parametrize(("length", "count"), [(1, 1), (59, 1), (60, 1), (61, 2), (120, 2), (121, 3)])
def test_a_text_without_marks_is_cut_at_the_limit(length: int, count: int) -> None:
    assert len(pages("灯" * length)) == count
    assert "".join(pages("灯" * length)) == "灯" * length


def test_a_page_ends_with_a_sentence_where_there_is_one() -> None:
    assert pages("路灯坏了，很黑。请来看看，谢谢大家。", 10) == ["路灯坏了，很黑。", "请来看看，谢谢大家。"]


def test_a_page_ends_with_a_clause_where_no_sentence_ends() -> None:
    assert pages("三号楼路灯坏了，晚上什么也看不见", 10) == ["三号楼路灯坏了，", "晚上什么也看不见"]


def test_a_page_is_not_wasted_on_two_words() -> None:
    assert pages("好。" + "灯" * 20, 10)[0] == "好。" + "灯" * 8


@given(hostile(500) | chinese(500), st.integers(4, 80))
def test_pages_hold_everything_and_none_is_empty_or_too_long(text: str, most: int) -> None:
    cut = pages(text, most)
    assert "".join("".join(cut).split()) == "".join(text.split())
    assert all(0 < len(page) <= most for page in cut)
