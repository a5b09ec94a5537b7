"""One event as an iCalendar file (RFC 5545), for the calendar of a phone.

By hand: it is one event with a dozen properties. `icalendar`, the well-kept library, would bring three packages and
its own model of time zones; with times in UTC there is nothing to model.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

LINE = 75
"""Octets of a line, before it has to be folded."""


@dataclass(frozen=True)
class Event:
    uid: str
    """The same for ever, so that a newer file takes the place of an older one."""
    starts_at: datetime
    lasts: timedelta
    written_at: datetime
    summary: str
    location: str
    description: str
    url: str
    alarm: timedelta
    """So long before the start the phone reminds."""


def write(event: Event) -> bytes:
    """The whole file, in UTF-8."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Yishi//Deliberation days//ZH",
        "METHOD:PUBLISH",
        "BEGIN:VEVENT",
        f"UID:{event.uid}",
        f"DTSTAMP:{_utc(event.written_at)}",
        f"DTSTART:{_utc(event.starts_at)}",
        f"DTEND:{_utc(event.starts_at + event.lasts)}",
        f"SUMMARY:{_text(event.summary)}",
        f"LOCATION:{_text(event.location)}",
        f"DESCRIPTION:{_text(event.description)}",
        f"URL:{event.url}",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        f"DESCRIPTION:{_text(event.summary)}",
        f"TRIGGER:-PT{int(event.alarm.total_seconds()) // 60}M",
        "END:VALARM",
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    return b"".join(b"\r\n ".join(_folded(line)) + b"\r\n" for line in lines)


def _utc(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _text(words: str) -> str:
    """Escaped; what no calendar may hold (control characters) is left out."""
    for mark, escaped in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\r\n", "\n"), ("\n", "\\n")):
        words = words.replace(mark, escaped)
    return "".join(letter for letter in words if letter == "\t" or (letter >= " " and letter != "\x7f"))


def _folded(line: str) -> Iterable[bytes]:
    """Pieces of at most 75 octets with the space that a further one begins with; no letter is cut in two."""
    piece, room = b"", LINE
    for letter in line:
        octets = letter.encode()
        if len(piece) + len(octets) > room:
            yield piece
            piece, room = b"", LINE - 1
        piece += octets
    yield piece
