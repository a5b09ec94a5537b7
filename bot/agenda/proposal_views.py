"""How proposing looks: one question a message, the read-back, and an item that may be the same."""

from aiogram.filters.callback_data import CallbackData

from bot.agenda.forms import Proposal, Question
from bot.agenda.item_views import TITLE_ELDER
from bot.agenda.model.item import Item
from bot.agenda.model.steps import Step
from bot.agenda.taps import drafts
from bot.agenda.views import see_item, see_items
from bot.config import AgendaRules
from bot.kit.screens import Choice, GoHome, Screen, paged, screen
from bot.kit.words import Words, later, shorten

ASKS = {
    Question.WHAT: later("What do you propose? Please write one sentence of at most {most} characters."),
    Question.WHERE: later("Where is it? Please write it in at most {most} characters, or skip it."),
    Question.WHY: later("Why is it needed? Please write it in at most {most} characters, or skip it."),
    Question.WANTED: later("What shall it be like then? Please write it in at most {most} characters, or skip it."),
}
PARTS = {
    Question.WHAT: later("What I propose"),
    Question.WHERE: later("The place"),
    Question.WHY: later("The reason"),
    Question.WANTED: later("What is wanted"),
}


def question(say: Words, draft: Proposal, rules: AgendaRules) -> Screen:
    """What the draft asks next."""
    asked = draft.question or Question.WHAT
    most = rules.title_characters if asked is Question.WHAT else rules.text_characters
    text = say(ASKS[asked], most=most)
    if draft.amending is not None:
        return screen(say, text, Choice(say.plain("Leave it as it was"), drafts.ReadProposal(key=draft.key)))
    first = see_items(say) if asked is Question.WHAT else _skip(say, draft, asked)
    return screen(say, text, first, _drop(say, draft))


def _skip(say: Words, draft: Proposal, asked: Question) -> Choice:
    return Choice(say.plain("Skip"), drafts.SkipQuestion(key=draft.key, question=asked))


def _drop(say: Words, draft: Proposal) -> Choice:
    return Choice(say.plain("No proposal after all"), drafts.DropProposal(key=draft.key))


def read_back(say: Words, draft: Proposal, page: int = 0) -> Screen:
    """All of it, in 长辈版 page by page."""

    def turn(to: int) -> CallbackData:
        return drafts.ReadProposal(key=draft.key, page=to)

    return paged(
        say,
        "\n".join(_told(say, draft)),
        page,
        turn,
        Choice(say.plain("Yes, propose it"), drafts.ConfirmProposal(key=draft.key)),
        Choice(say.plain("Change something"), drafts.AmendProposal(key=draft.key)),
        _drop(say, draft),
    )


def _told(say: Words, draft: Proposal) -> list[str]:
    parts = (
        (later("Where: {words}"), draft.where),
        (later("Why: {words}"), draft.why),
        (later("What is wanted: {words}"), draft.wanted),
    )
    told = [say.plain(text, words=words) for text, words in parts if words]
    asked = say.plain("Everybody reads it, without your name. Is that right?")
    return [say.plain("You say: {told}", told=draft.what), *told, asked]


def amend(say: Words, draft: Proposal) -> Screen:
    parts = [Choice(say.plain(label), drafts.AskAgain(key=draft.key, question=asked)) for asked, label in PARTS.items()]
    return screen(say, say("What shall be changed?"), *parts, back=drafts.ReadProposal(key=draft.key))


def same(say: Words, draft: Proposal, item: Item) -> Screen:
    """Somebody has proposed something like it."""
    what = shorten(item.what, TITLE_ELDER) if say.elder else item.what
    text = say("There is item {number} already: {what}. Is it the same matter?", number=item.number, what=what)
    return screen(
        say,
        text,
        Choice(say.plain("Yes, I support that one"), drafts.ThatItem(key=draft.key, item=item.id)),
        Choice(say.plain("No, mine is another"), drafts.AnotherItem(key=draft.key)),
        see_item(say, item),
        _drop(say, draft),
        columns=1,
    )


def proposed(say: Words, item: Item, needed: int, link: str) -> Screen:
    """It is kept. `link`: the bot's https address; a neighbour who follows it sees the item."""
    text = say("Noted, it is item {number}. It comes onto the agenda with {needed} households.", number=item.number,
               needed=needed)  # fmt: skip
    if item.step is not Step.COLLECTING:
        text = say("Noted, it is item {number}. It is on the agenda.", number=item.number)
    elif not say.elder:
        text += "\n" + say("Yours is the first. You can send your neighbours this link: {link}",
                           link=f"{link}?start=item-{item.number}")  # fmt: skip
    return screen(say, text, see_item(say, item), see_items(say), back=GoHome())


def supports_that_one(say: Words, item: Item) -> Screen:
    text = say("Good, your household supports item {number}. I have put your draft away.", number=item.number)
    return screen(say, text, see_item(say, item), back=GoHome())


def proposed_before(say: Words, item: Item) -> Screen:
    """A concern becomes one item only."""
    text = say("This has become item {number} already.", number=item.number)
    return screen(say, text, see_item(say, item), back=GoHome())


def dropped(say: Words) -> Screen:
    return screen(say, say("Good, no proposal. Whenever you have one, come back."), see_items(say), back=GoHome())


def needs_words(say: Words) -> Screen:
    return screen(say, say("I do not understand voice messages and pictures here yet. Please write it."))
