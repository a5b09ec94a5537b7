"""What becomes of a recording once it was listened to."""

from bot.unit_of_work import UnitOfWork
from bot.voice.model import Recording, RecordingHeard


def first(uow: UnitOfWork) -> Recording | None:
    """The one to listen to next."""
    return uow.recordings.first()


def heard(uow: UnitOfWork, recording: Recording, words: str) -> None:
    """It says `words`. Once for each; nothing of one in whose place there is a newer one by now."""
    if uow.recordings.drop(recording):
        uow.record(RecordingHeard(recording, words))
