"""`config.yaml` as typed values: one section of the file is one class here. Secrets come from the environment only."""

from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import urlsplit

import yaml
from pydantic import Field, HttpUrl, SecretStr, Strict, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.config.community import (
    WEEKDAYS,
    AgendaRules,
    AttendanceRules,
    Community,
    Coverage,
    InboxRules,
    MinutesRules,
    QuietHours,
    ReportRules,
    ResidentRules,
    Response,
    RightsRules,
    RoleRules,
    RollRules,
    Rung,
    Sittings,
    VoteRules,
    Weekday,
    WishRules,
    WorkshopRules,
)
from bot.config.points import AwardRules, Earning, PointRules
from bot.config.rewards import HonourRules, QuestRules, RedeemingRules
from bot.config.section import Seconds, Section
from bot.config.supervision import InquiryRules, OversightRules

__all__ = [
    "WEEKDAYS",
    "AgendaRules",
    "AttendanceRules",
    "AwardRules",
    "BadConfig",
    "Clock",
    "Community",
    "Config",
    "Coverage",
    "Delivery",
    "Earning",
    "HonourRules",
    "InboxRules",
    "InquiryRules",
    "Limits",
    "MinutesRules",
    "Nlu",
    "OversightRules",
    "Playground",
    "PointRules",
    "QuestRules",
    "QuietHours",
    "Rasa",
    "RedeemingRules",
    "ReportRules",
    "ResidentRules",
    "Response",
    "RightsRules",
    "RoleRules",
    "RollRules",
    "Rung",
    "Secrets",
    "Section",
    "Sittings",
    "Storage",
    "Telegram",
    "Voice",
    "VoteRules",
    "Watch",
    "Webhook",
    "Weekday",
    "WishRules",
    "WorkshopRules",
    "load",
]


class BadConfig(Exception):
    """`config.yaml` cannot be used; the text names file, key and reason."""


class Telegram(Section):
    api_url: HttpUrl
    poll_seconds: Annotated[int, Strict(), Field(ge=0, le=50)]


class Webhook(Section):
    url: Annotated[str, Strict(), Field(pattern=r"^(https?://[^\s/]+(/\S*)?)?$")]
    listen: Annotated[str, Strict(), Field(min_length=1)]
    port: Annotated[int, Strict(), Field(ge=1, le=65535)]
    at_once: Annotated[int, Strict(), Field(ge=1, le=100)]
    drain_seconds: Seconds


class Clock(Section):
    source: Literal["system", "playground"]


class Playground(Section):
    port: Annotated[int, Strict(), Field(ge=0, le=65535)]


class Storage(Section):
    path: Path
    secrets: Path
    writers: Annotated[int, Strict(), Field(ge=1, le=50)]


class Delivery(Section):
    per_second: Annotated[int, Strict(), Field(ge=1, le=30)]
    group_per_minute: Annotated[int, Strict(), Field(ge=1, le=20)]
    chat_interval: Seconds
    tick_seconds: Seconds
    retry_first: Seconds
    retry_longest: Seconds


class Rasa(Section):
    url: HttpUrl
    timeout_seconds: Seconds
    failures: Annotated[int, Strict(), Field(ge=1, le=100)]
    pause_seconds: Seconds


class Nlu(Section):
    engine: Literal["embedded", "rasa"]
    rasa: Rasa


class Limits(Section):
    burst: Annotated[int, Strict(), Field(ge=5, le=10_000)]
    per_second: Annotated[float, Strict(), Field(gt=0, le=1000)]
    chat_burst: Annotated[int, Strict(), Field(ge=100, le=100_000)]
    chat_per_second: Annotated[float, Strict(), Field(gt=0, le=1000)]


class Watch(Section):
    log: Literal["text", "json"]
    metrics_port: Annotated[int, Strict(), Field(ge=0, le=65535)]


class Voice(Section):
    longest_seconds: Annotated[int, Strict(), Field(ge=1, le=600)]
    limit_seconds: Annotated[int, Strict(), Field(ge=1, le=600)]


class Config(Section):
    telegram: Telegram
    webhook: Webhook
    clock: Clock
    playground: Playground
    storage: Storage
    delivery: Delivery
    nlu: Nlu
    voice: Voice
    limits: Limits
    watch: Watch
    community: Community


class Secrets(BaseSettings):
    """What must never be in a file under version control; `repr` hides it."""

    model_config = SettingsConfigDict(env_file=".env", extra="ignore", env_ignore_empty=True)

    bot_token: SecretStr | None = None
    database_url: SecretStr | None = None
    rasa_token: SecretStr | None = None
    webhook_secret: Annotated[SecretStr, Field(min_length=16, max_length=256)] | None = None

    def told(self) -> list[str]:
        """All of them in clear, and the database's password by itself: for whoever has to keep them out of the log."""
        known = (self.bot_token, self.database_url, self.rasa_token, self.webhook_secret)
        clear = [secret.get_secret_value() for secret in known if secret is not None]
        return clear + [word for one in clear if "://" in one and (word := urlsplit(one).password)]


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
