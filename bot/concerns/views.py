"""How telling a concern looks to the resident."""

from bot.concerns import taps
from bot.concerns.forms import Draft, Question
from bot.concerns.model.concern import Concern, Partner
from bot.concerns.model.life import State
from bot.kit.home import MY_CONCERNS
from bot.kit.screens import Choice, Screen, page_of, screen
from bot.kit.words import Words, later, shorten
from bot.residents.model import Household
from nlu.category import CATEGORIES
from nlu.place import Place

NAMES = {
    "lighting": later("Lighting"),
    "waste": later("Waste"),
    "parking": later("Parking"),
    "noise": later("Noise"),
    "lift": later("Lift"),
    "utility": later("Water, power, gas"),
    "pets": later("Pets"),
    "property": later("Property company"),
    "greening": later("Greenery"),
    "safety": later("Safety"),
    "road": later("Roads and paths"),
    "illegal_build": later("Illegal building"),
    "housing": later("Walls and roofs"),
    "traffic": later("Traffic"),
    "pollution": later("Smoke and dirt"),
    "stall": later("Street stalls"),
    "other": later("Something else"),
}
STATES = {
    State.RECEIVED: later("waiting for an answer, until {by}"),
    State.CLAIMED: later("{name} is seeing to it, answer until {by}"),
    State.ACKNOWLEDGED: later("answered, a plan until {by}"),
    State.SIMPLE: later("to be solved on {by}"),
    State.PLANNED: later("planned, done until {by}"),
    State.FORWARDED: later("with {to}, we tell you more on {by}"),
    State.PAUSED: later("waits, goes on after {by}"),
    State.DONE: later("done; please say whether it is solved"),
    State.EXPLAINED: later("cannot be done; you were told why"),
    State.REOPENED: later("not solved yet; answer until {by}"),
    State.CONFIRMED: later("solved"),
    State.ACCEPTED: later("cannot be done; you know why"),
    State.UNCONTRADICTED: later("done; nobody said otherwise"),
    State.DUPLICATE: later("goes on with another concern"),
    State.WITHDRAWN: later("taken back"),
}
"""What everybody reads of each state: how it is, what comes next, by when."""
PARTNERS = {
    Partner.GOVERNMENT: later("the government"),
    Partner.PROPERTY: later("the property company"),
    Partner.OWNERS: later("the owners' meeting"),
}
CANCEL = later("Never mind")


def category(say: Words, name: str) -> str:
    return say.plain(NAMES.get(name, NAMES["other"]))


def state(say: Words, concern: Concern) -> str:
    to = say.plain(PARTNERS[concern.promise.to]) if concern.promise.to else ""
    by = say.day(concern.deadline.at) if concern.deadline else ""
    return say.plain(STATES[concern.state], name=concern.handler.name if concern.handler else "", to=to, by=by)


def what_about(say: Words, concern: Concern, most: int = 40) -> str:
    """The concern in one short line."""
    if concern.author.gone:
        return say.plain("(deleted)")
    return shorten(concern.told.text, most) or say.plain("(voice message)")


def place(found: Place) -> str:
    """A place as it is written on doors: 3号楼2单元."""
    parts = ((found.building, "号楼"), (found.unit, "单元"), (found.floor, "层"), (found.room, "室"))
    return "".join(f"{number}{kind}" for number, kind in parts if number is not None)


def cannot_read(say: Words) -> Screen:
    return screen(say, say("I can keep words, photos and voice messages; not this. Please tell me another way."))


def question(say: Words, draft: Draft, home: Household | None = None) -> Screen:
    """What the draft asks next. `home` offers the resident's own building."""
    if draft.adding:
        return _add_media(say)
    match draft.question:
        case Question.WHETHER:
            return _offer(say, draft)
        case Question.WHAT:
            return _what(say, draft)
        case Question.WHERE:
            return _where(say, home)
        case Question.CATEGORY:
            return categories(say, 0)
        case Question.RIGHT:
            return read_back(say, draft)


def _what(say: Words, draft: Draft) -> Screen:
    text = say("What is the matter? Write it, say it as a voice message, or send a photo.")
    if draft.told.photo:
        text = say("I have the photo. What is the matter in it? One sentence is enough.")
    mine = Choice(say.plain(MY_CONCERNS), taps.Mine())
    return screen(say, text, mine, Choice(say.plain(CANCEL), taps.Drop(key=draft.key)))


def _where(say: Words, home: Household | None) -> Screen:
    choices = [Choice(say.plain("Common ground"), taps.PickPlace(building=0, unit=0))]
    if home is not None:
        own = say.plain("Building {building}, unit {unit}", building=home.building, unit=home.unit)
        choices.insert(0, Choice(own, taps.PickPlace(building=home.building, unit=home.unit)))
    return screen(say, say("Where is it? Tap, write the place, or send your location."), *choices)


def categories(say: Words, page: int) -> Screen:
    choices = [Choice(category(say, name), taps.PickCategory(category=name)) for name in CATEGORIES]
    shown = page_of(say, choices, page, taps.TurnCategories(page=page + 1))
    return screen(say, say("What kind of matter is it?"), *shown, columns=3)


def read_back(say: Words, draft: Draft) -> Screen:
    told = shorten(draft.told.text, 20 if say.elder else 800) or say.plain("(voice message)")
    where = shorten(draft.where, 12 if say.elder else 200)
    text = say("You say: {told}\nWhere: {where}\nKind: {kind}\nIs that right?", told=told, where=where,
               kind=category(say, draft.category))  # fmt: skip
    if draft.told.photo and not say.elder:
        text += "\n" + say("With your photo.")
    return screen(
        say,
        text,
        Choice(say.plain("Yes, that is right"), taps.Confirm(key=draft.key)),
        Choice(say.plain("Change something"), taps.Amend()),
        Choice(say.plain("Add a photo or voice"), taps.AddMedia()),
    )


def _add_media(say: Words) -> Screen:
    return screen(
        say,
        say("Please send the photo or the voice message now."),
        Choice(say.plain("It is fine without"), taps.ReadBack()),
    )


def amend(say: Words, draft: Draft) -> Screen:
    return screen(
        say,
        say("What shall be changed?"),
        Choice(say.plain("What it is about"), taps.AskAgain(question=Question.WHAT)),
        Choice(say.plain("The place"), taps.AskAgain(question=Question.WHERE)),
        Choice(say.plain("The kind"), taps.AskAgain(question=Question.CATEGORY)),
        Choice(say.plain(CANCEL), taps.Drop(key=draft.key)),
        back=taps.ReadBack(),
    )


def receipt(say: Words, concern: Concern) -> Screen:
    by = say.time(concern.deadline.at if concern.deadline else concern.raised_at)
    text = say("Noted. Your number is #{number}.\nA person will answer by {by}.", number=concern.number, by=by)
    return screen(say, text, Choice(say.plain(MY_CONCERNS), taps.Mine()))


def dropped(say: Words) -> Screen:
    return screen(say, say("Good, we leave it. Whenever you need us, we are here."))


def _offer(say: Words, draft: Draft) -> Screen:
    """Somebody just wrote something: is it a concern?"""
    shown = shorten(draft.told.text, 20 if say.elder else 200)
    return screen(
        say,
        say("You wrote: {told}\nShall I report this?", told=shown),
        Choice(say.plain("Yes, report it"), taps.ReportThat()),
        Choice(say.plain("No"), taps.Drop(key=draft.key)),
    )
