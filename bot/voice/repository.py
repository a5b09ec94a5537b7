"""What must be kept of voice messages: which are still to be listened to. Never the sound, never the words."""

from datetime import datetime
from typing import Protocol

from bot.voice.model import Recording


class Recordings(Protocol):
    """Those that nobody has listened to yet."""

    def keep(self, recording: Recording, at: datetime) -> None:
        """To be listened to, in place of an older one of this conversation."""

    def first(self) -> Recording | None:
        """The one that has waited longest."""

    def drop(self, recording: Recording) -> bool:
        """It waits no more; whether it did."""
