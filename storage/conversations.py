"""Half-filled forms."""

from sqlalchemy import BigInteger, Column, Connection, String, Table, Text, delete, insert, select

from bot.kit.forms import Form, Place
from bot.rights.model import Heading
from storage import personal
from storage.personal import PROGRAM, Traces, gone
from storage.schema import metadata

conversations = Table(
    "conversations",
    metadata,
    Column("chat_id", BigInteger, primary_key=True, autoincrement=False),
    Column("telegram_id", BigInteger, primary_key=True, autoincrement=False),
    Column("form", String(32), nullable=False),
    Column("answers", Text, nullable=False),
)
personal.declare(
    conversations,
    Traces(
        lambda person: (conversations.c.telegram_id == person) | (conversations.c.chat_id == person),
        gone("chat_id telegram_id answers"),
        Heading.UNFINISHED,
        "form",
    ),
    keep={"form": PROGRAM},
)


class SqlConversations:
    """Implements `bot.kit.forms.Conversations`."""

    def __init__(self, connection: Connection) -> None:
        self._run = connection.execute

    def form(self, place: Place) -> Form | None:
        row = self._run(select(conversations).filter_by(chat_id=place.chat_id, telegram_id=place.telegram_id)).first()
        return Form.load(row.form, row.answers) if row else None

    def keep(self, place: Place, form: Form | None) -> None:
        where = {"chat_id": place.chat_id, "telegram_id": place.telegram_id}
        self._run(delete(conversations).filter_by(**where))
        if form is not None:
            self._run(insert(conversations).values(**where, form=form.name, answers=form.dump()))
