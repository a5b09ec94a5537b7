"""Whatever people are called and whatever they write: every screen arrives, and in 长辈版 keeps its rules."""

from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from bot.config import Config
from bot.kit.screens import Screen
from bot.kit.words import LANGUAGES, Words
from bot.playground.entities import trimmed, utf16_length
from bot.playground.html_mode import parse_html
from tests import strategies
from tests.contracts.screens import View, views
from tests.contracts.values import values
from tests.elder_screens import faults_of

VIEWS = sorted(views(), key=lambda view: view.name)
MESSAGE, LABEL, BUTTONS, CALLBACK = 4096, 64, 100, 64
"""What Telegram takes: characters of a message, ours of a button, buttons of a message, bytes of a tap."""

NOT_FOR_ELDERS = {
    "admission.views.card": "whoever lets people in sees at once what they said",
    "announcements.views.in_group": "stands in the group",
    "announcements.writing_views.only_in_private": "answers a command in the group",
    "archive.views.bad_archive": "said to the terminal",
    "archive.views.in_private": "answers a command in the group",
    "assessments.views.in_group": "stands in the group",
    "attendance.reminder_views.before_in_group": "stands in the group",
    "attendance.reminder_views.start_in_group": "stands in the group",
    "booth.group_views.annulled": "stands in the group",
    "booth.group_views.card": "stands in the group",
    "booth.group_views.extended": "stands in the group",
    "booth.list_views.listed_in_group": "answers a command in the group",
    "booth.reason_views.how_to_annul": "explains a command",
    "booth.reason_views.how_to_extend": "explains a command",
    "booth.reason_views.only_in_private": "answers a command in the group",
    "booth.typing_views.how_to_type": "explains a command",
    "charter.views.amended": "stands in the group",
    "concerns.staff_views.card": "the card of a concern holds all that its staff needs",
    "concerns.alarm_views.reminder_in_group": "stands in the group",
    "concerns.staff_views.step_in_private": "answers a tap in the group",
    "agenda.staff_views.how_to_manage": "explains a command",
    "concerns.staff_views.how_to_assign": "explains a command",
    "concerns.staff_views.how_to_reply": "explains a command",
    "floor.group_views.board": "stands in the group",
    "floor.views.came_in_group": "answers a tap in the group",
    "floor.views.only_in_private": "answers a command in the group",
    "groups.views.hello": "stands in the group",
    "groups.views.set_up": "tells a group's administrator",
    "groups.views.what_for": "asks a group's administrator",
    "groups.views.which_building": "asks a group's administrator",
    "groups.views.which_community": "asks a group's administrator",
    "groups.views.who_administers": "stands in the group",
    "reports.views.overdue": "stands in the group",
    "reports.views.digest": "stands in the group",
    "reports.ten_views.announced": "stands in the group",
    "help.views.card": "staff come to help from it",
    "honours.views.how_to_verify": "explains a command",
    "honours.views.thanks_in_group": "stands in the group",
    "honours.pioneer_views.opened_in_group": "stands in the group",
    "honours.pioneer_views.choosing_in_group": "stands in the group",
    "honours.pioneer_views.published_in_group": "stands in the group",
    "inquiries.notice_views.late_in_group": "stands in the group",
    "inquiries.views.in_private": "answers a command in the group",
    "inbox.card_views.how_to_history": "explains a command",
    "inbox.views.short": "stands in the group",
    "talk.views.in_group": "answers in the group",
    "talk.views.may_offer": "a moderator's, in the group",
    "talk.views.nothing_to_do": "answers in the group",
    "menu.views.group_card": "stands in the group",
    "menu.views.look_here": "stands in the group",
    "outcomes.group_views.became_final": "stands in the group",
    "outcomes.group_views.result": "stands in the group",
    "outcomes.group_views.set_aside": "stands in the group",
    "oversight.notice_views.noted_in_group": "stands in the group",
    "oversight.notice_views.ready_in_group": "stands in the group",
    "points.award_views.how_to_award": "explains a command",
    "points.award_views.how_to_take_back": "explains a command",
    "points.deed_views.card": "whoever confirms it reads at once what was said",
    "points.deed_views.week_of_sorting": "stands in the group",
    "points.notice_views.week_of_awards": "stands in the group",
    "points.views.in_group": "answers in the group",
    "previews.group_views.preview": "stands in the group",
    "previews.group_views.notice": "stands in the group",
    "previews.group_views.called_off": "stands in the group",
    "minutes.views.in_group": "stands in the group",
    "moderation.views.ask": "asks a moderator, in the group",
    "moderation.views.bot_lacks_right": "tells a moderator, in the group",
    "moderation.views.how_to": "explains a command",
    "moderation.views.nobody_answered": "explains a command",
    "moderation.views.taken": "tells a moderator, in the group",
    "moderation.notice_views.in_group": "stands in the group",
    "moderation.notice_views.over_in_group": "stands in the group",
    "moderation.notice_views.soon_in_group": "stands in the group",
    "moderation.notice_views.undone_in_group": "stands in the group",
    "minutes.writing_views.card": "a moderator reads all that is said to be wrong",
    "roll.fault_views.bad_roll": "a moderator who brings a roll in needs every reason",
    "roll.fault_views.file_too_big": "says megabytes",
    "roll.fault_views.not_a_spreadsheet": "names the kinds of files",
    "roll.fault_views.which_community": "said to the terminal",
    "roll.views.about": "a moderator's: names the kinds of files",
    "roll.views.applied": "a moderator's: all figures at once",
    "roll.views.preview": "a moderator's: all that a file would change",
    "roll.views.question": "a moderator's: about somebody with the longest name at the longest address",
    "rights.views.card": "a moderator compares with the roll",
    "redeeming.views.in_private": "answers a command in the group",
    "settings.views.sections": "an administrator's: meaning, numbers and bounds together",
    "settings.views.section": "an administrator's: meaning, numbers and bounds together",
    "settings.views.one": "an administrator's: meaning, numbers and bounds together",
    "settings.views.ask_value": "an administrator's: meaning, numbers and bounds together",
    "settings.views.ask_reason": "an administrator's: meaning, numbers and bounds together",
    "settings.views.read_back": "an administrator's: meaning, numbers and bounds together",
    "settings.views.done": "an administrator's: meaning, numbers and bounds together",
    "settings.views.changes": "an administrator's: meaning, numbers and bounds together",
    "settings.views.told": "an administrator's: meaning, numbers and bounds together",
    "settings.views.dropped": "an administrator's: meaning, numbers and bounds together",
    "settings.refusal_views.only_in_file": "an administrator's: names the file",
    "settings.refusal_views.value_unfit": "an administrator's: names the bounds",
    "sittings.calling_views.only_in_private": "answers a command in the group",
    "sittings.views.announced_in_group": "stands in the group",
    "wishes.helping_views.how_to_take_down": "explains a command",
    "wishes.helping_views.in_private": "answers a command in the group",
    "wishes.views.card": "stands in the group",
    "residents.views.ask_language": "offers English by its own name",
    "residents.views.manner": "comes before anybody chose 长辈版",
    "residents.views.no_community": "explains a command to a group's administrator",
}
"""Screens that need not keep to the rules of 长辈版, with the reason."""
ELDER_VIEWS = [view for view in VIEWS if view.name not in NOT_FOR_ELDERS]
LONG_NAME = 128
"""Telegram's longest, first and last together."""


def arrives(shown: Screen) -> str:
    """The text as Telegram shows it. Raises where Telegram would refuse the message."""
    text = trimmed(parse_html(shown.text)).text
    assert 1 <= utf16_length(text) <= MESSAGE
    choices = [choice for row in shown.rows for choice in row]
    assert all(choice.label.strip() and len(choice.label) <= LABEL for choice in choices)
    assert len(choices) <= BUTTONS
    assert all(len(choice.to_json().get("callback_data", "").encode()) <= CALLBACK for choice in choices)
    return text


Known = dict[Any, SearchStrategy[Any]]


@pytest.fixture(scope="module")
def hostile(config: Config) -> Known:
    """Made once: making them takes longer than drawing from them."""
    return values(strategies.hostile(4096), strategies.hostile(LONG_NAME), config.community)


@pytest.fixture(scope="module")
def chinese(config: Config) -> Known:
    return values(strategies.chinese(4096), strategies.chinese(LONG_NAME), config.community)


@pytest.fixture(scope="module")
def english(config: Config) -> Known:
    return values(st.just("the light is out"), st.just("Li Ming"), config.community)


def words(config: Config, language: str, *, elder: bool) -> Words:
    return Words("zh" if language == "zh" else "en", config.community.zone, elder=elder)


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.name)
def test_no_text_of_a_person_breaks_a_screen(view: View, config: Config, hostile: Known) -> None:
    @given(shown_with=view.arguments(hostile))
    @settings(max_examples=10)
    def holds(shown_with: dict[str, Any]) -> None:
        for language, elder in product(LANGUAGES, (False, True)):
            arrives(view.shows(words(config, language, elder=elder), **shown_with))

    holds()


@pytest.mark.parametrize("view", ELDER_VIEWS, ids=lambda view: view.name)
def test_an_older_resident_can_take_in_every_screen(view: View, config: Config, chinese: Known) -> None:
    @given(shown_with=view.arguments(chinese))
    @settings(max_examples=10)
    def holds(shown_with: dict[str, Any]) -> None:
        shown = view.shows(words(config, "zh", elder=True), **shown_with)
        message: dict[str, Any] = {"text": arrives(shown), "reply_markup": shown.markup() or {}}
        assert faults_of(message) == []

    holds()


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.name)
def test_english_is_complete(view: View, config: Config, english: Known) -> None:
    """Addresses and the languages' own names are Chinese in every language."""

    @given(shown_with=view.arguments(english))
    @settings(max_examples=3)
    def holds(shown_with: dict[str, Any]) -> None:
        text = arrives(view.shows(words(config, "en", elder=False), **shown_with))
        assert "{" not in text
        assert [c for c in text if "\u4e00" <= c <= "\u9fff" and c not in "号楼单元室中文"] == []

    holds()


def test_every_exception_is_a_screen() -> None:
    assert NOT_FOR_ELDERS.keys() - {view.name for view in VIEWS} == set()
