"""What a tap about reports means. Days are written 20261005."""

from datetime import date
from enum import StrEnum
from typing import ClassVar

from aiogram.filters.callback_data import CallbackData

from bot.kit.screens import Door
from bot.review.model.days import LONGEST, Days, NotDays


class Chart(StrEnum):
    """What has a picture, and a table behind it; one letter in a button."""

    FIGURES = "f"
    TOOK = "t"
    PEAKS = "p"


class AskReport(Door, CallbackData, prefix="rva"):
    """Which days? In 长辈版 this page of the choices."""

    door: ClassVar[str] = "reports"
    page: int = 0


class WriteDays(CallbackData, prefix="rvw"):
    """They are going to be written."""


class SeeReport(CallbackData, prefix="rvs"):
    """Its picture and its words."""

    first: int
    last: int


class SeeWords(CallbackData, prefix="rvp"):
    """Another page of the words."""

    first: int
    last: int
    page: int


class SeeChart(CallbackData, prefix="rvd"):
    first: int
    last: int
    chart: Chart


class FetchTable(CallbackData, prefix="rvt"):
    """The numbers behind a picture."""

    first: int
    last: int
    chart: Chart


class FetchBook(CallbackData, prefix="rvx"):
    """All of them, for a spreadsheet."""

    first: int
    last: int


class FetchSheet(CallbackData, prefix="rvf"):
    """On paper, for the notice board."""

    first: int
    last: int


def days_of(tap: SeeReport | SeeWords | SeeChart | FetchTable | FetchBook | FetchSheet) -> Days:
    """Raises `NotDays` for a made-up button's."""
    return Days(_read(tap.first), _read(tap.last))


def written(day: date) -> int:
    return day.year * 10_000 + day.month * 100 + day.day


def _read(number: int) -> date:
    try:
        return date(number // 10_000, number // 100 % 100, number % 100)
    except ValueError:
        raise NotDays(LONGEST) from None
