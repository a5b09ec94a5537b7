"""What a tap on a calendar's buttons means. `key` is the draft's: an old button is about no newer one."""

from aiogram.filters.callback_data import CallbackData


class SeeCalendar(CallbackData, prefix="sk"):
    """On which days is it, the next one and those after it?"""


class Later(CallbackData, prefix="sl"):
    """What comes after it? In 长辈版 one on each page."""

    page: int


class SeeWorkshop(CallbackData, prefix="sq"):
    """What about this workshop: is there a seat? The attendance answers."""

    sitting: int


class CallSitting(CallbackData, prefix="sc"):
    """Let there be an extraordinary one."""


class OnDay(CallbackData, prefix="sd"):
    key: str
    day: int
    """Counted as `date.toordinal` does."""


class AtHour(CallbackData, prefix="sh"):
    key: str
    minutes: int
    """After midnight, by the clock on the wall."""


class SayAnew(CallbackData, prefix="sr"):
    """Another day or hour; or another reason."""

    key: str


class ConfirmSitting(CallbackData, prefix="sy"):
    key: str


class DropSitting(CallbackData, prefix="sx"):
    """No change after all."""

    key: str


class CallOff(CallbackData, prefix="so"):
    sitting: int


class ConfirmOff(CallbackData, prefix="sf"):
    key: str
