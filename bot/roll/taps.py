"""What a tap about the roll means."""

from enum import StrEnum

from aiogram.filters.callback_data import CallbackData


class Format(StrEnum):
    CSV = "csv"
    XLSX = "xlsx"


class SeeRoll(CallbackData, prefix="m"):
    """How many are on the roll, and what can be done with it."""


class GiveRoll(CallbackData, prefix="mg"):
    """Send me the roll as a file."""

    format: Format


class GiveTemplate(CallbackData, prefix="mt"):
    """Send me an empty file to fill in."""


class AskNext(CallbackData, prefix="mq"):
    """Ask me about the next of those who have joined and are not in the file."""

    number: int


class Answer(CallbackData, prefix="ma"):
    number: int
    resident: int
    moved: bool


class AllStay(CallbackData, prefix="ms"):
    """Nobody of those that are left to ask about has moved away."""

    number: int


class Apply(CallbackData, prefix="my"):
    number: int


class Drop(CallbackData, prefix="mn"):
    number: int
