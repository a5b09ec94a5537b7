"""What a tap about quests means."""

from aiogram.filters.callback_data import CallbackData


class SeeQuestion(CallbackData, prefix="lq"):
    """Ask me the question of the day."""


class Answer(CallbackData, prefix="la"):
    question: int
    choice: int


class ClaimStreak(CallbackData, prefix="ls"):
    """I did something in so many weeks in a row."""


class ClaimChallenge(CallbackData, prefix="lc"):
    """My building has reached its goal, and I took part."""
