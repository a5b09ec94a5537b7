"""How taking a community's records out looks, and what is wrong with a file that is brought in."""

from collections.abc import Callable, Mapping
from typing import Any

from bot.archive import taps
from bot.archive.model import BadArchive, Fault
from bot.kit.refusals import Refused
from bot.kit.screens import Choice, GoHome, Screen, screen
from bot.kit.words import Words, later

FAULTS = {
    Fault.NO_ARCHIVE: later("It is no export, or a part of it is missing. Please fetch it once more."),
    Fault.STRANGE: later("Something in it does not belong there, or is missing: {where}."),
    Fault.TOO_BIG: later("It unpacks to far too much. No export does that."),
    Fault.OTHER_VERSION: later("It was written by another version of the bot ({where}). Please export with this one."),
    Fault.NO_PEOPLE: later("It was exported without names, to be read only. Please export with names."),
    Fault.BAD_ROW: later("A line in it cannot be used: {where}, line {line}."),
    Fault.NOT_AS_SAID: later("It was changed after it was exported: {where}."),
    Fault.TORN: later("It was changed after it was exported: rows in it do not fit together."),
    Fault.SUMS: later("It was changed after it was exported: the points do not add up."),
    Fault.NOT_EMPTY: later("There is something in the books already. A community is imported into empty ones only."),
}


def offer(say: Words, people: bool) -> Screen:
    """With names only for who may."""
    text = say("What is kept about the community goes into one file. With or without names?")
    if not say.elder:
        text = say(
            "All that is kept about the community, in one file: tables for a spreadsheet, and lines for programs. "
            "How anybody votes in a running vote is never in it.\n\nThat you have fetched it stands in the log.",
        )
    choices = [Choice(say.plain("Fetch without names"), taps.Export(people=False))]
    if people:
        choices.append(Choice(say.plain("Fetch with names"), taps.AskExport()))
    return screen(say, text, *choices, columns=1, back=GoHome())


def ask(say: Words) -> Screen:
    """Read back once: the file leaves the house."""
    text = say("The file holds names, addresses and words of residents. Fetch it?")
    return screen(say, text, Choice(say.plain("Yes, fetch it"), taps.Export(people=True)), back=taps.SeeExport())


def fetched(say: Words) -> Screen:
    return screen(say, say("Here it is. Please keep it where nobody else can read it."), back=GoHome())


def too_big(say: Words) -> Screen:
    text = say("The file is too big for Telegram. Please have it fetched at the computer.")
    if not say.elder:
        text = say("The file is too big for Telegram. On the machine on which the bot runs, it is written by:\n"
                   "<code>python -m bot export community.zip</code>")  # fmt: skip
    return screen(say, text, back=GoHome())


def not_fetched(say: Words) -> Screen:
    text = say("It did not get through. Please try again.")
    return screen(say, text, Choice(say.plain("Try again"), taps.SeeExport()), back=GoHome())


def in_private(say: Words) -> Screen:
    return Screen(say("Please write /export to me in private."))


def bad_archive(say: Words, refusal: BadArchive) -> Screen:
    """Said to the terminal."""
    why = say(FAULTS[refusal.fault], where=refusal.where, line=refusal.line)
    return screen(say, "\n".join((say("Nothing was imported."), why)))


EXPLANATIONS: Mapping[type[Refused], Callable[[Words, Any], Screen]] = {BadArchive: bad_archive}
