"""Every setting has words and bounds; changes count from their moment on; what is written is read as the file is."""

from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.config import Config
from bot.config.changing import NoSuchValue, Written, changed, names, read, value
from bot.kit.people import CommunityId
from bot.kit.words import LANGUAGES, Words
from bot.settings.meaning_views import MEANINGS, SECTIONS
from bot.settings.model import BEGINS, NOT_BY_CHAT, SettingChange, after_day, begins, in_force, next_month
from bot.settings.views import right
from tests.contracts.config_values import RIGHT, WRONG

NOW = datetime(2026, 11, 25, 2, tzinfo=UTC)
SHANGHAI = ZoneInfo("Asia/Shanghai")
BY_CHAT = [name for name in names() if begins(name) not in NOT_BY_CHAT]


def made(name: str, new: Written, days: int, number: int) -> SettingChange:
    when = NOW + timedelta(days=days)
    return SettingChange(CommunityId(1), f"key-{number}", name, 0, new, "因为", 5000005, NOW, when, number)


def test_every_setting_has_a_meaning_and_every_section_a_title() -> None:
    assert tuple(MEANINGS) == names()
    assert set(SECTIONS) == {name.split(".")[0] for name in names()}


def test_the_table_of_beginnings_names_what_there_is() -> None:
    there = {".".join(name.split(".")[:length]) for name in names() for length in range(1, 4)}
    assert set(BEGINS) <= there


@pytest.mark.parametrize("name", BY_CHAT)
def test_what_the_file_refuses_is_refused_and_its_bounds_are_taken(name: str, config: Config) -> None:
    refused: list[Any] = WRONG[f"community.{name}"]
    for wrong in refused:
        with pytest.raises(NoSuchValue):
            changed(config.community, name, wrong)
    bounds: list[Any] = RIGHT.get(f"community.{name}", [])
    for bound in bounds:
        assert value(changed(config.community, name, bound), name) == bound


@pytest.mark.parametrize("name", BY_CHAT)
def test_what_would_be_right_is_said_of_each(name: str) -> None:
    for language in LANGUAGES:
        assert right(Words(language, SHANGHAI), name)


@pytest.mark.parametrize("name", BY_CHAT)
def test_what_stands_in_the_file_can_be_written_in_the_chat(name: str, config: Config) -> None:
    now = value(config.community, name)
    written = ", ".join(map(str, now)) if isinstance(now, list) else str(now)
    assert read(name, written) == now


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("response.first_hours", "12", 12),
        ("response.first_hours", "１２", 12),
        ("response.first_hours", "twelve", None),
        ("response.first_hours", "12.5", None),
        ("quiet_hours.from", "9：30", "09:30"),
        ("quiet_hours.from", "half past nine", None),
        ("votes.days", "4、7，14", [4, 7, 14]),
        ("votes.days", "4, seven", None),
        ("votes.days", "", None),
        ("announcements.hours", "9:00 19:00", ["09:00", "19:00"]),
        ("votes.quorum", " 1/3 ", "1/3"),
    ],
)
def test_what_is_written_is_read(name: str, text: str, found: Written | None) -> None:
    assert read(name, text) == found


def test_a_change_counts_from_its_moment_and_the_later_one_wins(config: Config) -> None:
    name = "response.first_hours"
    changes = [made(name, 12, 1, 1), made(name, 6, 2, 2), made(name, 24, 2, 3)]

    def at(seconds: float) -> Written:
        return value(in_force(config.community, changes, NOW + timedelta(seconds=seconds)), name)

    day = 24 * 3600
    assert [at(0), at(day - 1), at(day), at(2 * day - 1), at(2 * day)] == [24, 24, 12, 12, 24]


def test_what_does_not_fit_any_more_counts_no_longer(config: Config) -> None:
    settings = in_force(config.community, [made("no.such", 1, 0, 1), made("response.first_hours", 0, 0, 2)], NOW)
    assert settings == config.community


def test_the_month_and_the_day_begin_at_midnight_where_people_live() -> None:
    late = datetime(2026, 11, 30, 15, 59, 59, tzinfo=UTC)
    assert next_month(late, SHANGHAI) == datetime(2026, 12, 1, tzinfo=SHANGHAI)
    assert next_month(late + timedelta(seconds=1), SHANGHAI) == datetime(2027, 1, 1, tzinfo=SHANGHAI)
    assert after_day(late, SHANGHAI) == datetime(2026, 12, 1, tzinfo=SHANGHAI)
