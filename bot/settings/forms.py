"""What is half said of a change."""

from dataclasses import dataclass, replace
from typing import Self

from bot.config.changing import Written
from bot.kit.forms import Form


@dataclass(frozen=True)
class SettingDraft(Form):
    """`key` becomes the change's, `old` is what it was when it was asked."""

    name = "setting"
    key: str
    setting: str
    old: Written
    new: Written | None = None
    reason: str = ""

    def becomes(self, new: Written) -> Self:
        return replace(self, new=new)

    def because(self, reason: str) -> Self:
        return replace(self, reason=reason)
