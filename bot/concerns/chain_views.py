"""How the whole chain of a concern looks to everybody: without names, unless its author lets theirs be shown."""

from collections.abc import Mapping

from bot.concerns import taps
from bot.concerns.forms import COMMON_GROUND
from bot.concerns.model.chain import Chain, Line
from bot.concerns.model.concern import Concern
from bot.concerns.model.life import Deed, Entry, State
from bot.concerns.views import category, state
from bot.kit.home import ProposeFrom
from bot.kit.screens import ELDER_CHARACTERS, PAGE, Choice, GoHome, Screen, pages, screen
from bot.kit.words import Words, later, shorten
from bot.roles.model import Role
from nlu.place import Place, door_of, without_room

SHORT = 40
"""Characters of what was told that everybody may read; all of it where the author lets their name be shown."""
NAME = 12
"""Characters of a signature."""
SOMEBODY = later("a person is seeing to it, answer until {by}")
"""In place of the name that its author reads."""
HAPPENED: Mapping[Deed | Entry, str] = {
    Entry.RAISED: later("{day}: reported"),
    Entry.CONSENT: later("{day}: told by {who} with the resident's consent"),
    Entry.OFFICIAL: later("{day}: reply of the sub-district office ({who}): {words}"),
    Entry.AGENDA: later("{day}: became agenda item {words}"),
    Deed.CLAIM: later("{day}: {who} took it on"),
    Deed.HAND_OVER: later("{day}: handed to the building liaison"),
    Deed.ANSWER: later("{day}: {who} answered"),
    Deed.CALL_SIMPLE: later("{day}: to be done the same day"),
    Deed.PLAN: later("{day}: {who} said who does what by when"),
    Deed.FORWARD: later("{day}: forwarded"),
    Deed.PAUSE: later("{day}: put off for a reason"),
    Deed.RESUME: later("{day}: taken up again"),
    Deed.FINISH: later("{day}: {who} said that it is done"),
    Deed.EXPLAIN: later("{day}: {who} said why it cannot be done"),
    Deed.JOIN: later("{day}: goes on with another concern"),
    Deed.WITHDRAW: later("{day}: who reported it took it back"),
    Deed.ESCALATE: later("{day}: late, reported further up"),
    Deed.LAPSE: later("{day}: closed, nobody said otherwise"),
    Deed.CONFIRM: later("{day}: who reported it said that it is solved"),
    Deed.REOPEN: later("{day}: who reported it said that it is not solved"),
}
WHO: Mapping[Role | None, str] = {
    Role.MODERATOR: later("a moderator"),
    Role.LIAISON: later("the building liaison"),
    Role.GOVERNMENT: later("contact at the sub-district office"),
    None: later("the community's staff"),
}


def chain(say: Words, chain: Chain, page: int = 0) -> Screen:
    """All of it, in 长辈版 page by page."""
    parts = pages("\n".join(_told(say, chain)), ELDER_CHARACTERS if say.elder else PAGE)
    choices = _choices(say, chain)
    if len(parts) > 1:
        onward = taps.SeeChain(concern=chain.concern.id, page=(page + 1) % len(parts))
        choices.insert(0, Choice(say.plain("Read on"), onward))
    return screen(say, say.quote(parts[page % len(parts)]), *choices, columns=1, back=GoHome())


def _told(say: Words, chain: Chain) -> list[str]:
    concern = chain.concern
    kind, where = category(say, concern.category), public_place(say, concern)
    told = [
        say.plain("#{number} · {kind}, {where}", number=concern.number, kind=kind, where=where),
        public_words(say, concern, _length(concern)),
    ]
    if concern.named:
        told.append(say.plain("From: {name}", name=concern.author.name))
    told.append(next_step(say, chain))
    told += [_line(say, line) for line in chain.lines]
    if chain.households:
        told.append(say.plain("{count} more households have met it too.", count=chain.households))
    return told


def _length(concern: Concern) -> int:
    """How much of its words everybody may read."""
    return PAGE // 2 if concern.named else SHORT


def next_step(say: Words, chain: Chain) -> str:
    """How it stands, what happens next and by when."""
    concern = chain.concern
    if chain.late and concern.deadline is not None:
        by = say.time(concern.deadline.at)
        return say.plain("It was due by {by}. It is late; we have not forgotten it.", by=by)
    if concern.state is State.CLAIMED and concern.deadline is not None:
        return say.plain(SOMEBODY, by=say.day(concern.deadline.at))
    return state(say, concern)


def public_words(say: Words, concern: Concern, most: int) -> str:
    """What it is about, without the room and the name of who told it."""
    if concern.author.gone:
        return say.plain("(deleted)")
    told = without_room(concern.told.text)
    if not concern.named:
        told = told.replace(concern.author.name, "…")
    return shorten(told, most) or say.plain("(voice message)")


def public_place(say: Words, concern: Concern) -> str:
    """Building and unit, no more."""
    if concern.where == COMMON_GROUND:
        return say.plain("Common ground")
    return door_of(concern.where) or str(Place(concern.building)) or say.plain("on the estate")


def name_allowed(say: Words, concern: Concern, named: bool) -> Screen:
    """After the author has said whether their name may be shown."""
    text = say("Good. Under #{number} your name is not shown.", number=concern.number)
    if named:
        text = say("Thank you. Under #{number} your name is shown now.", number=concern.number)
    return screen(say, text, Choice(say.plain("See all of it"), taps.SeeChain(concern=concern.id)))


def _line(say: Words, line: Line) -> str:
    who = shorten(line.name, NAME) or say.plain(WHO[line.by])
    words = line.words or (say.plain("(deleted)") if line.what is Entry.OFFICIAL else "")
    return say.plain(HAPPENED[line.what], day=say.day(line.at), who=who, words=words)


def _choices(say: Words, chain: Chain) -> list[Choice]:
    concern, choices = chain.concern, []
    if chain.joined:
        choices.append(Choice(say.plain("We have not met it"), taps.MeToo(concern=concern.id, met=False)))
    elif chain.may_join:
        choices.append(Choice(say.plain("We have met it too"), taps.MeToo(concern=concern.id, met=True)))
    if chain.own:
        label = say.plain("Do not show my name") if concern.named else say.plain("My name may be shown")
        choices.append(Choice(label, taps.AllowName(concern=concern.id, named=not concern.named)))
    if chain.may_propose:
        choices.append(Choice(say.plain("Make it an agenda item"), ProposeFrom(concern=concern.id)))
    return choices
