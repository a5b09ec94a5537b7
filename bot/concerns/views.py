"""How telling a concern looks to the resident."""

from bot.concerns import taps, voice_views
from bot.concerns.forms import COMMON_GROUND, Draft, Question
from bot.concerns.model.concern import Concern, Partner
from bot.concerns.model.life import State
from bot.kit.home import MAKE_WISH, MY_CONCERNS, MakeWish
from bot.kit.screens import Choice, Screen, page_of, screen
from bot.kit.words import Words, later, shorten
from bot.residents.model import Household
from nlu.category import CATEGORIES

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


def where(say: Words, told: Draft | Concern) -> str:
    """The place as it was told; the common ground in the reader's language."""
    if told.spot is not None:
        own = isinstance(told, Draft)
        return say.plain("the location you sent") if own else say.plain("the location that was sent")
    return say.plain("Common ground") if told.where == COMMON_GROUND else told.where


def cannot_read(say: Words) -> Screen:
    return screen(say, say("I can keep words, photos and voice messages; not this. Please tell me another way."))


def question(say: Words, draft: Draft, home: Household | None = None) -> Screen:
    """What the draft asks next; whether it is one that is there already is asked by `support_views`.

    `home` offers the resident's own building.
    """
    if draft.adding:
        return add_media(say, draft)
    match draft.question:
        case Question.WAIT:
            return voice_views.wait(say, draft)
        case Question.HEARD:
            return voice_views.heard(say, draft)
        case Question.WHAT:
            return _what(say, draft)
        case Question.WHERE:
            return _where(say, draft, home)
        case Question.CATEGORY:
            return categories(say, draft)
        case Question.SAME | Question.RIGHT:
            return read_back(say, draft)


def _what(say: Words, draft: Draft) -> Screen:
    text = say("What is the matter? Write it, say it as a voice message, or send a photo.")
    if draft.behalf is not None:
        text = say("What shall be reported for this resident? Write it, say it, or send a photo.")
    if draft.told.photos:
        text = say("I have the photo. What is the matter in it? One sentence is enough.")
    mine = Choice(say.plain(MY_CONCERNS), taps.Mine())
    wish = Choice(say.plain(MAKE_WISH), MakeWish())
    return screen(say, text, mine, wish, Choice(say.plain(CANCEL), taps.Drop(key=draft.key)))


def _where(say: Words, draft: Draft, home: Household | None) -> Screen:
    choices = [Choice(say.plain("Common ground"), taps.PickPlace(key=draft.key, building=0, unit=0))]
    if home is not None:
        own = say.plain("Building {building}, unit {unit}", building=home.building, unit=home.unit)
        choices.insert(0, Choice(own, taps.PickPlace(key=draft.key, building=home.building, unit=home.unit)))
    return screen(say, say("Where is it? Tap, write the place, or send your location."), *choices)


def categories(say: Words, draft: Draft, page: int = 0) -> Screen:
    choices = [Choice(category(say, name), taps.PickCategory(key=draft.key, category=name)) for name in CATEGORIES]
    shown = page_of(say, choices, page, taps.TurnCategories(key=draft.key, page=page + 1))
    return screen(say, say("What kind of matter is it?"), *shown, columns=3)


def read_back(say: Words, draft: Draft) -> Screen:
    return screen(
        say,
        _read_back(say, draft),
        Choice(say.plain("Yes, that is right"), taps.Confirm(key=draft.key)),
        Choice(say.plain("Change something"), taps.Amend(key=draft.key)),
        Choice(say.plain("Add a photo or voice"), taps.AddMedia(key=draft.key)),
    )


def _read_back(say: Words, draft: Draft) -> str:
    told = shorten(draft.told.text, 20 if say.elder else 800) or say.plain("(voice message)")
    place = shorten(where(say, draft), 12 if say.elder else 200)
    kind = category(say, draft.category)
    if draft.told.photos:
        return say("You say: {told}\nWhere: {where}\nKind: {kind}\nWith your photo.\nIs that right?",
                   told=told, where=place, kind=kind)  # fmt: skip
    return say("You say: {told}\nWhere: {where}\nKind: {kind}\nIs that right?", told=told, where=place, kind=kind)


def add_media(say: Words, draft: Draft) -> Screen:
    return screen(
        say,
        say("Please send the photo or the voice message now."),
        Choice(say.plain("It is fine without"), taps.ReadBack(key=draft.key)),
    )


def amend(say: Words, draft: Draft) -> Screen:
    def again(label: str, asked: Question) -> Choice:
        return Choice(label, taps.AskAgain(key=draft.key, question=asked))

    return screen(
        say,
        say("What shall be changed?"),
        again(say.plain("What it is about"), Question.WHAT),
        again(say.plain("The place"), Question.WHERE),
        again(say.plain("The kind"), Question.CATEGORY),
        Choice(say.plain(CANCEL), taps.Drop(key=draft.key)),
        back=taps.ReadBack(key=draft.key),
    )


def receipt(say: Words, concern: Concern) -> Screen:
    by = say.time(concern.deadline.at if concern.deadline else concern.raised_at)
    text = say("Noted. Your number is #{number}.\nA person will answer by {by}.", number=concern.number, by=by)
    see = Choice(say.plain("See all of it"), taps.SeeChain(concern=concern.id))
    return screen(say, text, see, Choice(say.plain(MY_CONCERNS), taps.Mine()))


def dropped(say: Words) -> Screen:
    return screen(say, say("Good, we leave it. Whenever you need us, we are here."))
