"""The calendar's file, read by a parser that forgives nothing (RFC 5545)."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.previews.ics import Event, write

BEGINS = datetime(2026, 12, 2, 11, tzinfo=UTC)
PROPERTY = re.compile(r"([A-Z][A-Z-]*)((?:;[A-Z-]+=[^;:]+)*):(.*)", re.DOTALL)
ESCAPES = {"\\\\": "\\", "\\;": ";", "\\,": ",", "\\n": "\n", "\\N": "\n"}
IN_EVENT = {
    "UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "LOCATION", "DESCRIPTION", "URL",
}  # fmt: skip


def event(summary: str = "议事日", location: str = "社区活动室", description: str = "1、楼道换灯") -> Event:
    return Event(
        "sitting-2-yishi_bot@t.me", BEGINS, timedelta(minutes=90), BEGINS - timedelta(days=7), summary, location,
        description, "https://t.me/yishi_bot?start=preview-2", timedelta(hours=2),
    )  # fmt: skip


def lines_of(file: bytes) -> list[str]:
    """Unfolded. Raises where a line is too long, or does not end as it must."""
    assert file.endswith(b"\r\n")
    physical = file[:-2].split(b"\r\n")
    assert all(len(line) <= 75 for line in physical)
    assert not any(re.search(rb"[\r\n]", line) for line in physical)
    for line in physical:
        line.decode()  # no letter is cut in two
    return re.sub(r"\r\n[ \t]", "", file[:-2].decode()).split("\r\n")


def parsed(file: bytes) -> dict[str, dict[str, str]]:
    """Component → property → value; each component once, each property once."""
    found: dict[str, dict[str, str]] = {}
    inside: list[str] = []
    for line in lines_of(file):
        matched = PROPERTY.fullmatch(line)
        assert matched, line
        name, _, value = matched.groups()
        assert not re.search(r"[\x00-\x08\x0a-\x1f\x7f]", value)
        if name == "BEGIN":
            assert value not in found
            inside.append(value)
            found[value] = {}
        elif name == "END":
            assert inside.pop() == value
        else:
            assert name not in found[inside[-1]]
            found[inside[-1]][name] = value
    assert inside == []
    return found


def text(value: str) -> str:
    """Raises where something that has to be escaped is not."""
    assert re.fullmatch(r"(?:[^\\;,]|\\[\\;,nN])*", value), value
    return re.sub(r"\\[\\;,nN]", lambda found: ESCAPES[found[0]], value)


def test_a_calendar_reads_all_of_it() -> None:
    found = parsed(write(event()))
    assert found.keys() == {"VCALENDAR", "VEVENT", "VALARM"}
    assert found["VCALENDAR"]["VERSION"] == "2.0"
    assert found["VEVENT"].keys() == IN_EVENT
    assert found["VEVENT"]["UID"] == "sitting-2-yishi_bot@t.me"
    assert (found["VEVENT"]["DTSTART"], found["VEVENT"]["DTEND"]) == ("20261202T110000Z", "20261202T123000Z")
    assert found["VEVENT"]["DTSTAMP"] == "20261125T110000Z"
    assert found["VALARM"]["TRIGGER"] == "-PT120M"
    assert text(found["VEVENT"]["SUMMARY"]) == "议事日"


def test_what_has_a_meaning_in_the_format_is_escaped() -> None:
    said = "灯,电梯;车位\\n\n第二行"
    found = parsed(write(event(description=said)))
    assert found["VEVENT"]["DESCRIPTION"] == "灯\\,电梯\\;车位\\\\n\\n第二行"
    assert text(found["VEVENT"]["DESCRIPTION"]) == said


@pytest.mark.parametrize("length", [20, 21, 22, 23, 24, 25, 47, 48, 49, 200])
def test_a_long_line_is_folded_and_reads_as_before(length: int) -> None:
    said = "议" * length
    assert text(parsed(write(event(description=said)))["VEVENT"]["DESCRIPTION"]) == said


@given(st.text(st.characters(codec="utf-8")), st.text(st.characters(codec="utf-8")))
def test_whatever_people_write_comes_back(summary: str, description: str) -> None:
    found = parsed(write(event(summary, description=description)))
    for name, said in (("SUMMARY", summary), ("DESCRIPTION", description)):
        kept = re.sub(r"[\x00-\x08\x0b-\x1f\x7f]", "", said.replace("\r\n", "\n"))
        assert text(found["VEVENT"][name]) == kept
