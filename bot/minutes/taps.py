"""What a tap on the buttons of minutes means. `key` is the draft's: an old button is about no newer one."""

from aiogram.filters.callback_data import CallbackData


class ReadMinutes(CallbackData, prefix="zr"):
    """Of this sitting; a long text page by page."""

    sitting: int
    page: int = 0


class PrintMinutes(CallbackData, prefix="zp"):
    """As a sheet of paper, for the notice board."""

    sitting: int


class ApproveMinutes(CallbackData, prefix="za"):
    """They are right as this revision reads."""

    sitting: int
    revision: int


class AddNote(CallbackData, prefix="zn"):
    """The chair has something to say beside the record. In a group the button opens the draft in private."""

    sitting: int

    @property
    def door(self) -> str:
        return f"minutes-{self.sitting}"


class WriteErratum(CallbackData, prefix="ze"):
    """Something is wrong in them. In a group the button opens the private chat."""

    sitting: int

    @property
    def door(self) -> str:
        return f"erratum-{self.sitting}"


class AcceptErratum(CallbackData, prefix="zy"):
    erratum: int


class DeclineErratum(CallbackData, prefix="zd"):
    erratum: int


class HandIn(CallbackData, prefix="zh"):
    """It is right as it was read back."""

    key: str


class SayAnew(CallbackData, prefix="zw"):
    key: str


class DropWords(CallbackData, prefix="zx"):
    """Nothing after all."""

    key: str
