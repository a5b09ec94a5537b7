"""What somebody told: in words, by photo, by voice, by a point on the map."""

from dataclasses import dataclass

MOST_PHOTOS = 10
"""Of one concern; as many as Telegram puts into an album."""


@dataclass(frozen=True)
class Spot:
    """A location that was sent, in degrees."""

    latitude: float
    longitude: float


@dataclass(frozen=True)
class Told:
    """What was told: in words, by photos, by voice (both as Telegram's file ids)."""

    text: str = ""
    photos: tuple[str, ...] = ()
    voice: str | None = None

    def and_also(self, more: "Told") -> "Told":
        """Both together; of too many photos the newest stay, and a newer voice message takes the place of the older."""
        text = "\n".join(filter(None, (self.text, more.text)))
        return Told(text, (*self.photos, *more.photos)[-MOST_PHOTOS:], more.voice or self.voice)

    @property
    def only_voice(self) -> bool:
        """Whether there is a voice message and nothing else."""
        return self == Told(voice=self.voice)

    @property
    def says_what(self) -> bool:
        """Whether one can know from it what the matter is; a photo alone does not say."""
        return bool(self.text or self.voice)
