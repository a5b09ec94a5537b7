"""The rules of a community: what `config.yaml` says under `community`."""

import re
from datetime import date
from fractions import Fraction
from typing import Annotated, Literal, get_args
from zoneinfo import ZoneInfo, available_timezones

from pydantic import AfterValidator, BeforeValidator, Field, Strict

from bot.config.points import PointRules
from bot.config.rewards import HonourRules, QuestRules, RedeemingRules
from bot.config.section import Days, Hour, Hours, Place, Section, growing
from bot.config.supervision import InquiryRules, OversightRules


def _known_zone(name: str) -> str:
    if name not in available_timezones():
        raise ValueError("no such time zone; for example Asia/Shanghai")
    return name


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


Minutes = Annotated[int, Strict(), Field(ge=1, le=120)]
Percent = Annotated[int, Strict(), Field(ge=1, le=100)]
Percents = tuple[Annotated[int, Strict(), Field(ge=1, le=99)], ...]


class Response(Section):
    first_hours: Hours
    plan_days: Days
    alert_percent: Annotated[Percents, Field(max_length=4), AfterValidator(growing)]
    promise_days: Annotated[tuple[Days, ...], Field(min_length=1, max_length=4), AfterValidator(growing)]
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
    every_weeks: Annotated[int, Strict(), Field(ge=1, le=2)]
    counted_from: Annotated[date, Strict()]
    place: Place
    holidays: Literal["china", "none"]
    on_holiday: Literal["skip", "next_week", "day_before", "hold"]
    weeks_ahead: Annotated[int, Strict(), Field(ge=3, le=12)]
    called_days_ahead: Days
    reason_characters: Annotated[int, Strict(), Field(ge=10, le=200)]
    preview_days: Days


class WorkshopRules(Section):
    week: Annotated[int, Strict(), Field(ge=0, le=4)]
    weekday: Weekday
    starts: Hour
    place: Place
    seats: Annotated[int, Strict(), Field(ge=1, le=500)]


class AgendaRules(Section):
    supporters: Annotated[int, Strict(), Field(ge=1, le=100)]
    title_characters: Annotated[int, Strict(), Field(ge=10, le=40)]
    text_characters: Annotated[int, Strict(), Field(ge=50, le=500)]
    point_characters: Annotated[int, Strict(), Field(ge=50, le=200)]
    wording_characters: Annotated[int, Strict(), Field(ge=50, le=1000)]
    papers: Annotated[int, Strict(), Field(ge=1, le=20)]
    deliberation_days: Days
    objection_days: Annotated[int, Strict(), Field(ge=3, le=7)]
    owners_notice_days: Days
    lock_hours: Annotated[int, Strict(), Field(ge=1, le=24)]
    planned_minutes: Annotated[tuple[Minutes, ...], Field(min_length=1, max_length=4), AfterValidator(growing)]


def _proper_fraction(written: str) -> str:
    if not re.fullmatch(r"[1-9]\d?/[1-9]\d?", written) or Fraction(written) >= 1:
        raise ValueError('a fraction below one, in quotes, for example "1/2"')
    return written


def _more_than_half(written: str) -> str:
    if Fraction(written) <= Fraction(1, 2):
        raise ValueError('more than half, for example "2/3"')
    return written


class AttendanceRules(Section):
    quorum: Annotated[str, Strict(), AfterValidator(_proper_fraction)]
    least_residents: Annotated[int, Strict(), Field(ge=1, le=1000)]
    reminder_hours: Annotated[tuple[Hours, ...], Field(min_length=1, max_length=4)]
    shortfall_hours: Hours


class FloorRules(Section):
    opens_hours_before: Annotated[int, Strict(), Field(ge=1, le=12)]
    opens_minutes_before: Minutes
    code_tries: Annotated[int, Strict(), Field(ge=1, le=20)]
    turn_seconds: Annotated[int, Strict(), Field(ge=30, le=600)]
    elder_turn_seconds: Annotated[int, Strict(), Field(ge=30, le=900)]
    turns: Annotated[int, Strict(), Field(ge=1, le=5)]
    adjourn_minutes_after: Minutes


class MinutesRules(Section):
    publish_hours: Hours
    note_characters: Annotated[int, Strict(), Field(ge=50, le=500)]
    correction_days: Days
    correction_characters: Annotated[int, Strict(), Field(ge=50, le=300)]


class VoteRules(Section):
    days: Annotated[tuple[Days, ...], Field(min_length=1, max_length=4), AfterValidator(growing)]
    closes: Hour
    longest_days: Days
    reminder_hours: Annotated[tuple[Hours, ...], Field(min_length=1, max_length=4)]
    quorum: Annotated[str, Strict(), AfterValidator(_proper_fraction)]
    charter_majority: Annotated[str, Strict(), AfterValidator(_proper_fraction), AfterValidator(_more_than_half)]
    least_shown: Annotated[int, Strict(), Field(ge=2, le=100)]
    card_seconds: Annotated[int, Strict(), Field(ge=3, le=60)]
    reason_characters: Annotated[int, Strict(), Field(ge=10, le=200)]


class QuietHours(Section):
    starts: Annotated[Hour, Field(alias="from")]
    until: Hour


class Coverage(Section):
    least: Annotated[int, Field(ge=2, le=100)]


class ReportRules(Section):
    overdue_at: Hour
    overdue_shown: Annotated[int, Strict(), Field(ge=1, le=20)]
    digest_weekday: Weekday
    digest_at: Hour
    top_ten_at: Hour
    participation_target: Percent
    resolution_target: Percent
    concentration_percent: Percent


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


class AnnouncementRules(Section):
    characters: Annotated[int, Strict(), Field(ge=100, le=1500)]
    hours: Annotated[tuple[Hour, ...], Field(min_length=1, max_length=4), AfterValidator(growing)]


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
    workshops: WorkshopRules
    agenda: AgendaRules
    attendance: AttendanceRules
    floor: FloorRules
    minutes: MinutesRules
    votes: VoteRules
    quiet_hours: QuietHours
    points: PointRules
    coverage: Coverage
    reports: ReportRules
    residents: ResidentRules
    wishes: WishRules
    inbox: InboxRules
    redeeming: RedeemingRules
    honours: HonourRules
    quests: QuestRules
    inquiries: InquiryRules
    oversight: OversightRules
    rights: RightsRules
    roll: RollRules
    roles: RoleRules
    announcements: AnnouncementRules

    @property
    def zone(self) -> ZoneInfo:
        """The community's time zone."""
        return ZoneInfo(self.timezone)
