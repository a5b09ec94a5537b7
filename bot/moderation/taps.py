"""What a tap about calm in the group means."""

from aiogram.filters.callback_data import CallbackData

from bot.moderation.model import Kind


class Take(CallbackData, prefix="mdt"):
    """What of a measure has been said; what has not (0) is asked. `key` names the message that it is about."""

    kind: Kind
    pace: int = 0
    minutes: int = 0
    rule: int = 0
    key: str = ""


class SeeMeasures(CallbackData, prefix="mdm"):
    page: int = 0


class SeeMeasure(CallbackData, prefix="mds"):
    measure: int


class Undo(CallbackData, prefix="mdu"):
    measure: int


class SeeRules(CallbackData, prefix="mdr"):
    page: int = 0
