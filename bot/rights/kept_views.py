"""What is kept about a person, in plain words and as a file."""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime

from bot.kit.words import Words, later, shorten
from bot.rights.model import Heading, Kept

TITLES = {
    Heading.PLACE: later("Your place on the roll"),
    Heading.MANNER: later("How I speak with you"),
    Heading.CONSENT: later("What you agreed to"),
    Heading.CONCERNS: later("What you reported"),
    Heading.DEEDS: later("What you did about concerns"),
    Heading.LOG: later("What the log says of you"),
    Heading.SUPPORT: later("What you have met too"),
    Heading.HELP: later("When you asked for help"),
    Heading.WISHES: later("Wishes, yours and those you see to"),
    Heading.ROLES: later("Your roles"),
    Heading.SITTINGS: later("Deliberation days you called"),
    Heading.COMING: later("Whether you come to deliberation days"),
    Heading.AGENDA: later("What you said and did about agenda items"),
    Heading.MINUTES: later("What you wrote and approved in minutes"),
    Heading.HONOURS: later("Honours, and where you do not want to stand"),
    Heading.POINTS: later("Your points"),
    Heading.UNFINISHED: later("What you began to write"),
    Heading.MESSAGES: later("Messages to you"),
    Heading.TRIES: later("Wrong codes"),
    Heading.MEASURES: later("Measures in the group about you"),
    Heading.REQUESTS: later("What you asked about your data"),
}
WORDS = {
    "minor": later("Under 18"),
    "young": later("18 to 35"),
    "middle": later("36 to 59"),
    "older": later("60 or older"),
    "zh": later("Chinese"),
    "en": later("English"),
    "moderator": later("moderator"),
    "liaison": later("building liaison"),
    "representative": later("residents' representative"),
    "alternate": later("alternate representative"),
    "supervisor": later("supervisor"),
    "government": later("contact at the sub-district office"),
    "guide": later("guide"),
    "member": later("committee member"),
    "chair": later("chair of deliberation days"),
    "admin": later("system administrator"),
    "law": later("law"),
    "planning": later("planning"),
    "social": later("social work"),
    "finance": later("finance"),
    "works": later("building works"),
    "concern": later("a concern"),
    "writing": later("an answer"),
    "why": later("why something is not solved"),
    "joining": later("joining"),
    "wish": later("a wish"),
    "thanking": later("thanks"),
    "minutes_words": later("words about minutes"),
    "correcting": later("a correction"),
    "raise": later("reported"),
    "consent": later("reported for a resident who agreed"),
    "claim": later("taken on"),
    "hand_over": later("handed on"),
    "answer": later("answered"),
    "call_simple": later("to be done the same day"),
    "plan": later("planned"),
    "forward": later("forwarded"),
    "pause": later("put off"),
    "resume": later("taken up again"),
    "finish": later("done"),
    "explain": later("said why it cannot be done"),
    "join": later("joined to another concern"),
    "withdraw": later("taken back"),
    "confirm": later("said that it is solved"),
    "reopen": later("said that it is not solved"),
    "official": later("replied for the sub-district office"),
    "official_word": later("a reply of the sub-district office"),
}
"""The program's words in the reader's; one that is not here is left out."""
NUMBERS = {
    "number": later("No. {number}"),
    "building": later("building {number}"),
    "unit": later("unit {number}"),
    "room": later("room {number}"),
}
PROGRAMS_WORDS = ("age_band", "language", "role", "form", "deed", "tenure", "state", "category", "field", "status")
MOST_LINES = 3
"""Of one heading that are read out; the file has all."""
FILE_NAME = later("my data")


def read_out(say: Words, kept: Sequence[Kept]) -> str:
    """Plain text: a heading, and under it a line for each row."""
    sections = [_section(say, heading, kept) for heading in Heading]
    told = [section for section in sections if section]
    return "\n".join(told) or say.plain("Nothing is kept about you here. You are welcome to join at any time.")


def file_of(kept: Sequence[Kept]) -> bytes:
    """The same and all the rest, for a machine: JSON, by table, moments in ISO 8601."""
    tables: dict[str, list[Mapping[str, object]]] = {}
    for row in kept:
        tables.setdefault(row.table, []).append(row.everything)
    return json.dumps(tables, ensure_ascii=False, indent=2, default=_plain).encode()


def _plain(value: object) -> str:
    return value.isoformat() if isinstance(value, datetime) else str(value)


def _section(say: Words, heading: Heading, kept: Sequence[Kept]) -> str:
    rows = [row for row in kept if row.heading is heading]
    lines = [line for line in (_line(say, row.told) for row in rows[-MOST_LINES:]) if line]
    if len(rows) > MOST_LINES:
        lines.append(say.plain("{count} more are in the file.", count=len(rows) - MOST_LINES))
    title = say.plain(TITLES[heading])
    return "\n".join(say.plain("{title}: {line}.", title=title, line=line) for line in lines)


def _line(say: Words, told: Mapping[str, object]) -> str:
    joint = "，" if say.language == "zh" else ", "
    return joint.join(filter(None, (_said(say, name, value) for name, value in told.items())))


def _said(say: Words, name: str, value: object) -> str:
    """One value in the reader's words; empty for what says nothing to a person."""
    if value is None or value is False:
        return ""
    if isinstance(value, datetime):
        return say.day(value)
    if name in NUMBERS:
        return say.plain(NUMBERS[name], number=value)
    if name in PROGRAMS_WORDS:
        return say.plain(WORDS[str(value)]) if str(value) in WORDS else ""
    if value is True:
        return say.plain("large buttons")
    return shorten(str(value), 20 if say.elder else 200)
