"""How the year's award looks: nominating, choosing, and who was chosen."""

from collections.abc import Sequence

from bot.honours import taps
from bot.honours.model.certificate import Honour
from bot.honours.model.pioneer import Award, Ballot, EnoughNominations, Nominee, Stage
from bot.honours.model.thanks import Doer
from bot.honours.views import my_honours, stand_nowhere
from bot.kit.home import HONOURS, SeeHonours
from bot.kit.screens import Choice, GoHome, Screen, page_of, screen
from bot.kit.words import Words, later, shorten
from bot.residents.model import Resident

WAYS = {
    "vote": later("Then residents vote for those whom enough households named."),
    "rank": later("Of those whom enough households named, the ones with most points this year are chosen."),
}
"""As it is declared when nominations begin."""
SEE_PIONEERS = later("See the pioneers")
NOMINATE = later("Nominate a neighbour")
NAME = 10


def see_pioneers(say: Words) -> Choice:
    return Choice(say.plain(SEE_PIONEERS), taps.SeePioneers())


def nominate(say: Words) -> Choice:
    return Choice(say.plain(NOMINATE), taps.PickBuilding())


def stands(say: Words, ballot: Ballot | None, page: int = 0) -> Screen:
    """Where the latest award stands, and what one can do about it."""
    if ballot is None:
        text = say("The pioneers of the community are chosen once a year. You are told when it begins.")
        return screen(say, text, back=SeeHonours())
    award = ballot.award
    match award.stage:
        case Stage.NOMINATING:
            text = say("Pioneers of {year}: nominate neighbours until {day}.", year=award.year,
                       day=say.day(award.ends_at))  # fmt: skip
            if not say.elder:
                text = "\n".join((text, say(WAYS[award.way])))
            return screen(say, text, nominate(say), back=SeeHonours())
        case Stage.CHOOSING:
            return _choosing(say, ballot, page)
        case Stage.PUBLISHED:
            return _published(say, ballot)


def _choosing(say: Words, ballot: Ballot, page: int) -> Screen:
    text = say("Pioneers of {year}: whom do you choose? Until {day}.", year=ballot.award.year,
               day=say.day(ballot.award.ends_at))  # fmt: skip
    mine = next((one for one in ballot.nominees if one.id == ballot.chosen), None)
    if mine is not None:
        text = say("You chose {name}. You may choose anew until {day}.", name=mine.name,
                   day=say.day(ballot.award.ends_at))  # fmt: skip
    choices = [Choice(_named(say, one.name, one.building), taps.AskVote(nominee=one.id)) for one in ballot.nominees]
    return screen(say, text, *page_of(say, choices, page, taps.SeePioneers(page=page + 1)), back=SeeHonours())


def _published(say: Words, ballot: Ballot) -> Screen:
    names = [shorten(one.name, 16) for one in ballot.nominees]
    if not names:
        text = say("Of {year} there are no pioneers. Next year there is another chance.", year=ballot.award.year)
        return screen(say, text, back=SeeHonours())
    joint = "、" if say.language == "zh" else ", "
    told = shorten(joint.join(names), 36) if say.elder else joint.join(names)
    return screen(say, say("Pioneers of {year}: {names}", year=ballot.award.year, names=told), back=SeeHonours())


def pick_building(say: Words, buildings: Sequence[int], page: int = 0) -> Screen:
    """Where somebody did something this year."""
    if not buildings:
        text = say("Nobody can be nominated yet: what neighbours did this year is not noted.")
        return screen(say, text, back=SeeHonours())
    choices = [
        Choice(say.plain("Building {building}", building=building), taps.PickNeighbour(building=building))
        for building in buildings
    ]
    shown = page_of(say, choices, page, taps.PickBuilding(page=page + 1))
    return screen(say, say("In which building does the neighbour live?"), *shown, columns=3, back=taps.SeePioneers())


def pick_neighbour(say: Words, building: int, doers: Sequence[Doer], page: int = 0) -> Screen:
    choices = [Choice(shorten(doer.name, 16), taps.AskNominate(whom=doer.telegram_id)) for doer in doers]
    shown = page_of(say, choices, page, taps.PickNeighbour(building=building, page=page + 1))
    text = say("Whom of building {building} do you nominate? They did something for the neighbours this year.",
               building=building)  # fmt: skip
    return screen(say, text, *shown, back=taps.PickBuilding())


def ask_nominate(say: Words, resident: Resident) -> Screen:
    text = say("Nominate {name} of building {building}? They are told, not by whom.", name=resident.name,
               building=resident.household.building)  # fmt: skip
    yes = Choice(say.plain("Yes, I nominate"), taps.Nominate(whom=resident.telegram_id or 0))
    return screen(say, text, yes, Choice(say.plain("Not now"), taps.SeePioneers()))


def nominated(say: Words, resident: Resident) -> Screen:
    text = say("Noted: {name} is nominated by your household. Thank you.", name=resident.name)
    return screen(say, text, nominate(say), my_honours(say), back=GoHome())


def you_are_nominated(say: Words, award: Award) -> Screen:
    """To whom a neighbour has named."""
    text = say("Neighbours would like you as a pioneer of {year}. If you would rather not, tap below.", year=award.year)
    return screen(say, text, stand_nowhere(say), see_pioneers(say), back=GoHome())


def ask_vote(say: Words, one: Nominee) -> Screen:
    text = say("Choose {name} of building {building}? You may change it while it is open.", name=one.name,
               building=one.building)  # fmt: skip
    yes = Choice(say.plain("Yes, I choose"), taps.VoteFor(nominee=one.id))
    return screen(say, text, yes, Choice(say.plain("Not now"), taps.SeePioneers()))


def voted(say: Words) -> Screen:
    text = say("Noted. Nobody reads whom you chose; when it is over, that is deleted.")
    return screen(say, text, see_pioneers(say), back=GoHome())


def you_are_pioneer(say: Words, award: Award) -> Screen:
    text = say("Your neighbours thank you: you are a pioneer of {year}. There is a certificate for you.",
               year=award.year)  # fmt: skip
    get = Choice(say.plain("Get a certificate"), taps.GetCertificate(honour=Honour.PIONEER, year=award.year))
    return screen(say, text, get, my_honours(say), back=GoHome())


def opened_in_group(say: Words, award: Award) -> Screen:
    text = say("<b>Pioneers of the community {year}</b>\nWho did much for you this year? Nominate neighbours until "
               "{day}.\n{way}\nWho would rather not says so by one tap.", year=award.year, day=say.day(award.ends_at),
               way=say.plain(WAYS[award.way]))  # fmt: skip
    return _in_group(say, text)


def choosing_in_group(say: Words, award: Award, nominees: Sequence[Nominee]) -> Screen:
    text = say("<b>Pioneers of the community {year}</b>\nThese neighbours were nominated: {names}.\n"
               "Choose one of them until {day}, each resident once, in secret.", year=award.year,
               names=_names(say, nominees), day=say.day(award.ends_at))  # fmt: skip
    return _in_group(say, text)


def published_in_group(say: Words, award: Award, pioneers: Sequence[Nominee]) -> Screen:
    """With the numbers by which they were chosen."""
    if not pioneers:
        text = say("<b>Pioneers of the community {year}</b>\nNobody was nominated by enough households.",
                   year=award.year)  # fmt: skip
        return _in_group(say, text)
    unit = later("{name} of building {building}, {votes} votes")
    if award.way == "rank":
        unit = later("{name} of building {building}, {points} points this year")
    lines = [
        say(unit, name=shorten(one.name, 16), building=one.building, votes=one.votes, points=one.points)
        for one in pioneers
    ]
    heading = say("<b>Pioneers of the community {year}</b>", year=award.year)
    return _in_group(say, "\n".join((heading, *lines, say("Thank you, in the name of all neighbours."))))


def no_award(say: Words) -> Screen:
    text = say("This cannot be done now: nominations or voting are not open.")
    return screen(say, text, see_pioneers(say), back=SeeHonours())


def own_nomination(say: Words) -> Screen:
    text = say("Nobody nominates themselves. A neighbour may nominate you.")
    return screen(say, text, nominate(say), back=SeeHonours())


def enough_nominations(say: Words, refusal: EnoughNominations) -> Screen:
    text = say("Your household has nominated {most} neighbours; that is as many as one may.", most=refusal.most)
    return screen(say, text, see_pioneers(say), back=SeeHonours())


def not_to_be_nominated(say: Words) -> Screen:
    text = say("This neighbour cannot be nominated. Would you like to name another?")
    return screen(say, text, nominate(say), back=SeeHonours())


def not_shortlisted(say: Words) -> Screen:
    return screen(say, say("This name is not on the list any more."), see_pioneers(say), back=SeeHonours())


def _named(say: Words, name: str, building: int) -> str:
    return say.plain("{name}, building {building}", name=shorten(name, NAME), building=building)


def _names(say: Words, nominees: Sequence[Nominee]) -> str:
    joint = "、" if say.language == "zh" else ", "
    return joint.join(_named(say, one.name, one.building) for one in nominees)


def _in_group(say: Words, text: str) -> Screen:
    return Screen(text, ((Choice(say.plain(HONOURS), SeeHonours()),),))
