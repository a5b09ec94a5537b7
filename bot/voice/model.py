"""A voice message that is to be listened to."""

from dataclasses import dataclass

from bot.kit.events import Event
from bot.kit.forms import Place
from bot.kit.people import CommunityId, Language


@dataclass(frozen=True)
class Recording:
    """At most one for each conversation: a newer voice message takes the place of the older."""

    place: Place
    community: CommunityId
    key: str
    """Of the draft that it belongs to."""
    voice: str
    """Telegram's file id."""
    language: Language
    """In which its speaker reads; a short recording does not tell."""


@dataclass(frozen=True)
class RecordingHeard(Event):
    """It was listened to."""

    recording: Recording
    words: str
    """Empty where nothing was understood."""
