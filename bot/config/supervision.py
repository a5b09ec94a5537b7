"""What supervisors ask, and their months: sections of a community."""

from typing import Annotated

from pydantic import Field, Strict

from bot.config.section import Days, Hour, Section


class InquiryRules(Section):
    answer_days: Annotated[int, Strict(), Field(ge=1, le=60)]
    remind_days: Annotated[int, Strict(), Field(ge=0, le=59)]
    characters: Annotated[int, Strict(), Field(ge=50, le=1000)]


class OversightRules(Section):
    at: Hour
    minutes_days: Days
    item_days: Days
    note_characters: Annotated[int, Strict(), Field(ge=50, le=2000)]
