"""What a tap about money saved or raised means."""

from typing import ClassVar

from aiogram.filters.callback_data import CallbackData

from bot.kit.screens import Door
from bot.savings.model import Kind


class SeeSavings(Door, CallbackData, prefix="mns"):
    """The ledger, page by page."""

    door: ClassVar[str] = "savings"
    page: int = 0


class SeeSaving(CallbackData, prefix="mne"):
    number: int
    page: int = 0


class SeeProof(CallbackData, prefix="mnp"):
    number: int
    which: int
    page: int = 0


class AskSaving(CallbackData, prefix="mnk"):
    """Saved, or raised?"""


class EnterSaving(CallbackData, prefix="mnn"):
    kind: Kind


class ProveSaving(CallbackData, prefix="mna"):
    number: int


class StrikeSaving(CallbackData, prefix="mnx"):
    number: int


class ProveLater(CallbackData, prefix="mnl"):
    key: str


class HandMoneyIn(CallbackData, prefix="mnh"):
    key: str


class DropMoney(CallbackData, prefix="mnd"):
    key: str
