"""How the charter reads: its rules in words, what amendments have written into it, and which resolution made what."""

from collections.abc import Sequence

from bot.charter.model import Rule, Values, Version
from bot.charter.taps import ReadCharter
from bot.kit.home import CHARTER, RESOLUTIONS, SeeCharter, SeeResolutions
from bot.kit.screens import Choice, GoHome, Screen, paged
from bot.kit.words import Words, later

SENTENCES = {
    Rule.PREVIEW_DAYS: later("The agenda of each sitting is published {value} days before."),
    Rule.SITTING_QUORUM: later("A sitting decides when more than {value} of the representatives are there."),
    Rule.VOTE_QUORUM: later("A vote counts when at least {value} of all who may vote take part."),
    Rule.OBJECTION_DAYS: later("Each decision is on notice for {value} days; everybody can object."),
    Rule.MAJORITY: later("The charter changes when at least {value} of all ballots agree, after the notice."),
}
SITTINGS = {1: later("Each {day} there is a sitting."), 2: later("Every two weeks there is a sitting, on {day}.")}
WEEKDAYS = {
    "monday": later("Monday"),
    "tuesday": later("Tuesday"),
    "wednesday": later("Wednesday"),
    "thursday": later("Thursday"),
    "friday": later("Friday"),
    "saturday": later("Saturday"),
    "sunday": later("Sunday"),
}


def charter(say: Words, versions: Sequence[Version], page: int = 0) -> Screen:
    """All of it, page by page in 长辈版; the newest is the last."""
    newest = versions[-1]
    told = [say.plain("Our charter, version {number}", number=newest.number)]
    told += [say.plain("{at}. {said}", at=at, said=rule) for at, rule in enumerate(rules(say, newest.values), 1)]
    told += [say.plain("Written in by resolution {number}: {words}", number=one.resolution, words=one.words)
             for one in versions if one.resolution is not None]  # fmt: skip
    told += [_made(say, one) for one in versions]
    results = Choice(say.plain(RESOLUTIONS), SeeResolutions())
    return paged(say, "\n".join(told), page, lambda to: ReadCharter(page=to), results, back=GoHome())


def rules(say: Words, values: Values) -> list[str]:
    """Plain: what holds, one sentence each."""
    day = say.plain(WEEKDAYS[values[Rule.WEEKDAY]])
    others = [say.plain(sentence, value=values[rule]) for rule, sentence in SENTENCES.items()]
    return [say.plain(SITTINGS[values[Rule.EVERY_WEEKS]], day=day), *others]


def amended(say: Words, version: Version) -> Screen:
    """To the group, once."""
    text = say("The charter has changed: version {number} holds from {day} on, by resolution {resolution}. Sittings"
               " that are in the calendar stay there.", number=version.number, day=say.day(version.at),
               resolution=version.resolution)  # fmt: skip
    return Screen(text, ((Choice(say.plain(CHARTER), SeeCharter()),),))


def _made(say: Words, version: Version) -> str:
    day = say.day(version.at)
    if version.resolution is None:
        return say.plain("Version {number}: what held on {day}, at the beginning.", number=version.number, day=day)
    return say.plain("Version {number}: since {day}, by resolution {resolution}.", number=version.number, day=day,
                     resolution=version.resolution)  # fmt: skip
