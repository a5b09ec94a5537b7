"""`config.yaml` as typed values: one section of the file is one class here. Secrets come from the environment only."""

import re
from datetime import time
from pathlib import Path
from typing import Annotated, Literal, get_args
from zoneinfo import ZoneInfo, available_timezones

import yaml
from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    HttpUrl,
    SecretStr,
    Strict,
    ValidationError,
)
from pydantic_settings import BaseSettings, SettingsConfigDict

Hours = Annotated[int, Strict(), Field(ge=1, le=24 * 30)]
Days = Annotated[int, Strict(), Field(ge=1, le=365)]
Points = Annotated[int, Strict(), Field(ge=0, le=1000)]
Seconds = Annotated[float, Strict(), Field(gt=0, le=24 * 3600)]


def _written_hour(value: object) -> object:
    """YAML reads 19:00 without quotes as 1140, which pydantic would take for 19 minutes after midnight."""
    if not isinstance(value, str) or not re.fullmatch(r"\d\d:\d\d", value):
        raise ValueError('an hour is written in quotes, for example "19:00"')
    return value


Hour = Annotated[time, BeforeValidator(_written_hour)]


class BadConfig(Exception):
    """`config.yaml` cannot be used; the text names file, key and reason."""


def _known_zone(name: str) -> str:
    if name not in available_timezones():
        raise ValueError("no such time zone; for example Asia/Shanghai")
    return name


class Section(BaseModel):
    """A part of the file: nothing unknown, nothing changed later."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Telegram(Section):
    api_url: HttpUrl
    poll_seconds: Annotated[int, Strict(), Field(ge=0, le=50)]


class Clock(Section):
    source: Literal["system", "playground"]


class Playground(Section):
    port: Annotated[int, Strict(), Field(ge=0, le=65535)]


class Storage(Section):
    path: Path


class Delivery(Section):
    per_second: Annotated[int, Strict(), Field(ge=1, le=30)]
    group_per_minute: Annotated[int, Strict(), Field(ge=1, le=20)]
    chat_interval: Seconds
    tick_seconds: Seconds
    retry_first: Seconds
    retry_longest: Seconds


def _pair(written: object) -> object:
    """`liaison: 0`, as it stands in the file."""
    if isinstance(written, dict) and len(written) == 1:
        [(to, hours)] = written.items()
        return {"to": to, "after_hours": hours}
    raise ValueError("a rung is a role and its hours, for example liaison: 0")


class Rung(Section):
    to: Literal["liaison", "moderator", "supervisor", "government"]
    after_hours: Annotated[int, Strict(), Field(ge=0, le=24 * 30)]


def _rising(ladder: tuple[Rung, ...]) -> tuple[Rung, ...]:
    hours = [rung.after_hours for rung in ladder]
    if hours[0] != 0 or hours != sorted(set(hours)):
        raise ValueError("the first rung is at 0 hours, each further one later than the one before")
    return ladder


def _growing(shares: tuple[int, ...]) -> tuple[int, ...]:
    if list(shares) != sorted(set(shares)):
        raise ValueError("each share is larger than the one before")
    return shares


Percents = tuple[Annotated[int, Strict(), Field(ge=1, le=99)], ...]


class Response(Section):
    first_hours: Hours
    plan_days: Days
    alert_percent: Annotated[Percents, Field(max_length=4), AfterValidator(_growing)]
    promise_days: Annotated[tuple[Days, ...], Field(min_length=1, max_length=4), AfterValidator(_growing)]
    last_word_days: Days
    follow_up_days: Days
    escalation: Annotated[
        tuple[Annotated[Rung, BeforeValidator(_pair)], ...], Field(min_length=1, max_length=6), AfterValidator(_rising)
    ]


Weekday = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
WEEKDAYS: tuple[Weekday, ...] = get_args(Weekday)
"""In the order in which `date.weekday` counts them."""


class Sittings(Section):
    weekday: Weekday
    starts: Hour
    preview_days: Days


class QuietHours(Section):
    starts: Annotated[Hour, Field(alias="from")]
    until: Hour


class PointRules(Section):
    attending: Points
    confirmed_concern: Points
    volunteering: Points


class Coverage(Section):
    least: Annotated[int, Field(ge=2, le=100)]


class ReportRules(Section):
    overdue_at: Hour
    overdue_shown: Annotated[int, Strict(), Field(ge=1, le=20)]
    digest_weekday: Weekday
    digest_at: Hour
    top_ten_at: Hour


class ResidentRules(Section):
    concern_characters: Annotated[int, Strict(), Field(ge=100, le=4096)]
    code_extra_uses: Annotated[int, Strict(), Field(ge=0, le=20)]
    code_least_uses: Annotated[int, Strict(), Field(ge=1, le=50)]
    code_days: Annotated[int, Strict(), Field(ge=1, le=3650)]
    code_tries: Annotated[int, Strict(), Field(ge=1, le=20)]
    code_wait_minutes: Annotated[int, Strict(), Field(ge=1, le=24 * 60)]
    code_wait_factor: Annotated[int, Strict(), Field(ge=1, le=10)]
    code_memory_days: Days
    code_tries_an_hour: Annotated[int, Strict(), Field(ge=1, le=10_000)]


class InboxRules(Section):
    canned_answers: Annotated[int, Strict(), Field(ge=1, le=20)]
    canned_characters: Annotated[int, Strict(), Field(ge=20, le=1000)]


class RollRules(Section):
    file_megabytes: Annotated[int, Field(ge=1, le=20)]
    file_rows: Annotated[int, Field(ge=100, le=30_000)]
    waiting_days: Days


class RoleRules(Section):
    term_years: tuple[Annotated[int, Strict(), Field(ge=1, le=10)], ...] = Field(min_length=1, max_length=3)
    reminder_days: Days


class WishRules(Section):
    characters: Annotated[int, Strict(), Field(ge=20, le=200)]
    open_each: Annotated[int, Strict(), Field(ge=1, le=20)]
    unclaimed_days: Days
    claimed_days: Days
    answer_days: Days


class RightsRules(Section):
    grace_days: Days
    reminder_days: Days


class Community(Section):
    timezone: Annotated[str, AfterValidator(_known_zone)]
    response: Response
    sittings: Sittings
    quiet_hours: QuietHours
    points: PointRules
    coverage: Coverage
    reports: ReportRules
    residents: ResidentRules
    wishes: WishRules
    inbox: InboxRules
    rights: RightsRules
    roll: RollRules
    roles: RoleRules

    @property
    def zone(self) -> ZoneInfo:
        """The community's time zone."""
        return ZoneInfo(self.timezone)


class Config(Section):
    telegram: Telegram
    clock: Clock
    playground: Playground
    storage: Storage
    delivery: Delivery
    community: Community


class Secrets(BaseSettings):
    """What must never be in a file under version control; `repr` hides it."""

    model_config = SettingsConfigDict(env_file=".env", extra="ignore", env_ignore_empty=True)

    bot_token: SecretStr | None = None


def load(path: Path) -> Config:
    """Read and check the whole file. Raises `BadConfig` with one line for each thing that is wrong."""
    try:
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
    except OSError as reason:
        raise BadConfig(f"{path}: cannot be read: {reason.strerror}") from reason
    except (yaml.YAMLError, UnicodeDecodeError) as reason:
        raise BadConfig(f"{path}: not YAML: {' '.join(str(reason).split())}") from reason
    try:
        return Config.model_validate(content)
    except ValidationError as wrong:
        lines = [f"{path}: {'.'.join(map(str, e['loc'])) or 'file'}: {e['msg']}" for e in wrong.errors()]
        raise BadConfig("\n".join(lines)) from wrong
