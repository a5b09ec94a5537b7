"""The rules of a community about what is given for what people do: exchanging points, honours, quests."""

from typing import Annotated

from pydantic import AfterValidator, Field, Strict

from bot.config.section import Days, Place, Section, growing

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
