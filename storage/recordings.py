"""Voice messages that are still to be listened to."""

from datetime import datetime

from sqlalchemy import BigInteger, Column, Connection, ForeignKey, String, Table, delete, insert, select

from bot.kit.forms import Place
from bot.rights.model import Heading
from bot.voice.model import Recording
from storage import personal
from storage.personal import PROGRAM, Traces, gone
from storage.roll import communities
from storage.schema import Moment, metadata

recordings = Table(
    "recordings",
    metadata,
    Column("chat_id", BigInteger, primary_key=True, autoincrement=False),
    Column("telegram_id", BigInteger, primary_key=True, autoincrement=False),
    Column("community_id", ForeignKey(communities.c.id), nullable=False),
    Column("key", String(64), nullable=False),
    Column("voice", String(256), nullable=False),
    Column("language", String(8), nullable=False),
    Column("told_at", Moment, nullable=False, index=True),
)
personal.declare(
    recordings,
    Traces(
        lambda person: (recordings.c.telegram_id == person) | (recordings.c.chat_id == person),
        gone("chat_id telegram_id key voice"),
        Heading.UNFINISHED,
        "told_at",
    ),
    keep={"language": PROGRAM},
)


class SqlRecordings:
    """Implements `bot.voice.repository.Recordings`."""

    def __init__(self, connection: Connection) -> None:
        self._run = connection.execute
        self.owes = False

    def keep(self, recording: Recording, at: datetime) -> None:
        where = {"chat_id": recording.place.chat_id, "telegram_id": recording.place.telegram_id}
        self._run(delete(recordings).filter_by(**where))
        told = {"key": recording.key, "voice": recording.voice, "language": recording.language, "told_at": at}
        self._run(insert(recordings).values(**where, **told, community_id=recording.community))
        self.owes = True

    def first(self) -> Recording | None:
        row = self._run(select(recordings).order_by(recordings.c.told_at).limit(1)).first()
        if row is None:
            return None
        return Recording(Place(row.chat_id, row.telegram_id), row.community_id, row.key, row.voice, row.language)

    def drop(self, recording: Recording) -> bool:
        place = {"chat_id": recording.place.chat_id, "telegram_id": recording.place.telegram_id}
        gone = self._run(delete(recordings).filter_by(**place, voice=recording.voice).returning(recordings.c.key))
        return gone.first() is not None
