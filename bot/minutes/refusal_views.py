"""Why something about minutes cannot be."""

from collections.abc import Callable, Mapping
from typing import Any

from bot.kit.home import MINUTES, SeeMinutes
from bot.kit.refusals import Refused
from bot.kit.screens import Choice, Screen, screen
from bot.kit.words import Words
from bot.minutes.model.refusals import (
    ApprovedAlready,
    CorrectionsOver,
    DecidedAlready,
    DraftChanged,
    NoErratum,
    NoMinutes,
    NothingHalfSaid,
    NotPublished,
    WordsDoNotFit,
    WroteAlready,
)


def _see(say: Words) -> Choice:
    return Choice(say.plain(MINUTES), SeeMinutes())


def no_minutes(say: Words, _: NoMinutes) -> Screen:
    return screen(say, say("There are no such minutes here."), _see(say))


def not_published(say: Words, refusal: NotPublished) -> Screen:
    text = say("The minutes of {day} are not out yet. They come a day after, once the chair has approved them.",
               day=say.day(refusal.starts_at))  # fmt: skip
    return screen(say, text, _see(say))


def approved_already(say: Words, _: ApprovedAlready) -> Screen:
    return screen(say, say("They are approved already; nothing can be added any more."), _see(say))


def draft_changed(say: Words, _: DraftChanged) -> Screen:
    text = say("A note was added to the draft since. Please read it once more, then approve it.")
    return screen(say, text, _see(say))


def no_erratum(say: Words, _: NoErratum) -> Screen:
    return screen(say, say("There is no such correction here any more."), _see(say))


def wrote_already(say: Words, _: WroteAlready) -> Screen:
    text = say("You have written a correction of these minutes. Each person writes one, so that all are read.")
    return screen(say, text, _see(say))


def corrections_over(say: Words, refusal: CorrectionsOver) -> Screen:
    text = say("Corrections were taken until {when}. Now the minutes are final; please raise it on the next day.",
               when=say.time(refusal.since))  # fmt: skip
    return screen(say, text, _see(say))


def decided_already(say: Words, _: DecidedAlready) -> Screen:
    return screen(say, say("Somebody else has decided on this correction already."), _see(say))


def nothing_half_said(say: Words, _: NothingHalfSaid) -> Screen:
    return screen(say, say("This was handed in or dropped before."), _see(say))


def words_do_not_fit(say: Words, refusal: WordsDoNotFit) -> Screen:
    return screen(say, say("Please write it in words, at most {most} characters.", most=refusal.most))


EXPLANATIONS: Mapping[type[Refused], Callable[[Words, Any], Screen]] = {
    NoMinutes: no_minutes,
    NotPublished: not_published,
    ApprovedAlready: approved_already,
    DraftChanged: draft_changed,
    NoErratum: no_erratum,
    WroteAlready: wrote_already,
    CorrectionsOver: corrections_over,
    DecidedAlready: decided_already,
    NothingHalfSaid: nothing_half_said,
    WordsDoNotFit: words_do_not_fit,
}
