"""How telling a concern for somebody else looks, to both."""

from bot.concerns import taps
from bot.concerns.model.concern import Concern
from bot.concerns.model.refusals import Unfinished
from bot.concerns.views import what_about
from bot.kit.home import MY_CONCERNS, REPORT, Report
from bot.kit.screens import Choice, GoHome, Screen, screen
from bot.kit.words import Words
from bot.residents.model import Resident


def ask_consent(say: Words, resident: Resident, paper: bool) -> Screen:
    """Nothing is told for somebody who has not agreed to it."""
    name, address = resident.name, resident.household.address
    text = say("Report for {name}, {address}: has this person agreed?", name=name, address=address)
    agreed = taps.TellFor(resident=resident.id, paper=paper)
    return screen(say, text, Choice(say.plain("They have agreed"), agreed), back=GoHome())


def told_for_you(say: Words, concern: Concern, name: str) -> Screen:
    about = what_about(say, concern, 16 if say.elder else 200)
    text = say("{name} has reported for you: #{number} {about}.", name=name, number=concern.number, about=about)
    return screen(say, text, Choice(say.plain(MY_CONCERNS), taps.Mine()))


def unfinished(say: Words, _: Unfinished) -> Screen:
    text = say("Another matter is half told. Please finish it or drop it first.")
    return screen(say, text, Choice(say.plain(REPORT), Report()))
