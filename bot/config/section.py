"""What a section of `config.yaml` is made of."""

import re
from datetime import time
from typing import Annotated, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, Strict, StringConstraints

Hours = Annotated[int, Strict(), Field(ge=1, le=24 * 30)]
Days = Annotated[int, Strict(), Field(ge=1, le=365)]
Points = Annotated[int, Strict(), Field(ge=0, le=1000)]
Seconds = Annotated[float, Strict(), Field(gt=0, le=24 * 3600)]
Place = Annotated[str, Strict(), StringConstraints(strip_whitespace=True, min_length=1, max_length=30)]


def _written_hour(value: object) -> object:
    """YAML reads 19:00 without quotes as 1140, which pydantic would take for 19 minutes after midnight."""
    if not isinstance(value, str) or not re.fullmatch(r"\d\d:\d\d", value):
        raise ValueError('an hour is written in quotes, for example "19:00"')
    return value


Hour = Annotated[time, BeforeValidator(_written_hour)]


T = TypeVar("T", int, time)


def growing(numbers: tuple[T, ...]) -> tuple[T, ...]:
    """As they are; ValueError where one is not larger than the one before."""
    if list(numbers) != sorted(set(numbers)):
        raise ValueError("each one is larger than the one before")
    return numbers


class Section(BaseModel):
    """A part of the file: nothing unknown, nothing changed later."""

    model_config = ConfigDict(extra="forbid", frozen=True)
