"""Who wrote, where, what was open there, and whether it was handled: one query, for it is asked of each update."""

from typing import Any

from sqlalchemy import BindParameter, Connection, Select, and_, bindparam, literal, select

from bot.kit.forms import Form, Place
from bot.kit.people import CommunityId
from bot.kit.town import UpdateKey
from bot.residents.model import Account, Met
from storage.conversations import conversations
from storage.groups import groups
from storage.prepared import Prepared
from storage.roll import accounts
from storage.updates import updates


def _asked() -> Select[Any]:
    person: BindParameter[int] = bindparam("person")
    chat: BindParameter[int] = bindparam("chat")
    one = select(literal(1).label("one")).subquery()
    here = and_(conversations.c.chat_id == chat, conversations.c.telegram_id == person)
    this = and_(updates.c.bot_id == bindparam("bot"), updates.c.update_id == bindparam("update"))
    known = (
        one.outerjoin(accounts, accounts.c.telegram_id == person)
        .outerjoin(groups, groups.c.chat_id == chat)
        .outerjoin(conversations, here)
        .outerjoin(updates, this)
    )
    columns = (accounts, groups.c.community_id.label("group_of"), conversations.c.form, conversations.c.answers)
    return select(*columns, updates.c.update_id).select_from(known)


ASKED = Prepared(_asked())


def met(connection: Connection, place: Place, key: UpdateKey) -> Met:
    which = {"person": place.telegram_id, "chat": place.chat_id, "bot": key.bot_id, "update": key.update_id}
    row = ASKED.first(connection, which)
    assert row is not None  # noqa: S101 - it is joined to one that is always there
    account = None
    if row["telegram_id"] is not None:
        whose = None if row["community_id"] is None else CommunityId(row["community_id"])
        name, language, elder, consent = (row[one] for one in ("name", "language", "elder", "consent_version"))
        account = Account(row["telegram_id"], name, language, elder, whose, consent)
    form = Form.load(row["form"], row["answers"]) if row["form"] is not None else None
    return Met(account, row["group_of"], form, row["update_id"] is not None)
