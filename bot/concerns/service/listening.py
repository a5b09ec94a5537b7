"""A voice message was listened to: its draft goes on, if it is still the one that is told."""

from bot.concerns.forms import Draft
from bot.concerns.model.events import DraftHeard
from bot.concerns.service.speaking import author
from bot.unit_of_work import UnitOfWork
from bot.voice.model import RecordingHeard


def hear(uow: UnitOfWork, event: RecordingHeard) -> None:
    """What it says is asked about. Nothing where nobody waits for it any more."""
    recording = event.recording
    place, draft = recording.place, uow.conversations.form(recording.place)
    if not isinstance(draft, Draft) or (draft.key, draft.told.voice) != (recording.key, recording.voice):
        return
    if draft.listening:
        uow.conversations.keep(place, draft.hears(event.words))
        reader = uow.residents.reader(place.telegram_id, recording.community)
        home = author(uow, reader, place).household
        uow.record(DraftHeard(place, recording.community, draft.key, home, understood=bool(event.words)))
