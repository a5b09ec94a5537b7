"""The rules of a community about what is given for what people do: exchanging points, honours, quests."""

from typing import Annotated, Literal

from pydantic import AfterValidator, Field, Strict

from bot.config.section import Days, Hour, Hours, Place, Section, growing

Price = Annotated[int, Strict(), Field(ge=1, le=1000)]
Count = Annotated[int, Strict(), Field(ge=1, le=1000)]


class RedeemingRules(Section):
    place: Place
    goods: Annotated[int, Strict(), Field(ge=1, le=500)]
    name_characters: Annotated[int, Strict(), Field(ge=5, le=40)]
    most_points: Annotated[int, Strict(), Field(ge=1, le=100_000)]
    most_of_one: Annotated[int, Strict(), Field(ge=1, le=10_000)]
    offered_prices: Annotated[tuple[Price, ...], Field(min_length=1, max_length=3), AfterValidator(growing)]
    offered_stocks: Annotated[tuple[Count, ...], Field(min_length=1, max_length=3), AfterValidator(growing)]
    offered_limits: Annotated[tuple[Count, ...], Field(min_length=1, max_length=3), AfterValidator(growing)]
    hold_days: Days
    remind_days: Days
    undo_minutes: Annotated[int, Strict(), Field(ge=1, le=24 * 60)]
    answer_days: Days


Times = Annotated[int, Strict(), Field(ge=1, le=1000)]


class QuestRules(Section):
    streak_weeks: Annotated[int, Strict(), Field(ge=2, le=52)]


class BadgeRules(Section):
    regular: Times
    sharp_eye: Times
    volunteer: Times
    sorter: Times
    learner: Times


class HonourRules(Section):
    badges: BadgeRules
    goal_percent: Annotated[int, Strict(), Field(ge=1, le=100)]
    thanks_at: Hour
    thanks_notice_hours: Hours
    thanks_names: Annotated[int, Strict(), Field(ge=1, le=300)]
    award_month: Annotated[int, Strict(), Field(ge=1, le=12)]
    nominate_days: Days
    nominations_each: Annotated[int, Strict(), Field(ge=1, le=20)]
    least_nominations: Annotated[int, Strict(), Field(ge=1, le=100)]
    shortlist: Annotated[int, Strict(), Field(ge=1, le=30)]
    way: Literal["vote", "rank"]
    vote_days: Days
    pioneers: Annotated[int, Strict(), Field(ge=1, le=30)]
