"""What has happened, for `bot/reactions.py` to act on."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Event:
    """Something that happened in a use case; named in the past tense by its feature's model."""


@dataclass(frozen=True)
class Subject:
    """Something that was about a person and that others may have on screen: their concern 12, say."""

    kind: str
    id: int


@dataclass(frozen=True)
class PersonForgotten(Event):
    """Somebody's data has been deleted; what is left of it carries no name. Any feature may have to follow."""

    subjects: tuple[Subject, ...]

    def about(self, kind: str) -> tuple[int, ...]:
        """The ids of this kind."""
        return tuple(subject.id for subject in self.subjects if subject.kind == kind)


@dataclass(frozen=True)
class AccountChanged(Event):
    """Somebody wants another language, agrees to what is kept, or does not any more."""

    telegram_id: int
