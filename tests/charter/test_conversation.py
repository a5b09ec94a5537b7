"""The charter as residents meet it: read it, change it by a vote of all households, and by nothing else (row R102)."""

from collections.abc import Callable
from datetime import timedelta
from functools import partial

import pytest

from bot.agenda.model.item import Scope
from bot.charter import service
from bot.charter.model import CharterBinds, SharedRules, Version, values_of
from bot.config import Config
from bot.floor.model.refusals import CharterByBallot
from bot.floor.service.counting import begin as count_hands
from bot.kit.forms import Place
from bot.kit.people import CommunityId
from bot.unit_of_work import UnitOfWork
from bot.votes.model.any_rule import AnyRule
from bot.votes.model.matters import of_charter
from bot.votes.model.refusals import BelowCharterMajority
from bot.votes.model.roll import EntryId, Origin
from bot.votes.model.rule import NO, YES, Base, Electorate, Hurdle, Kind, Rule
from bot.votes.model.share import at_least, more_than
from bot.votes.model.vote import Motion, Secrecy, Vote
from bot.votes.service import opening
from storage.database import Database
from tests.databases import sql
from tests.neighbours import Clock, Look, Neighbourhood, Someone
from tests.outcomes.ended import group_reads, until
from tests.outcomes.test_notice import decides, objects
from tests.rights.test_deletion import read_to_the_end
from tests.votes.hall import CHAIR, EVENING, SECOND, SEVEN, SUNDAY, put_on_floor

END = SUNDAY + timedelta(days=5)
THURSDAY = "同意议事日改到星期四，上班的人赶得上。\n章程：议事日改为星期四"


def begin(words: str, rule: AnyRule | None = None) -> Callable[[UnitOfWork], Vote]:
    def open_it(uow: UnitOfWork) -> Vote:
        item = put_on_floor(uow, Scope.CHARTER, words)
        asked = rule or of_charter(uow.settings.votes)
        return opening.open_vote(uow, CHAIR, f"charter-{item.id}", Motion(item.id, asked, Secrecy.DETACHED, SUNDAY))

    return open_it


async def decided(town: Neighbourhood, clock: Clock, look: Look, yes: int, no: int, words: str = THURSDAY) -> Vote:
    """On Wednesday it is opened, and so many households cast; on Sunday it is over."""
    await until(clock, SEVEN)
    vote: Vote = await town.running.town.do(begin(words))
    entries = [entry for (entry,) in look("SELECT id FROM vote_entries ORDER BY id")]

    def put(uow: UnitOfWork) -> None:
        for entry, choice in zip(entries, [YES] * yes + [NO] * no, strict=False):
            uow.ballots.put(vote, EntryId(entry), (choice,), f"key-{entry}", Origin.CHAT)

    await town.running.town.do(put)
    await town.settles()
    card = next(call["params"]["text"] for call in await town.log("sendMessage") if "投票1" in str(call["params"]))
    assert "按章程第1版投票。" in card
    await until(clock, SUNDAY)
    return vote


async def test_an_older_resident_reads_it_by_taps(elder: Someone) -> None:
    await elder.says("看预告")
    await elder.taps("更多")
    while "看章程" not in (await elder.buttons())[:4]:
        await elder.taps("看更多")
    await elder.taps("看章程")
    read = await read_to_the_end(elder)
    assert "我们的章程，第1版。" in read
    assert "1、每周星期三是议事日。" in read
    assert "投出的票里至少2/3同意" in read
    assert "第1版：11月25日 星期三，一开始就有的。" in read


async def test_by_command_and_from_how_it_works(liaison: Someone, elder: Someone) -> None:
    await liaison.says("/charter")
    assert "每次开会前7天公布议题。" in await liaison.reads()
    await liaison.says("怎么用")
    await liaison.taps("看章程")
    assert "决定公示5天，谁都可以提异议。" in await liaison.reads()
    await elder.says("怎么用")
    await elder.taps("看更多")
    await elder.taps("看章程")
    assert "我们的章程，第1版。" in await elder.reads()


async def test_an_amendment_holds_from_the_second_in_which_its_resolution_is_final(
    town: Neighbourhood, clock: Clock, liaison: Someone, look: Look
) -> None:
    vote = await decided(town, clock, look, 400, 200)
    await until(clock, END - SECOND)
    assert look("SELECT count(*) FROM charters") == [(1,)]
    await clock.passes(seconds=1)
    assert look("SELECT number, vote_id FROM charters ORDER BY number") == [(1, None), (2, vote.id)]
    said = await group_reads(town, liaison, "章程改好了")
    assert said == "章程改好了：第2版从12月11日 星期五起生效，依据是第1号决议。已经定下的议事日照常。"
    await liaison.says("/charter")
    read = await liaison.reads()
    assert "每周星期四是议事日。" in read
    assert f"按第1号决议写进来的：{THURSDAY}" in read
    assert "第2版：12月11日 星期五起，按第1号决议。" in read
    settings = await town.running.town.ask(lambda uow: uow.settings)
    assert settings.sittings.weekday == "thursday"
    assert look("SELECT charter FROM votes") == [(1,)]
    newest = await town.running.town.ask(lambda uow: uow.charters.newest(vote.community))
    assert newest == 2, "which the next vote names"


@pytest.mark.parametrize(("yes", "no", "outcome"), [(400, 200, "carried"), (399, 201, "lost"), (399, 200, "no_quorum")])
async def test_two_thirds_of_all_ballots_exactly_are_enough(
    town: Neighbourhood, clock: Clock, look: Look, yes: int, no: int, outcome: str
) -> None:
    await decided(town, clock, look, yes, no)
    assert look("SELECT outcome FROM votes") == [(outcome,)]


async def test_an_upheld_objection_leaves_the_charter_as_it_is(
    town: Neighbourhood, clock: Clock, liaison: Someone, moderator: Someone, look: Look
) -> None:
    await decided(town, clock, look, 500, 100)
    await objects(liaison)
    await decides(moderator, "采纳第1条", "二单元确实没收到通知")
    await until(clock, END)
    assert look("SELECT number FROM charters") == [(1,)]


HALF = Hurdle(Base.ENTITLED, at_least("1/2"))
TWO_THIRDS = Hurdle(Base.CAST, at_least("2/3"))
BELOW = [
    Rule(Electorate.HOUSEHOLDS, Kind.YES_NO, Hurdle(Base.CAST, more_than("1/2")), HALF),
    Rule(Electorate.HOUSEHOLDS, Kind.YES_NO, Hurdle(Base.CAST_WITHOUT_ABSTENTIONS, at_least("2/3")), HALF),
    Rule(Electorate.HOUSEHOLDS, Kind.YES_NO, TWO_THIRDS),
    Rule(Electorate.HOUSEHOLDS, Kind.YES_NO, TWO_THIRDS, Hurdle(Base.ENTITLED, at_least("1/3"))),
    Rule(Electorate.COUNCIL, Kind.YES_NO, TWO_THIRDS, HALF),
    Rule(Electorate.HOUSEHOLDS, Kind.YES_NO, TWO_THIRDS, HALF, building=3),
]


@pytest.mark.parametrize("rule", BELOW)
async def test_a_rule_below_it_opens_no_vote(town: Neighbourhood, clock: Clock, rule: AnyRule) -> None:
    await until(clock, SEVEN)
    with pytest.raises(BelowCharterMajority):
        await town.running.town.do(begin(THURSDAY, rule))


async def test_no_hands_change_it(town: Neighbourhood, clock: Clock) -> None:
    await until(clock, SEVEN)
    item = await town.running.town.do(partial(put_on_floor, scope=Scope.CHARTER, words=THURSDAY))
    with pytest.raises(CharterByBallot):
        await town.running.town.do(count_hands, None, CHAIR, Place(1, 1), "k", EVENING, item.id)


@pytest.mark.usefixtures("town")
async def test_the_books_refuse_a_version_without_a_resolution(database: Database) -> None:
    with pytest.raises(Exception, match="ck_charters_resolved"), sql(database) as run:
        run(
            "INSERT INTO charters (community_id, number, rules, words, at) "
            "VALUES (1, 2, '{}', '议事日取消。', '2026-12-01 00:00:00')"
        )


async def test_a_start_with_another_weekday_is_refused_aloud(town: Neighbourhood, config: Config) -> None:
    """R102: delete the Wednesday job without amending the charter → refused."""
    friday = config.community.sittings.model_copy(update={"weekday": "friday"})
    changed = config.community.model_copy(update={"sittings": friday})
    with pytest.raises(CharterBinds, match=r"sittings.weekday: friday; version 1 of the charter says wednesday"):
        await town.running.town.do(service.stand, None, changed)


async def test_communities_that_share_their_numbers_change_none(town: Neighbourhood, clock: Clock) -> None:
    await until(clock, SEVEN)
    await town.running.town.do(lambda uow: uow.residents.found("月光社区", uow.now))
    with pytest.raises(SharedRules):
        await town.running.town.do(begin(THURSDAY))
    vote: Vote = await town.running.town.do(begin("每月第一个星期六一起打扫。"))
    assert vote.number == 1


async def test_two_processes_that_start_at_once_write_one_first_version(town: Neighbourhood, config: Config) -> None:
    def twice(uow: UnitOfWork) -> int:
        uow.charters.add(Version(CommunityId(1), 1, values_of(config.community), "", uow.now))
        return len(uow.charters.versions(CommunityId(1)))

    assert await town.running.town.do(twice) == 1
