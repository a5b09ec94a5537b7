"""A vote that was held and is over, as the neighbourhood meets what follows."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.kit.people import CommunityId, Reader
from bot.unit_of_work import UnitOfWork
from bot.votes.model.any_rule import AnyRule
from bot.votes.model.ballot import ABSTAINS, Choice
from bot.votes.model.roll import Origin
from bot.votes.model.rule import NO, YES, Base, Electorate, Hurdle, Kind, Rule
from bot.votes.model.share import at_least, more_than
from bot.votes.model.vote import Motion, Secrecy, Vote
from bot.votes.service import casting, changing, opening
from tests.neighbours import Clock, Neighbourhood, Someone
from tests.votes.hall import CHAIR, SEVEN, SUNDAY, card_of, put_on_floor, words_of

BUILDING = Rule(
    Electorate.HOUSEHOLDS,
    Kind.YES_NO,
    Hurdle(Base.CAST_WITHOUT_ABSTENTIONS, more_than("1/2")),
    Hurdle(Base.ENTITLED, at_least("1/10")),
    building=3,
)
"""Of building 3, 60 households: six take part at least, and more say yes than no."""
DOORS = [f"3-{unit}-{floor}01" for unit in (1, 2, 3) for floor in range(1, 11)]
"""Households that have nobody of the cast."""
FIVE_TO_TWO: Sequence[Choice] = [(YES,)] * 5 + [(NO,)] * 2 + [ABSTAINS]
DATES = {"closes": "12月6日 星期日 晚上9点", "until": "12月11日 星期五 晚上9点"}


async def opened(
    town: Neighbourhood,
    clock: Clock,
    rule: AnyRule = BUILDING,
    secrecy: Secrecy = Secrecy.DETACHED,
    basis: str = "",
) -> Vote:
    """On Wednesday 2 December, 7 pm, until Sunday, 9 pm."""
    await until(clock, SEVEN)

    def open_it(uow: UnitOfWork) -> Vote:
        item = put_on_floor(uow, words=words_of(rule))
        motion = Motion(item.id, rule, secrecy, SUNDAY, card=card_of(rule), basis=basis)
        return opening.open_vote(uow, CHAIR, f"test-{item.id}", motion)

    vote: Vote = await town.running.town.do(open_it)
    return vote


async def cast(town: Neighbourhood, vote: Vote, ballots: Sequence[Choice]) -> None:
    """As many households as there are ballots cast one each."""

    def put(uow: UnitOfWork) -> None:
        for door, choice in zip(DOORS, ballots, strict=False):
            entry = uow.vote_roll.labelled(vote.id, door)
            assert entry is not None
            uow.ballots.put(vote, entry.id, choice, door, Origin.CHAT)

    await town.running.town.do(put)


async def casts(town: Neighbourhood, who: Someone, vote: Vote, *choice: str) -> str:
    """Somebody of the cast casts their ballot; their receipt."""
    reader = Reader(who.telegram_id, who.name, community=CommunityId(1), known=True)
    done = await town.running.town.do(casting.cast, None, reader, vote.id, choice, f"test-{who.key}")
    return done.receipt


async def annuls(town: Neighbourhood, moderator: Someone, vote: Vote) -> None:
    reader = Reader(moderator.telegram_id, moderator.name, community=CommunityId(1), known=True)
    await town.running.town.do(changing.annul, None, reader, vote.id, "措辞有误")


async def ended(
    town: Neighbourhood, clock: Clock, ballots: Sequence[Choice] | None = None, rule: AnyRule = BUILDING
) -> Vote:
    """Five are for it, two against, one abstains; or as is said."""
    vote = await opened(town, clock, rule)
    await cast(town, vote, FIVE_TO_TWO if ballots is None else ballots)
    await until(clock, SUNDAY)
    return vote


async def until(clock: Clock, moment: datetime) -> None:
    """What is due on the way goes out before: messages take seconds."""
    for stop in (moment - timedelta(minutes=10), moment):
        await clock.passes(seconds=(stop - await clock.now()).total_seconds())


async def group_reads(town: Neighbourhood, who: Someone, about: str) -> str:
    """The newest message in the group that says so, as it stands."""
    messages = (await who.screen(town.group))["messages"]
    texts = [m.get("text") or m.get("caption") or "" for m in messages]
    return next((text for text in reversed(texts) if about in text), "")
