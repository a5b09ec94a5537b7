"""What a tap on a setting's button means."""

from aiogram.filters.callback_data import CallbackData


class SeeSection(CallbackData, prefix="sza"):
    section: str
    page: int = 0


class SeeSetting(CallbackData, prefix="szb"):
    setting: str


class ChangeSetting(CallbackData, prefix="szc"):
    setting: str


class BecomesWord(CallbackData, prefix="szd"):
    """One of the words that are offered, of a draft."""

    key: str
    word: str


class ConfirmSetting(CallbackData, prefix="sze"):
    key: str


class DropSetting(CallbackData, prefix="szf"):
    """Nothing is changed."""


class SeeChanges(CallbackData, prefix="szg"):
    """The newest."""


class ChangeBack(CallbackData, prefix="szh"):
    number: int
