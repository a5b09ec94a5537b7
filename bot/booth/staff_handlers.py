"""What moderators do: begin a vote, extend and annul one."""

from collections.abc import Sequence
from datetime import UTC, datetime

from aiogram.types import Message

from bot.agenda.model.item import ItemId
from bot.booth import opening_views, reason_views, taps
from bot.booth.forms import Explaining, Opening
from bot.booth.service import drafting, explaining
from bot.kit.home import OpenVote
from bot.kit.routes import FormRoute, Routes
from bot.kit.visit import Visit
from bot.votes.model.refusals import NoVote
from bot.votes.model.roll import Seen
from bot.votes.model.vote import VoteId
from bot.votes.service import changing, looking, opening
from nlu.answer import yes_or_no
from nlu.number import number_first


async def votable(visit: Visit, _: object) -> None:
    """/openvote: what is open on the floor, and can be voted on."""
    found = await visit.ask(opening.to_open, visit.reader)
    await visit.show(opening_views.votable(visit.say, found.item if found else None))


async def begin(visit: Visit, tap: OpenVote) -> None:
    if visit.in_group:
        await in_private(visit, None)
    else:
        await _ask(visit, await visit.do(drafting.begin, visit.reader, visit.place, str(visit.key), ItemId(tap.item)))


async def answer(visit: Visit, tap: taps.Answer) -> None:
    told = await visit.do(
        drafting.tell, visit.reader, visit.place, tap.key, lambda draft: draft.answered(tap.asked, tap.value)
    )
    await _ask(visit, told)


async def hears(visit: Visit, message: Message) -> None:
    """A row of the options card or several, or the legal basis."""
    form = visit.form
    if not isinstance(form, Opening):
        return
    lines = tuple(" ".join(line.split()) for line in (message.text or "").splitlines() if line.strip())
    if lines:
        form = await visit.do(drafting.tell, visit.reader, visit.place, form.key, lambda draft: draft.says(lines))
    await _ask(visit, form)


async def ask_on(visit: Visit, tap: taps.AskOpening) -> None:
    await _ask(visit, await visit.ask(drafting.open_draft, visit.place, tap.key), tap.page)


async def open_now(visit: Visit, tap: taps.OpenNow) -> None:
    vote = await visit.do(drafting.open_now, visit.reader, visit.place, tap.key)
    await visit.show(opening_views.opened(visit.say, vote))


async def open_anew(visit: Visit, tap: taps.OpenAnew) -> None:
    told = await visit.do(drafting.tell, visit.reader, visit.place, tap.key, Opening.anew)
    await _ask(visit, told)


async def drop_opening(visit: Visit, tap: taps.DropOpening) -> None:
    await visit.do(drafting.drop, visit.place, tap.key)
    await visit.show(opening_views.dropped(visit.say))


async def manage(visit: Visit, tap: taps.ManageVote) -> None:
    vote = await visit.ask(changing.to_annul, visit.reader, VoteId(tap.vote))
    await visit.show(reason_views.manage(visit.say, vote))


async def extend(visit: Visit, tap: taps.Extend) -> None:
    vote, ends = await visit.ask(changing.to_extend, visit.reader, VoteId(tap.vote))
    await visit.show(reason_views.until_when(visit.say, vote, ends))


async def extend_by_command(visit: Visit, words: str) -> None:
    """`/extend 7`"""
    number, _ = number_first(words)
    if number is None:
        await visit.show(reason_views.how_to_extend(visit.say, await _running(visit)))
    else:
        seen = await visit.ask(looking.numbered, visit.reader, number)
        await extend(visit, taps.Extend(vote=seen.vote.id))


async def extend_to(visit: Visit, tap: taps.ExtendTo) -> None:
    await _begin_reason(visit, VoteId(tap.vote), _moment(tap.until))


async def annul(visit: Visit, tap: taps.Annul) -> None:
    await _begin_reason(visit, VoteId(tap.vote), None)


async def annul_by_command(visit: Visit, words: str) -> None:
    """`/annul 7 reason`"""
    number, reason = number_first(words)
    if number is None:
        await visit.show(reason_views.how_to_annul(visit.say, await _running(visit)))
    else:
        seen = await visit.ask(looking.numbered, visit.reader, number)
        await _begin_reason(visit, seen.vote.id, None, reason)


async def hears_reason(visit: Visit, message: Message) -> None:
    form = visit.form
    if not isinstance(form, Explaining):
        return
    words = (message.text or "").strip()
    agreed = yes_or_no(words) if form.reason else None
    if agreed:
        await reason_right(visit, reason_views.right_of(form))
    elif words:
        told = await visit.do(explaining.hear, visit.place, form.key, "" if agreed is False else words)
        await _ask_reason(visit, told)
    else:
        await _ask_reason(visit, form)


async def read_reason(visit: Visit, tap: taps.ReadReason) -> None:
    await _ask_reason(visit, await visit.ask(explaining.open_form, visit.place, tap.key), tap.page)


async def reason_right(visit: Visit, tap: taps.ReasonRight) -> None:
    until = _moment(tap.until) if tap.until else None
    vote = await visit.do(explaining.do, visit.reader, visit.place, tap.key, VoteId(tap.vote), until)
    await visit.show(reason_views.done(visit.say, vote))


async def reason_anew(visit: Visit, tap: taps.ReasonAnew) -> None:
    await _ask_reason(visit, await visit.do(explaining.hear, visit.place, tap.key, ""))


async def drop_reason(visit: Visit, tap: taps.DropReason) -> None:
    await visit.do(explaining.drop, visit.place, tap.key)
    await visit.show(reason_views.dropped(visit.say))


async def in_private(visit: Visit, _: object) -> None:
    await visit.show(reason_views.only_in_private(visit.say))


async def _running(visit: Visit) -> Sequence[Seen]:
    return (await visit.ask(looking.listed, visit.reader)).running


async def _ask(visit: Visit, draft: Opening, page: int = 0) -> None:
    offers = await visit.ask(drafting.offers, visit.reader, draft)
    await visit.show(opening_views.question(visit.say, draft, offers, page))


async def _begin_reason(visit: Visit, vote: VoteId, until: datetime | None, reason: str = "") -> None:
    if visit.in_group:
        await in_private(visit, None)
        return
    form = await visit.do(explaining.begin, visit.reader, visit.place, str(visit.key), vote, until, reason)
    await _ask_reason(visit, form)


async def _ask_reason(visit: Visit, form: Explaining, page: int = 0) -> None:
    vote, most = await visit.ask(explaining.about, visit.reader, form)
    if form.reason:
        await visit.show(reason_views.read_back(visit.say, form, vote, page))
    else:
        await visit.show(reason_views.ask(visit.say, form, vote, most))


def _moment(seconds: int) -> datetime:
    """Raises `NoVote` for what no button says."""
    try:
        return datetime.fromtimestamp(seconds, UTC)
    except (ValueError, OverflowError, OSError):
        raise NoVote from None


def routes() -> Routes:
    """What reaches those who hold votes."""
    return Routes(
        commands={"openvote": votable, "extend": extend_by_command, "annul": annul_by_command},
        group_commands={"openvote": in_private, "extend": in_private, "annul": in_private},
        taps={
            OpenVote: begin,
            taps.Answer: answer,
            taps.AskOpening: ask_on,
            taps.OpenNow: open_now,
            taps.OpenAnew: open_anew,
            taps.DropOpening: drop_opening,
            taps.ManageVote: manage,
            taps.Extend: extend,
            taps.ExtendTo: extend_to,
            taps.Annul: annul,
            taps.ReadReason: read_reason,
            taps.ReasonRight: reason_right,
            taps.ReasonAnew: reason_anew,
            taps.DropReason: drop_reason,
        },
        forms={Opening: FormRoute(hears, _ask), Explaining: FormRoute(hears_reason, _ask_reason)},
    )
