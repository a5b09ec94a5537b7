"""How a vote is opened: one question after the other, the rule as sentences, all read back."""

from bot.agenda.item_views import SCOPES
from bot.agenda.model.item import Item
from bot.booth import taps
from bot.booth.forms import Asked, Opening
from bot.booth.group_views import described
from bot.booth.model.offers import Offers
from bot.booth.part_views import ADVISORY, BINDING, TITLE_ELDER, rule_of, secrecy
from bot.booth.rule_views import how
from bot.kit.home import BEGIN_VOTE, OpenVote
from bot.kit.screens import Choice, GoHome, Screen, page_of, paged, screen
from bot.kit.words import Words, later, shorten
from bot.votes.model.rule import Kind, Rule
from bot.votes.model.vote import Secrecy, Vote

KINDS = {
    Kind.CHOOSE: later("Choose from several"),
    Kind.APPROVAL: later("Tick all that one can live with"),
    Kind.RANKED: later("Put several in order"),
}
SECRECIES = {Secrecy.DETACHED: later("Secret"), Secrecy.NAMED: later("By name")}
MATTERS = (
    later("The rules of the owners' meeting"),
    later("The management convention"),
    later("Who is on the owners' committee"),
    later("Hire or dismiss the property manager"),
    later("Use the maintenance fund"),
    later("Raise the maintenance fund"),
    later("Rebuild or alter"),
    later("Use common parts otherwise, or for business"),
    later("Another major matter"),
)
"""民法典 278 ¶1, in its order."""
ROWS = {
    "cost": later("{option}: what does it cost?"),
    "time": later("{option}: how long does it take?"),
    "gains": later("{option}: who gains?"),
    "risk": later("{option}: what is the risk?"),
    "source": later("{option}: where do the figures come from?"),
}
OPTION_ELDER = 20
"""Characters of an option's name in 长辈版."""
CHANGES = later("A ballot can be changed until the end; the last one counts.")
STANDS = later("A ballot stands as it is cast first.")
ADVISE = later("Ask for opinions only")
WHOLE = later("The whole estate")
QUESTIONS = {
    Asked.KIND: later("{what}: how shall people vote?"),
    Asked.MATTER: later("{what}: which matter of the owners is it?"),
    Asked.BASIS: later("Does it bind by law? If so, write the legal basis; otherwise it asks for opinions."),
    Asked.BUILDING: later("Who is asked: the whole estate, or one building?"),
    Asked.MOST: later("How many options may one choose?"),
    Asked.SECRECY: later("Shall it be secret?"),
    Asked.ENDS: later("Until when?"),
    Asked.CHANGE: later("May people change their ballot until the end? Usually they may."),
}


def votable(say: Words, item: Item | None) -> Screen:
    """What is open on the floor, if a vote can begin on it."""
    if item is None:
        text = say("No item can be voted on now. Open one on the deliberation day; the group must have had it in time.")
        if say.elder:
            text = say("No item can be voted on now. It has to be open at the sitting.")
        return screen(say, text, back=GoHome())
    begin = Choice(say.plain(BEGIN_VOTE), OpenVote(item=item.id))
    what = shorten(item.what, TITLE_ELDER if say.elder else 40)
    return screen(say, say("Open at the sitting: {what}. Shall a vote begin on it?", what=what), begin, back=GoHome())


def question(say: Words, draft: Opening, offers: Offers, page: int = 0) -> Screen:
    """The next one, or all read back."""
    asked = draft.question
    if asked is None:
        return _read_back(say, draft, offers, page)
    if asked is Asked.ROWS:
        return _ask_row(say, draft)
    what = shorten(offers.item.what, TITLE_ELDER if say.elder else 40)
    turn = taps.AskOpening(key=draft.key, page=page + 1)
    shown = page_of(say, _answers(say, draft, asked, offers), page, turn)
    columns = 4 if asked is Asked.BUILDING else 1
    text = say(QUESTIONS[asked], what=what)
    return screen(say, text, *shown, columns=columns, back=taps.DropOpening(key=draft.key))


def _answers(say: Words, draft: Opening, asked: Asked, offers: Offers) -> list[Choice]:
    labels: dict[str, str] = {}
    match asked:
        case Asked.KIND:
            labels = {kind.value: say.plain(label) for kind, label in KINDS.items()}
        case Asked.MATTER:
            labels = {str(number): say.plain(label) for number, label in enumerate(MATTERS, 1)}
        case Asked.BASIS:
            labels = {"0": say.plain(ADVISE)}
        case Asked.BUILDING:
            numbered = {str(one): say.plain("Building {building}", building=one) for one in offers.buildings}
            labels = {"0": say.plain(WHOLE), **numbered}
        case Asked.MOST:
            more = {str(most): say.plain("Up to {most}", most=most) for most in draft.numbers[1:]}
            labels = {"1": say.plain("One only"), **more}
        case Asked.SECRECY:
            labels = {kind.value: say.plain(label) for kind, label in SECRECIES.items()}
        case Asked.ENDS:
            labels = {str(int(end.timestamp())): say.time(end) for end in offers.ends}
        case Asked.CHANGE:
            labels = {"1": say.plain("Yes, the last one counts"), "0": say.plain("No, the first one stands")}
    return [Choice(label, taps.Answer(key=draft.key, asked=asked, value=value)) for value, label in labels.items()]


def _ask_row(say: Words, draft: Opening) -> Screen:
    """Line by line; who has it all in front of them sends five lines at once."""
    begun = len(draft.rows) > len(draft.options)
    name = draft.names[len(draft.options)]
    text = say(ROWS[draft.row], option=shorten(name, OPTION_ELDER) if say.elder else name)
    if not begun and not say.elder:
        text = "\n".join((text, say("You may also send five lines: cost, time, who gains, risk, source.")))
    return screen(say, text, back=taps.DropOpening(key=draft.key))


def _read_back(say: Words, draft: Opening, offers: Offers, page: int) -> Screen:
    rule = offers.rule
    lines = [offers.item.what, say.plain(SCOPES[draft.scope])]
    if draft.basis is not None:
        lines.append(say.plain(BINDING, basis=draft.basis) if draft.basis else say.plain(ADVISORY))
    if rule is not None:
        lines += [rule_of(say, rule), how(say, rule) if isinstance(rule, Rule) else ""]
    lines += [described(say, row) for row in draft.options]
    lines.append(secrecy(say, draft.secrecy or Secrecy.NAMED))
    if draft.closes_at is not None:
        lines.append(say.plain("Open until {when}.", when=say.time(draft.closes_at)))
    lines.append(say.plain(STANDS if draft.changeable is False else CHANGES))
    lines.append(say.plain("Nothing of this can be changed later. Begin?"))
    return paged(
        say,
        "\n".join(line for line in lines if line),
        page,
        lambda to: taps.AskOpening(key=draft.key, page=to),
        Choice(say.plain("Yes, begin the vote"), taps.OpenNow(key=draft.key)),
        Choice(say.plain("No, ask me again"), taps.OpenAnew(key=draft.key)),
        columns=1,
        back=taps.DropOpening(key=draft.key),
    )


def opened(say: Words, vote: Vote) -> Screen:
    text = say("Vote {number} has begun. Its card comes to the group now.", number=vote.number)
    return screen(say, text, Choice(say.plain("See the vote"), taps.SeeVote(vote=vote.id)), back=GoHome())


def dropped(say: Words) -> Screen:
    return screen(say, say("Good, no vote is opened."), back=GoHome())
