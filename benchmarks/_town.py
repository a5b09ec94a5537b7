"""阳光社区 with as many people as a benchmark needs, and what they do, as Telegram would tell it."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import yaml
from sqlalchemy import Connection, insert, select, update

from benchmarks import ROOT, shipped
from benchmarks._bots import Update
from bot.agenda.model.item import Item, ItemId, Scope, freeze
from bot.agenda.model.steps import Step
from bot.booth.taps import CastHere
from bot.concerns.taps import Confirm
from bot.floor.model.session import Session
from bot.floor.model.treated import Treated
from bot.kit.clock import SystemClock
from bot.kit.home import SeePoints, SeePreview
from bot.kit.people import CommunityId, Reader
from bot.kit.screens import GoHome
from bot.reactions import REACTIONS
from bot.residents.model import CONSENT_VERSION
from bot.sittings.model.sitting import Sitting, SittingId
from bot.sunshine import GROUP, open_sunshine
from bot.town import OpenTown
from bot.unit_of_work import UnitOfWork
from bot.votes.model.roll import Origin
from bot.votes.model.rule import Base, Electorate, Hurdle, Kind, Rule
from bot.votes.model.share import more_than
from bot.votes.model.vote import Motion, Secrecy, Vote
from bot.votes.service import opening
from storage.database import Database
from storage.roll import accounts, residents
from storage.vote_tables import entries

FIRST = 7_000_001
"""Telegram id of the first resident who is not of the cast."""
SUNSHINE = CommunityId(1)
CHAIR = Reader(5000005, "林芳", community=SUNSHINE, known=True)
BALLOT_BYTES = 60
CHUNK = 50_000
TROUBLES = (
    "路灯不亮", "电梯有异响", "门禁刷不开", "水管漏水", "垃圾桶满了",
    "健身器材松动", "下水道堵了", "围栏断了", "信箱打不开", "窗户关不上",
    "地砖翘起来", "树枝挡住路", "充电桩没电", "雨棚滴水", "楼道堆纸箱",
    "对讲机没声音", "扶手生锈", "井盖晃动", "草坪积水", "监控黑屏",
    "消防栓缺件", "楼顶渗水", "暖气不热", "快递柜故障", "长椅掉漆",
    "滑梯裂缝", "广告乱贴", "狗粪没人扫", "半夜放音乐", "油烟呛人",
    "车位被占", "石墩挡道", "煤气味很重", "电线垂下来", "墙皮脱落",
    "蚊子特别多", "积雪没扫", "晾衣绳断了", "花坛塌了", "防盗门变形",
    "水压太小", "电表跳闸", "装修太吵", "天花板发霉", "自行车棚漏雨",
    "喇叭失灵", "指示牌歪了", "减速带翘边", "公厕没水", "化粪池溢出",
)  # fmt: skip
"""So many that nobody is offered a neighbour's concern as the same."""
_numbers = count(1)


async def settle(database: Database, people: int) -> Vote:
    """Found the community, have so many more adults join it, and open a secret vote of them all."""
    database.upgrade()
    with database.books(shipped().community, "https://t.me/yishi_bot") as books:
        town = OpenTown(books, SystemClock(), REACTIONS)
        await town.do(open_sunshine)
        engine = database.engine()
        for start in range(0, people, CHUNK):
            with engine.begin() as connection:
                _join(connection, range(FIRST + start, FIRST + min(start + CHUNK, people)))
        engine.dispose()
        return await town.do(_open_vote)


def config_in(folder: Path, **sections: dict[str, object]) -> Path:
    """The configuration that ships, with some sections changed, in `folder`."""
    shipped_sections = yaml.safe_load((ROOT / "config.yaml").read_text(encoding="utf-8"))
    changed = {name: section | sections.get(name, {}) for name, section in shipped_sections.items()}
    path = folder / "config.yaml"
    path.write_text(yaml.safe_dump(changed, allow_unicode=True), encoding="utf-8")
    return path


def stuff(database: Database, most: int) -> None:
    """So many have voted before. Nobody opens these ballots."""
    engine = database.engine()
    last = select(entries.c.id).where(entries.c.origin.is_(None)).order_by(entries.c.id.desc()).limit(most)
    with engine.begin() as connection:
        cast = update(entries).where(entries.c.id.in_(last))
        connection.execute(cast.values(origin=Origin.CHAT, sealed=bytes(BALLOT_BYTES)))
    engine.dispose()


def said(people: Iterable[int], text: str) -> Sequence[Update]:
    """Each says this in their private chat."""
    return [_update(message=_message(one, _private(one), text=text)) for one in people]


def tells(people: Sequence[int], turn: int) -> Sequence[Update]:
    """Each another trouble at another place; another one each turn."""
    each = len(TROUBLES) // 5
    texts = [
        f"{place % 20 + 1}号楼{place // 20 % 3 + 1}单元的{TROUBLES[turn % 5 * each + place // 60 % each]}"
        for place in range(len(people))
    ]
    return [update for one, text in zip(people, texts, strict=True) for update in said([one], text)]


def goes_home(people: Iterable[int]) -> Sequence[Update]:
    return [_tapped(one, GoHome().pack()) for one in people]


def sees_agenda(people: Iterable[int]) -> Sequence[Update]:
    return [_tapped(one, SeePreview().pack()) for one in people]


def sees_points(people: Iterable[int]) -> Sequence[Update]:
    return [_tapped(one, SeePoints().pack()) for one in people]


def casts(people: Iterable[int], vote: Vote) -> Sequence[Update]:
    """One tap on the group's card."""
    group: dict[str, object] = {"id": GROUP, "type": "supergroup", "title": "阳光社区"}
    return [_tapped(one, CastHere(vote=vote.id, marks="a").pack(), group) for one in people]


def confirms(buttons: Iterable[tuple[int, str]]) -> Sequence[Update]:
    """Each taps the first button that they were shown last, where it takes a concern on."""
    return [_tapped(one, data) for one, data in buttons if data.partition(":")[0] == Confirm.__prefix__]


def _update(**kind: object) -> Update:
    return {"update_id": next(_numbers), **kind}


def _private(one: int) -> dict[str, object]:
    return {"id": one, "type": "private", "first_name": "居民"}


def _person(one: int) -> dict[str, object]:
    return {"id": one, "is_bot": False, "first_name": "居民", "language_code": "zh-hans"}


def _message(one: int, chat: dict[str, object], **more: object) -> dict[str, object]:
    return {"message_id": next(_numbers), "date": 1764500000, "from": _person(one), "chat": chat, **more}


def _tapped(one: int, data: str, chat: dict[str, object] | None = None) -> Update:
    under = _message(one, chat or _private(one), text="要做什么？")
    tap = {"id": str(next(_numbers)), "from": _person(one), "message": under, "chat_instance": "1", "data": data}
    return _update(callback_query=tap)


def _join(connection: Connection, ids: Sequence[int]) -> None:
    home = {"community_id": 1, "household_id": 1, "name": "居民", "age_band": "middle"}
    connection.execute(insert(residents), [home | {"telegram_id": one} for one in ids])
    known = {"name": "居民", "language": "zh", "elder": False, "community_id": 1, "consent_version": CONSENT_VERSION,
             "changed_at": datetime.now(UTC)}  # fmt: skip
    connection.execute(insert(accounts), [known | {"telegram_id": one} for one in ids])


def _open_vote(uow: UnitOfWork) -> Vote:
    """Of all residents, secret, opened at a sitting that runs."""
    called = Sitting(SittingId(0), SUNSHINE, "bench", uow.now, CHAIR.telegram_id, uow.now)
    sitting = uow.sittings.add(called)
    told = ("换路灯", "3号楼", "太暗", "换上")
    new = Item(ItemId(0), SUNSHINE, 0, "bench", CHAIR.telegram_id, *told, uow.now, Step.REVIEWING, uow.now)
    item, wording = freeze(
        uow.agenda.add(replace(new, scope=Scope.RESIDENTS)), "同意换路灯。", uow.now, CHAIR.telegram_id
    )
    uow.agenda.keep_wording(wording)
    uow.agenda.save(replace(item.scheduled(sitting.id, 1, 10), step=Step.RESOLVING))
    uow.floor.begin(Session(sitting.id, SUNSHINE, uow.now, CHAIR.telegram_id, "0815"))
    uow.floor.treat(Treated(sitting.id, item.id, 1, uow.now, CHAIR.telegram_id, voted=True))
    threshold = Hurdle(Base.CAST_WITHOUT_ABSTENTIONS, more_than("1/2"))
    rule = Rule(Electorate.RESIDENTS, Kind.YES_NO, threshold)
    motion = Motion(item.id, rule, Secrecy.DETACHED, uow.now + timedelta(days=14))
    return opening.open_vote(uow, CHAIR, "bench", motion)
