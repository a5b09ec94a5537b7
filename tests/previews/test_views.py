"""What stands on the screens, in the group and in the files of a preview."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.agenda.model.item import ItemId
from bot.attendance.model.rsvp import Counted, Signup
from bot.config import Config
from bot.kit.words import Words
from bot.playground.entities import utf16_length
from bot.playground.html_mode import parse_html
from bot.previews import file_views, group_views, views
from bot.previews.model.notice import WhyTalkOnly
from bot.previews.model.program import Entry, Program
from tests.previews.hall import START
from tests.previews.test_notice import SITTING, item

LINK = "https://t.me/yishi_bot"
LAMPS = Entry(1, item(), 7, None, words="同意换灯。")
LIFT = Entry(2, item(id=ItemId(8), what="修电梯", scope=None, minutes=0), 7, WhyTalkOnly.ADDED)
PROGRAM = Program(SITTING, "社区活动室", 7, (LAMPS, LIFT), Counted(0, 0, 0), locked=True, following=True)


@pytest.fixture
def say(config: Config) -> Words:
    return Words("zh", config.community.zone)


@pytest.fixture
def gently(config: Config) -> Words:
    """In 长辈版."""
    return Words("zh", config.community.zone, elder=True)


def test_a_full_agenda_of_signs_that_count_twice_is_one_message(say: Words) -> None:
    entry = Entry(1, item(what="🙋" * 500), 15, WhyTalkOnly.RESCOPED, words="🙋" * 500)
    full = replace(PROGRAM, entries=(entry,) * group_views.SHOWN)
    for shown in (group_views.preview(say, full, LINK), group_views.notice(say, full, 15, LINK)):
        assert utf16_length(parse_html(shown.text).text) <= 4096


@pytest.mark.parametrize(("page", "number"), [(0, 1), (1, 2), (2, 1), (7, 2), (-1, 2)])
def test_after_the_last_item_it_begins_anew(gently: Words, page: int, number: int) -> None:
    assert views.agenda(gently, PROGRAM, page).text.startswith(f"第{number}项，共2项")


def test_what_one_has_said_can_be_taken_back(say: Words) -> None:
    mine = Signup(SITTING.id, 5000001, coming=True, speaks=True, at=START)
    shown = views.first(say, replace(PROGRAM, signup=mine, counted=Counted(4, 1, 1)))
    labels = [choice.label for row in shown.rows for choice in row]
    assert "已有4人说会来。\n您也说了会来。" in shown.text
    assert {"我来不了", "我不发言了"} <= set(labels)


def test_until_it_is_locked_it_says_so(say: Words) -> None:
    assert "议程提前7天公布。" in views.first(say, replace(PROGRAM, locked=False)).text
    assert "议程提前7天公布。" not in views.first(say, PROGRAM).text


def test_an_empty_agenda_asks_for_proposals(say: Words, gently: Words) -> None:
    empty = replace(PROGRAM, entries=())
    assert "还没有议题，谁都可以提。" in group_views.preview(say, empty, LINK).text
    assert views.first(gently, empty).rows[0][0].label == "我要提议"
    opened = [choice.url for row in group_views.preview(say, empty, LINK).rows for choice in row if choice.url]
    assert opened == [f"{LINK}?start=propose"]


def test_a_very_long_agenda_fits_into_one_message(say: Words) -> None:
    many = replace(PROGRAM, entries=[replace(LAMPS, number=number) for number in range(1, 41)])
    shown = group_views.preview(say, many, LINK).text
    assert "还有20项。" in shown
    assert len(shown) < 4096


def test_what_was_called_off_shows_no_agenda(say: Words, gently: Words) -> None:
    off = replace(PROGRAM, sitting=SITTING.called_off(SITTING.called_at, "停电"))
    for shown in (views.first(say, off), views.agenda(gently, off, 1), group_views.notice(say, off, 15, LINK)):
        assert "停电" in shown.text
        assert "楼道换灯" not in shown.text


def test_the_sheet_holds_the_exact_words_and_the_way_back(say: Words) -> None:
    sheet = file_views.on_paper(say, replace(PROGRAM, locked=False), LINK)
    assert [row.what for row in sheet.rows] == ["1、楼道换灯", "2、修电梯"]
    assert sheet.rows[0].words == "同意换灯。"
    assert sheet.notes == ["这还不是最后的议程。议程提前7天公布。"]
    assert sheet.link == f"{LINK}?start=preview-2"


def test_a_calendar_knows_the_same_sitting_again(say: Words) -> None:
    first = file_views.in_calendar(say, PROGRAM, LINK, START - timedelta(days=7))
    later = file_views.in_calendar(say, replace(PROGRAM, entries=()), LINK, START)
    assert first.uid == later.uid == "sitting-2-yishi_bot@t.me"
    assert (first.starts_at, first.lasts, first.description) == (START, timedelta(hours=1), "1、楼道换灯\n2、修电梯")
    long = replace(PROGRAM, entries=[replace(LAMPS, item=item(minutes=100))])
    assert file_views.in_calendar(say, long, LINK, START).lasts == timedelta(minutes=100)


def test_the_group_reads_the_motions_themselves(say: Words) -> None:
    shown = group_views.preview(say, PROGRAM, LINK).text
    assert "<b>1、楼道换灯</b>" in shown
    assert shown.index("同意换灯。") < shown.index("修电梯")
    assert "<blockquote expandable>同意换灯。</blockquote>" in shown


def test_motions_that_do_not_fit_into_one_message_are_read_behind_the_button(say: Words) -> None:
    long = [replace(LAMPS, number=number, words="同" * 500) for number in range(1, 21)]
    shown = group_views.preview(say, replace(PROGRAM, entries=long), LINK).text
    assert 3 <= shown.count("同" * 500) <= 7
    assert len(shown.replace("<blockquote expandable>", "").replace("</blockquote>", "")) < 4096
