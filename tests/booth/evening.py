"""A vote as the booth's tests begin it: on an item that is open at the sitting, until Sunday at nine."""

from bot.agenda.model.item import Scope
from bot.unit_of_work import UnitOfWork
from bot.votes.model.any_rule import AnyRule
from bot.votes.model.period import ends
from bot.votes.model.rule import AGAINST_ALL, Base, Electorate, Hurdle, Kind, Rule
from bot.votes.model.share import at_least, more_than
from bot.votes.model.vote import Motion, Secrecy, Vote
from bot.votes.service import opening
from storage.database import Database
from tests.databases import sql
from tests.neighbours import Clock, Neighbourhood, Someone
from tests.votes.hall import CHAIR, card_of, put_on_floor, words_of

QUORUM = Hurdle(Base.ENTITLED, at_least("1/2"))
MAJORITY = Hurdle(Base.CAST_WITHOUT_ABSTENTIONS, more_than("1/2"))
LIGHTS = ("太阳能灯", "普通路灯", AGAINST_ALL)


def of_households(building: int | None = None) -> Rule:
    return Rule(Electorate.HOUSEHOLDS, Kind.YES_NO, MAJORITY, QUORUM, building=building)


def among(*options: str, kind: Kind = Kind.CHOOSE, most: int = 1) -> Rule:
    return Rule(Electorate.HOUSEHOLDS, kind, None, QUORUM, options or LIGHTS, most)


async def begins(
    town: Neighbourhood,
    rule: AnyRule | None = None,
    secrecy: Secrecy = Secrecy.DETACHED,
    *,
    changeable: bool = True,
    basis: str = "",
) -> Vote:
    """林芳 has the item open, and begins a vote on it; the group has its card."""
    motion_rule = rule or of_households()

    def begin(uow: UnitOfWork) -> Vote:
        item = put_on_floor(uow, Scope.RESIDENTS, words_of(motion_rule))
        closes = ends(uow.now, uow.settings)[0]
        motion = Motion(item.id, motion_rule, secrecy, closes, changeable, card_of(motion_rule), basis)
        return opening.open_vote(uow, CHAIR, f"test-{item.id}", motion)

    vote = await town.running.town.do(begin)
    await town.settles()
    return vote


async def follows(clock: Clock) -> None:
    """The sweep sees the ballots within a second, and the card shows them some seconds later."""
    await clock.passes(seconds=1)
    await clock.passes(seconds=5)


async def card(town: Neighbourhood, reader: Someone) -> str:
    """What the group reads of the vote now."""
    messages = (await reader.screen(town.group))["messages"]
    found = [message["text"] for message in messages if message.get("text", "").startswith("投票1：换路灯\n")]
    return str(found[-1])


def owned(database: Database) -> None:
    """Of three buildings two flats each have an owner, whose name nobody else has."""
    with sql(database) as run:
        for building in (1, 2, 3):
            flats = run("SELECT id FROM households WHERE building = ? ORDER BY id LIMIT 2", building)
            for number, (flat,) in enumerate(flats):
                name = f"业主{building}{number}"
                run("INSERT INTO owners (community_id, name, kind) VALUES (1, ?, 'person')", name)
                run(
                    "INSERT INTO ownerships (household_id, owner_id, votes, since)"
                    " SELECT ?, id, true, '2026-01-01 00:00:00' FROM owners WHERE name = ?",
                    flat,
                    name,
                )
