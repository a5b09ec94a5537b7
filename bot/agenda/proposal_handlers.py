"""Proposing: one question after the other, the read-back, and an item that may be the same."""

from aiogram.types import Message

from bot.agenda import proposal_views, views
from bot.agenda.forms import Proposal, Question
from bot.agenda.model.item import Item, ItemId
from bot.agenda.service import drafting, proposing, reading
from bot.agenda.taps import drafts
from bot.concerns.model.concern import ConcernId
from bot.kit.home import PROPOSE, Propose, ProposeFrom
from bot.kit.routes import FormRoute, Routes
from bot.kit.visit import Visit
from nlu.answer import yes_or_no
from nlu.number import number_in


async def begin(visit: Visit, words: str | Propose | None) -> None:
    """我要提议, or /propose, with what is proposed or without."""
    said = " ".join(words.split()) if isinstance(words, str) else ""
    await _ask(visit, await visit.do(drafting.begin, visit.reader, visit.place, Proposal(str(visit.key), said)))


async def through_door(visit: Visit, concern: str) -> None:
    """`/start propose`, or from a concern `/start propose-12`, by its id."""
    number = number_in(concern)
    await (_begin_from(visit, number) if number is not None else begin(visit, None))


async def begin_from(visit: Visit, tap: ProposeFrom) -> None:
    """提成议题, under a concern."""
    if visit.in_group:
        link = await visit.ask(reading.link)
        await visit.show(views.propose_from_in_private(visit.say, tap.concern, link))
    else:
        await _begin_from(visit, tap.concern)


async def _begin_from(visit: Visit, concern: int) -> None:
    begun = await visit.do(drafting.begin_from, visit.reader, visit.place, str(visit.key), ConcernId(concern))
    if isinstance(begun, Item):
        await visit.show(proposal_views.proposed_before(visit.say, begun))
    else:
        await _ask(visit, begun)


async def hears(visit: Visit, message: Message) -> None:
    """The next message of somebody who proposes."""
    draft = visit.form
    if not isinstance(draft, Proposal):
        return
    text = " ".join((message.text or "").split())
    question = draft.question
    if not text:
        await visit.show(proposal_views.needs_words(visit.say))
        await _ask(visit, draft)
    elif question is not None:
        await _tell(visit, draft.key, question, text)
    else:
        await _typed(visit, draft, yes_or_no(text))


async def _typed(visit: Visit, draft: Proposal, agreed: bool | None) -> None:
    """对 or 不对, typed where there are buttons for it; other words are read back once more."""
    if agreed is None:
        await _ask(visit, draft)
    elif draft.same is not None:
        that = drafts.ThatItem(key=draft.key, item=draft.same)
        await (that_item(visit, that) if agreed else another(visit, drafts.AnotherItem(key=draft.key)))
    elif agreed:
        await confirm(visit, drafts.ConfirmProposal(key=draft.key))
    else:
        await amend(visit, drafts.AmendProposal(key=draft.key))


async def skip(visit: Visit, tap: drafts.SkipQuestion) -> None:
    if tap.question is Question.WHAT:
        await _ask(visit, await visit.ask(drafting.draft, visit.place, tap.key))
    else:
        await _tell(visit, tap.key, tap.question, "")


async def confirm(visit: Visit, tap: drafts.ConfirmProposal) -> None:
    item = await visit.do(proposing.propose, visit.reader, visit.place, tap.key)
    rules, link = await visit.ask(reading.rules), await visit.ask(reading.link)
    await visit.show(proposal_views.proposed(visit.say, item, rules.supporters, link))


async def amend(visit: Visit, tap: drafts.AmendProposal) -> None:
    await visit.show(proposal_views.amend(visit.say, await visit.ask(drafting.draft, visit.place, tap.key)))


async def ask_again(visit: Visit, tap: drafts.AskAgain) -> None:
    reader, place = visit.reader, visit.place
    await _ask(visit, await visit.do(drafting.tell, reader, place, tap.key, lambda draft: draft.anew(tap.question)))


async def read(visit: Visit, tap: drafts.ReadProposal) -> None:
    """The read-back, from this page on."""
    draft = await visit.do(drafting.tell, visit.reader, visit.place, tap.key, Proposal.stays)
    await _ask(visit, draft, tap.page)


async def that_item(visit: Visit, tap: drafts.ThatItem) -> None:
    item = await visit.do(proposing.that_one, visit.reader, visit.place, tap.key, ItemId(tap.item))
    await visit.show(proposal_views.supports_that_one(visit.say, item))


async def another(visit: Visit, tap: drafts.AnotherItem) -> None:
    await _ask(visit, await visit.do(drafting.tell, visit.reader, visit.place, tap.key, Proposal.is_another))


async def drop(visit: Visit, tap: drafts.DropProposal) -> None:
    await visit.do(drafting.drop, visit.place, tap.key)
    await visit.show(proposal_views.dropped(visit.say))


async def in_private(visit: Visit, _: object) -> None:
    await visit.show(views.propose_in_private(visit.say))


async def propose_tapped(visit: Visit, tap: Propose) -> None:
    await (in_private(visit, tap) if visit.in_group else begin(visit, tap))


async def _tell(visit: Visit, key: str, question: Question, words: str) -> None:
    told = await visit.do(drafting.tell, visit.reader, visit.place, key, lambda draft: draft.says(question, words))
    await _ask(visit, told)


async def _ask(visit: Visit, draft: Proposal, page: int = 0) -> None:
    if draft.question is not None:
        await visit.show(proposal_views.question(visit.say, draft, await visit.ask(reading.rules)))
    elif draft.same is not None and not draft.another:
        same = await visit.ask(reading.here, visit.reader, draft.same)
        await visit.show(proposal_views.same(visit.say, draft, same))
    else:
        await visit.show(proposal_views.read_back(visit.say, draft, page))


def routes() -> Routes:
    """What reaches a proposal before it is an item."""
    return Routes(
        commands={"propose": begin},
        group_commands={"propose": in_private},
        taps={
            Propose: propose_tapped,
            ProposeFrom: begin_from,
            drafts.SkipQuestion: skip,
            drafts.ConfirmProposal: confirm,
            drafts.AmendProposal: amend,
            drafts.AskAgain: ask_again,
            drafts.ReadProposal: read,
            drafts.ThatItem: that_item,
            drafts.AnotherItem: another,
            drafts.DropProposal: drop,
        },
        says={PROPOSE: begin},
        doors={"propose": through_door},
        forms={Proposal: FormRoute(hears, _ask)},
    )
