"""Whether voice messages are listened to here."""


class OpenEars:
    """Implements `bot.kit.ears.Ears`. `longest` is in seconds; 0 where nothing is there that could listen."""

    def __init__(self, longest: int) -> None:
        self._longest = longest

    def hears(self, seconds: int) -> bool:
        return seconds <= self._longest
