"""What is told about a concern arrives, whatever people write and are called."""

import json
from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, select

from bot.concerns import own_views, taps
from bot.concerns.forms import Draft
from bot.concerns.model.concern import ConcernId
from bot.concerns.model.life import Deed, State
from bot.concerns.model.told import Told
from bot.concerns.service import author, staff, telling
from bot.config import Config
from bot.kit.forms import Place
from bot.kit.people import CommunityId, Reader
from bot.kit.words import within, words_for
from bot.playground.entities import trimmed, utf16_length
from bot.playground.html_mode import parse_html
from bot.reactions import REACTIONS
from bot.unit_of_work import UnitOfWork
from storage.database import Database
from storage.outbox import outbox
from storage.unit_of_work import SqlUnitOfWork
from tests.storage.works import NOW, never_committed
from tests.strategies import hostile

SUNSHINE = CommunityId(1)
WANG = Reader(5000001, "王秀英", elder=True, community=SUNSHINE, known=True)
CHEN = Reader(5000002, "陈建国", community=SUNSHINE, known=True)
LIN = Reader(5000005, "林芳", community=SUNSHINE, known=True)
TELEGRAMS_LONGEST = 4096


def react(uow: UnitOfWork) -> None:
    """As the town does."""
    for event in uow.events:
        for reaction in REACTIONS.get(type(event), ()):
            reaction(uow, event)


def a_day_in_the_life(
    connection: Connection, config: Config, resident: Reader, told: str, helper: str, answer: str
) -> None:
    """A concern is raised, claimed, answered, reopened, handed over, answered and solved."""
    worker = Reader(LIN.telegram_id, helper, community=SUNSHINE, known=True)

    def books() -> SqlUnitOfWork:
        return SqlUnitOfWork(connection, NOW, config.community, "https://t.me/yishi_bot")

    uow = books()
    concern = telling.raise_in_group(uow, resident, Draft("1-1").tells(Told(told))).id
    react(uow)
    deeds: list[Callable[[UnitOfWork], object]] = [
        lambda uow: staff.claim(uow, worker, concern),
        lambda uow: staff.say(uow, worker, concern, Deed.FINISH, answer),
        lambda uow: author.reopen(uow, resident, Place(1, 1), concern),
        lambda uow: staff.hand_over(uow, worker, concern),
        lambda uow: staff.say(uow, worker, concern, Deed.FINISH, answer),
        lambda uow: author.confirm(uow, resident, concern),
    ]
    for deed in deeds:
        uow = books()
        deed(uow)
        react(uow)


def owed(connection: Connection) -> list[tuple[int, str]]:
    """Chat and text of all that is owed. Raises where Telegram would refuse it."""
    rows = connection.execute(select(outbox.c.chat_id, outbox.c.params).order_by(outbox.c.id))
    return [(chat, _shown(json.loads(params)["text"])) for chat, params in rows]


def _shown(text: str) -> str:
    shown = trimmed(parse_html(text)).text
    assert 1 <= utf16_length(shown) <= TELEGRAMS_LONGEST
    return shown


def read_on(uow: SqlUnitOfWork, reader: Reader, name: str) -> list[str]:
    """What was said last, page by page, as 接着看 shows it."""
    finished = max(line.id for line in uow.concerns.lines(ConcernId(1)) if line.deed is Deed.FINISH)
    concern, line, _ = staff.line(uow, reader, finished)
    concern, pages = replace(concern, state=State.DONE), list[str]()
    while True:
        shown = own_views.said(words_for(reader, uow.settings.zone), concern, line, name, len(pages))
        pages.append(_shown(shown.text))
        if not any(isinstance(choice.tap, taps.ReadOn) for row in shown.rows for choice in row):
            return pages


def parts_of(answer: str, texts: Sequence[str]) -> bool:
    """Whether the answer is in the texts, from the first sign to the last."""
    return "".join(answer.split()) in "".join("".join(texts).split())


@pytest.mark.parametrize(("author", "most"), [(WANG, 300), (CHEN, 4096)], ids=["elder", "ordinary"])
@given(data=st.data())
@settings(max_examples=8)
def test_everything_that_is_owed_arrives_and_answers_arrive_whole(
    uncommitted: Database, config: Config, author: Reader, most: int, data: st.DataObject
) -> None:
    told, helper = data.draw(hostile(600)), data.draw(hostile(128))
    answer = data.draw(hostile(most).map(lambda text: within(text, TELEGRAMS_LONGEST)))
    with never_committed(uncommitted) as connection:
        a_day_in_the_life(connection, config, author, told, helper, answer)
        texts = [text for chat, text in owed(connection) if chat == author.telegram_id]
        pages = read_on(SqlUnitOfWork(connection, NOW, config.community, ""), author, helper)
    assert pages[0] in texts
    assert parts_of(answer, pages)
    assert pages[-1].endswith("解决了吗？")
