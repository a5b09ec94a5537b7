"""How inquiries look, to those who ask, those who answer, and everybody who reads along."""

from collections.abc import Sequence

from bot.inquiries import taps
from bot.inquiries.forms import Deed, Writing
from bot.inquiries.model import About, Inquiry, Side, State, Story
from bot.kit.screens import Choice, GoHome, Screen, page_of, paged, screen
from bot.kit.words import Words, later

KINDS = {
    About.CONCERN: later("A concern"),
    About.ITEM: later("An agenda item"),
    About.ENTRY: later("An entry of points"),
    About.FREE: later("Another matter"),
}
MATTERS = {
    About.CONCERN: later("concern #{of}"),
    About.ITEM: later("agenda item #{of}"),
    About.ENTRY: later("entry {of} of the points"),
    About.FREE: later("a matter of the community"),
}
NUMBERS = {
    About.CONCERN: later("Which concern? Write its number, for example 12."),
    About.ITEM: later("Which agenda item? Write its number, for example 12."),
    About.ENTRY: later("Which entry? Write its number, as the books of the points have it."),
    About.FREE: later("What do you ask?"),
}
STANDS = {
    State.WAITING: later("An answer is due by {by}."),
    State.ANSWERED: later("It has been answered; the supervisor says whether that will do."),
    State.CLOSED: later("The supervisor is satisfied."),
}
SAID = {Side.QUESTION: later("Asked: {words}"), Side.ANSWER: later("Answered: {words}")}
ASKED = {
    Deed.OPEN: later("What do you ask? At most {most} characters. Residents will read it: please name nobody."),
    Deed.AGAIN: later("What is still open? At most {most} characters. Residents will read it: please name nobody."),
    Deed.ANSWER: later("What is the answer? At most {most} characters. Residents will read it: please name nobody."),
}
ASKED_ELDER = {
    Deed.OPEN: later("What do you ask? Please name nobody."),
    Deed.AGAIN: later("What is still open? Please name nobody."),
    Deed.ANSWER: later("What is the answer? Please name nobody."),
}


def matter(say: Words, inquiry: Inquiry) -> str:
    """What it is about; plain."""
    return say.plain(MATTERS[inquiry.about], of=inquiry.of)


def which(say: Words, days: int) -> Screen:
    """What a supervisor may ask about."""
    text = say("What do you want to ask about?")
    if not say.elder:
        text = say(
            "What do you want to ask about? It must be answered within {days} days. "
            "Question and answer are published, without names.",
            days=days,
        )
    choices = [Choice(say.plain(label), taps.AskAbout(about=about)) for about, label in KINDS.items()]
    return screen(say, text, *choices, back=GoHome())


def ask(say: Words, form: Writing, most: int) -> Screen:
    """The number first, where there is one; then the words."""
    if form.needs_number:
        text = say(NUMBERS[form.about])
    else:
        text = say(ASKED_ELDER[form.deed]) if say.elder else say(ASKED[form.deed], most=most)
    return screen(say, text, Choice(say.plain("Rather not"), taps.Drop(key=form.key)))


def read_back(say: Words, form: Writing, page: int = 0) -> Screen:
    """Before it goes out; who wants it otherwise writes it anew."""
    text = say.plain("“{words}” Shall I send it? To change it, write it anew.", words=form.words)
    return paged(
        say,
        text,
        page,
        lambda at: taps.ReadBack(key=form.key, page=at),
        Choice(say.plain("Yes, send it"), taps.Send(key=form.key)),
        Choice(say.plain("Rather not"), taps.Drop(key=form.key)),
    )


def opened(say: Words, inquiry: Inquiry) -> Screen:
    text = say("Inquiry #{number} is out. You read the answer here by {by}.", number=inquiry.number,
               by=say.time(inquiry.due_at))  # fmt: skip
    return screen(say, text, see(say, inquiry), back=GoHome())


def answered(say: Words, inquiry: Inquiry) -> Screen:
    text = say("Thank you. The supervisors read your answer to inquiry #{number} now.", number=inquiry.number)
    return screen(say, text, see(say, inquiry), back=GoHome())


def settled(say: Words, inquiry: Inquiry) -> Screen:
    text = say("Inquiry #{number} is settled. Thank you.", number=inquiry.number)
    return screen(say, text, see(say, inquiry), back=GoHome())


def dropped(say: Words) -> Screen:
    return screen(say, say("Nothing was sent."), back=GoHome())


def needs_number(say: Words) -> Screen:
    return screen(say, say("Please write the number in digits, for example 12."))


def needs_words(say: Words) -> Screen:
    return screen(say, say("Please write it in words; I cannot read anything else here."))


def story(say: Words, told: Story, page: int = 0) -> Screen:
    """Question and answers in their order, and what the reader can do now."""
    found = told.inquiry
    lines = [say.plain("Inquiry #{number}: {matter}", number=found.number, matter=matter(say, found))]
    lines += [say.plain(SAID[line.side], words=line.words) for line in told.lines]
    if found.late:
        lines.append(say.plain("An answer was late."))
    lines.append(say.plain(STANDS[found.state], by=say.time(found.due_at)))
    deeds = []
    if told.answers:
        deeds.append(Choice(say.plain("Answer it"), taps.AnswerInquiry(inquiry=found.id)))
    if told.decides:
        deeds.append(Choice(say.plain("That will do"), taps.Settle(inquiry=found.id)))
        deeds.append(Choice(say.plain("Ask again"), taps.AskAgain(inquiry=found.id)))
    turn = lambda at: taps.SeeInquiry(inquiry=found.id, page=at)  # noqa: E731 - a way to turn the page
    return paged(say, "\n".join(lines), page, turn, *deeds, back=taps.SeeInquiries())


def listed(say: Words, found: Sequence[Inquiry], page: int = 0) -> Screen:
    """All that everybody may read; nobody is named."""
    if not found:
        return screen(say, say("The supervisors have not asked anything yet."), back=GoHome())
    choices = [Choice(_label(say, one), taps.SeeInquiry(inquiry=one.id)) for one in found]
    text = say("What supervisors asked, and what was answered")
    return screen(say, text, *page_of(say, choices, page, taps.SeeInquiries(page=page + 1)), columns=1, back=GoHome())


def in_private(say: Words) -> Screen:
    return Screen(say("Please write /inquire to me in private."))


def see(say: Words, inquiry: Inquiry) -> Choice:
    return Choice(say.plain("See the inquiry"), taps.SeeInquiry(inquiry=inquiry.id))


def _label(say: Words, inquiry: Inquiry) -> str:
    return say.plain("#{number} {matter}", number=inquiry.number, matter=matter(say, inquiry))
