"""A guide advises and never votes, opens, extends or annuls: not by any command or button, whatever else they are."""

import random
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any

from aiogram.filters.callback_data import CallbackData

from bot.agenda.model.item import ItemId, Scope
from bot.booth.forms import Explaining, Opening
from bot.booth.service import drafting, explaining
from bot.kit.forms import Place
from bot.kit.people import CommunityId, Reader
from bot.kit.refusals import Refused
from bot.residents.model import CONSENT_VERSION, Account
from bot.roles.model import Appointment, Role
from bot.unit_of_work import UnitOfWork
from bot.votes.model.any_rule import AnyRule
from bot.votes.model.roll import EntryId
from bot.votes.model.rule import NO, YES
from bot.votes.model.vote import Motion, Secrecy, Vote, VoteId
from bot.votes.service import casting, changing, opening, paper
from tests.booth.evening import begins, of_households
from tests.contracts.test_routes import ROUTES, fullest, kinds
from tests.neighbours import Look, Neighbourhood, Someone
from tests.votes.hall import SECOND, SUNDAY, Hall, put_on_floor

GUIDE, SUNSHINE = 5000006, CommunityId(1)
ZHOU = Reader(GUIDE, "周老师", community=SUNSHINE, known=True)
TABLES = ("votes", "vote_entries", "vote_ballots", "vote_papers", "vote_reminders")
CALLS, AT_ONCE = 10_000, 100
SOON = int(datetime(2026, 12, 5, 13, tzinfo=UTC).timestamp())


def everything_else(uow: UnitOfWork) -> None:
    """The guide lives here too, moderates, and represents a building: past every check that keeps these apart."""
    home = uow.residents.household_at(SUNSHINE, 9, 1, "101")
    free = next(one for one in uow.residents.household_members(home.id) if one.free and one.age_band != "minor")
    account = Account(GUIDE, "周老师", "zh", elder=False, community=SUNSHINE, consent_version=CONSENT_VERSION)
    uow.residents.save_account(account, uow.now)
    assert uow.residents.claim_place(free.id, GUIDE, uow.now)
    for role, building in ((Role.MODERATOR, None), (Role.REPRESENTATIVE, 9)):
        uow.roles.appoint(Appointment(SUNSHINE, GUIDE, role, building))


def plausible() -> Iterator[CallbackData]:
    """A tap of each kind, about the first of whatever it is; what would delete the guide comes last."""
    for kind in sorted(kinds(CallbackData), key=lambda kind: (kind.__name__ == "Delete", kind.__module__ < "bot.b")):
        tap = fullest(kind)
        numbers: dict[str, Any] = {name: 1 for name, value in tap if type(value) is int}
        numbers |= {"until": SOON} if "until" in numbers else {}
        others = {"marks": "a", "elder": False}
        yield tap.model_copy(update=numbers | {name: others[name] for name in others if name in kind.model_fields})


async def test_no_command_and_no_button_of_a_guide_changes_a_vote(
    town: Neighbourhood, liaison: Someone, look: Look
) -> None:
    await town.running.town.do(everything_else)
    await begins(town)
    await town.running.town.do(put_on_floor)
    before = [look(f"SELECT * FROM {table}") for table in TABLES]  # noqa: S608
    await town.playground.post("limits", on=False)
    for name in sorted({*ROUTES.commands, *ROUTES.group_commands}):
        for words in ("", " 1", " 1 换个时间"):
            for where in ({}, {"chat": town.group}):
                await town.playground.post("people/guide_zhou/say", text=f"/{name}{words}", **where)
    for button in ("同意", "反对", "弃权"):
        await town.playground.post("people/guide_zhou/tap", button=button, chat=town.group)
    for number, tap in enumerate(plausible()):
        markup = {"inline_keyboard": [[{"text": f"forged {number}", "callback_data": tap.pack()}]]}
        await town.playground.call_bot("sendMessage", chat_id=GUIDE, text="-", reply_markup=markup)
        await town.playground.post("people/guide_zhou/tap", button=f"forged {number}")
    await town.playground.post("settle", timeout=120)
    assert [look(f"SELECT * FROM {table}") for table in TABLES] == before  # noqa: S608
    await town.playground.post("limits", on=True)
    await liaison.taps_in_group("同意")
    assert look("SELECT count(*) FROM vote_entries WHERE origin IS NOT NULL") == [(1,)]


async def test_ten_thousand_calls_of_a_guide_change_nothing(hall: Hall) -> None:
    await hall.town.do(everything_else)
    await hall.joins(6000001, 3, 1, "101")
    vote = await hall.opens(of_households())
    hall.clock.moment += SECOND
    item = await hall.town.do(put_on_floor)
    before = [hall.rows(f"SELECT * FROM {table}") for table in TABLES]  # noqa: S608
    chance = random.Random(20261128)  # noqa: S311 - the same each time
    refused = 0
    for _ in range(CALLS // AT_ONCE):
        refused += await hall.town.do(lambda uow: sum(refuses(uow, chance, vote, item.id) for _ in range(AT_ONCE)))
    assert refused == CALLS
    assert [hall.rows(f"SELECT * FROM {table}") for table in TABLES] == before  # noqa: S608


def refuses(uow: UnitOfWork, chance: random.Random, vote: Vote, item: ItemId) -> bool:
    """Whether one more call, with whatever arguments, is refused and leaves no event."""
    try:
        chance.choice(USE_CASES)(uow, chance, vote, item)
    except Refused:
        return not uow.events
    return False


def number(chance: random.Random, vote: Vote) -> VoteId:
    return chance.choice((vote.id, vote.id, VoteId(chance.randrange(3))))


def place(uow: UnitOfWork, chance: random.Random, vote: Vote, item: ItemId) -> Place:
    """In which somebody has left a draft that says everything."""
    here = Place(GUIDE, GUIDE)
    forms = (
        Opening("k", item, Scope.RESIDENTS, building=0, secrecy=Secrecy.DETACHED,
                closes_at=SUNDAY),
        Explaining("k", vote.id, chance.choice((None, SUNDAY)), "换个时间"),
        None,
    )  # fmt: skip
    uow.conversations.keep(here, chance.choice(forms))
    return here


def opens(uow: UnitOfWork, chance: random.Random, _: Vote, item: ItemId) -> None:
    rule: AnyRule = of_households(chance.choice((None, 3)))
    motion = Motion(item, rule, chance.choice(tuple(Secrecy)), SUNDAY)
    opening.open_vote(uow, ZHOU, str(chance.random()), motion)


UseCase = Callable[[UnitOfWork, random.Random, Vote, ItemId], object]
USE_CASES: tuple[UseCase, ...] = (
    lambda uow, chance, vote, _: casting.cast(
        uow, ZHOU, number(chance, vote), chance.choice(((YES,), (NO,), (), ("x",))), str(chance.random())
    ),
    opens,
    lambda uow, *_: opening.to_open(uow, ZHOU),
    lambda uow, chance, vote, _: changing.to_extend(uow, ZHOU, number(chance, vote)),
    lambda uow, chance, vote, _: changing.extend(uow, ZHOU, number(chance, vote), SUNDAY, chance.choice(("", "因为"))),
    lambda uow, chance, vote, _: changing.to_annul(uow, ZHOU, number(chance, vote)),
    lambda uow, chance, vote, _: changing.annul(uow, ZHOU, number(chance, vote), chance.choice(("", "因为"))),
    lambda uow, chance, vote, item: drafting.begin(uow, ZHOU, place(uow, chance, vote, item), "k", item),
    lambda uow, chance, vote, item: drafting.tell(
        uow, ZHOU, place(uow, chance, vote, item), "k", lambda draft: draft.says(("是",))
    ),
    lambda uow, chance, vote, item: drafting.open_now(uow, ZHOU, place(uow, chance, vote, item), "k"),
    lambda uow, chance, vote, item: explaining.begin(
        uow, ZHOU, place(uow, chance, vote, item), "k", number(chance, vote), chance.choice((None, SUNDAY)), "因为"
    ),
    lambda uow, chance, vote, _: paper.type_in(
        uow, ZHOU, number(chance, vote), EntryId(chance.randrange(5)), lambda _: (YES,), str(chance.random())
    ),
    lambda uow, chance, vote, _: paper.find(uow, ZHOU, number(chance, vote), "3-2-501"),
    lambda uow, chance, vote, item: explaining.do(
        uow, ZHOU, place(uow, chance, vote, item), "k", vote.id, chance.choice((None, SUNDAY))
    ),
)
