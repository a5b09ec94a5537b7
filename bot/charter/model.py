"""The charter: numbers of `config.yaml` that only an amendment changes, and what was written into it (row R102).

An amendment says what it changes in the words that were previewed and voted on, line by line: 章程：议事日改为星期四.
Whatever else its words say becomes part of the charter as it stands.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Any, get_type_hints

from pydantic import TypeAdapter, ValidationError

from bot.config import WEEKDAYS, Community, Section
from bot.kit.events import Event
from bot.kit.people import CommunityId
from bot.kit.refusals import Refused
from bot.votes.model.vote import VoteId


class Rule(StrEnum):
    """What a charter holds, by where `config.yaml` says it under `community`."""

    WEEKDAY = "sittings.weekday"
    EVERY_WEEKS = "sittings.every_weeks"
    PREVIEW_DAYS = "sittings.preview_days"
    SITTING_QUORUM = "attendance.quorum"
    VOTE_QUORUM = "votes.quorum"
    OBJECTION_DAYS = "agenda.objection_days"
    MAJORITY = "votes.charter_majority"


NAMES: Mapping[Rule, Sequence[str]] = {
    Rule.WEEKDAY: ("议事日", "weekday"),
    Rule.EVERY_WEEKS: ("隔几周", "weeks between"),
    Rule.PREVIEW_DAYS: ("预告天数", "preview days"),
    Rule.SITTING_QUORUM: ("到会比例", "sitting quorum"),
    Rule.VOTE_QUORUM: ("参与比例", "vote quorum"),
    Rule.OBJECTION_DAYS: ("公示天数", "objection days"),
    Rule.MAJORITY: ("改章程比例", "charter majority"),
}
"""How each is called in an amendment."""
LINE = re.compile(r"^\s*(?:章程|charter)\s*[:：](.*)$", re.IGNORECASE | re.MULTILINE)
CHANGE = re.compile(r"\s*(.+?)\s*(?:改为|改成|becomes)\s*(.+?)\s*[。.]?\s*")
DAYS = {f"{week}{day}": WEEKDAYS[at] for week in ("星期", "周", "礼拜") for at, day in enumerate("一二三四五六日")}
Values = Mapping[Rule, Any]
"""As `config.yaml` has them."""


@dataclass(eq=False)
class AmendmentUnclear(Refused):
    """A line of an amendment does not say which rule becomes what."""

    line: str


class SharedRules(Refused):
    """Several communities share one `config.yaml`: none of them can change its numbers for all."""


class NoCharter(Refused):
    """Nobody has set a community up, or there is no such version."""


@dataclass(eq=False)
class CharterBinds(Refused):
    """Somebody wants a rule to be other than the charter has it; only an amendment changes it."""

    rule: Rule
    wanted: str
    stands: str
    version: int

    def __str__(self) -> str:
        return f"{self.rule.value}: {self.wanted}; version {self.version} of the charter says {self.stands}"


@dataclass(frozen=True)
class Version:
    """`words`: of the motion that made it; empty for the first, which nobody has voted on."""

    community: CommunityId
    number: int
    values: Values
    words: str
    at: datetime
    vote: VoteId | None = None
    resolution: int | None = None
    """The number of the resolution that made it."""


@dataclass(frozen=True)
class CharterAmended(Event):
    version: Version


def values_of(settings: Community) -> Values:
    """The charter's numbers as these settings have them."""
    return {rule: getattr(_section(settings, rule), _key(rule)) for rule in Rule}


def in_force(settings: Community, values: Values) -> Community:
    """The settings with the charter's numbers in them."""
    for rule, value in values.items():
        if value == getattr(_section(settings, rule), _key(rule)):
            continue
        section = _section(settings, rule).model_copy(update={_key(rule): value})
        settings = settings.model_copy(update={rule.value.partition(".")[0]: section})
    return settings


def changes(words: str, settings: Community) -> Values:
    """What an amendment with these words changes. Raises `AmendmentUnclear`."""
    return dict(_change(line.strip(), settings) for line in LINE.findall(words))


def amended(before: Version, changed: Values, words: str, at: datetime, vote: VoteId, resolution: int) -> Version:
    """The version that comes of a resolution."""
    return replace(before, number=before.number + 1, values={**before.values, **changed}, words=words, at=at, vote=vote,
                   resolution=resolution)  # fmt: skip


def check_kept(wanted: Values, versions: Sequence[Version]) -> None:
    """Raises `CharterBinds` for a number that no version of the charter has ever had.

    One that an amendment has replaced is only out of date: the newest version holds, whatever the file says.
    """
    for rule, value in wanted.items():
        if versions and all(value != version.values[rule] for version in versions):
            newest = versions[-1]
            raise CharterBinds(rule, str(value), str(newest.values[rule]), newest.number)


def _change(line: str, settings: Community) -> tuple[Rule, Any]:
    said = CHANGE.fullmatch(line)
    rule = next((one for one, names in NAMES.items() if said and said[1].casefold() in names), None)
    if said is None or rule is None:
        raise AmendmentUnclear(line)
    asked: Any = get_type_hints(type(_section(settings, rule)), include_extras=True)[_key(rule)]
    try:
        return rule, TypeAdapter(asked).validate_python(_read(rule, said[2]))
    except (ValidationError, ValueError):
        raise AmendmentUnclear(line) from None


def _read(rule: Rule, said: str) -> object:
    """As `config.yaml` would say it."""
    if rule is Rule.WEEKDAY:
        return DAYS.get(said.casefold(), said)
    if rule in {Rule.SITTING_QUORUM, Rule.VOTE_QUORUM, Rule.MAJORITY}:
        return said
    return int(re.sub(r"\s*(天|周|days?|weeks?)$", "", said))


def _section(settings: Community, rule: Rule) -> Section:
    section: Section = getattr(settings, rule.value.partition(".")[0])
    return section


def _key(rule: Rule) -> str:
    return rule.value.partition(".")[2]
