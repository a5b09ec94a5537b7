"""What earns points, within which caps: what `config.yaml` says under `community.points`."""

from typing import Annotated

from pydantic import Field, Strict

from bot.config.section import Days, Points, Section


class Earning(Section):
    worth: Points
    a_day: Points


class AwardRules(Earning):
    by_one: Points


class WatchRules(Section):
    days: Days
    pair_times: Annotated[int, Strict(), Field(ge=2, le=1000)]
    burst_times: Annotated[int, Strict(), Field(ge=2, le=1000)]
    burst_minutes: Annotated[int, Strict(), Field(ge=1, le=24 * 60)]


class PointRules(Section):
    budget: Annotated[int, Strict(), Field(ge=0, le=10_000_000)]
    goods: Annotated[int, Strict(), Field(ge=0, le=10_000_000)]
    a_day: Points
    reason_characters: Annotated[int, Strict(), Field(ge=20, le=200)]
    attending: Earning
    voting: Earning
    concern: Earning
    volunteering: Earning
    task: Earning
    sorting: Earning
    quest: Earning
    award: AwardRules
    watch: WatchRules
