"""How adding words to minutes looks: to who writes them, and to the moderators who decide."""

from collections.abc import Sequence

from bot.kit.home import SeeMinutes
from bot.kit.screens import ELDER_CHARACTERS, PAGE, Choice, Screen, pages, screen
from bot.kit.words import Words, later, shorten
from bot.minutes import taps
from bot.minutes.forms import MinutesWords, Wanted
from bot.minutes.model.erratum import Erratum, Verdict
from bot.minutes.model.minutes import Minutes
from bot.minutes.views import approve, read

QUESTIONS = {
    Wanted.NOTE: later("What do you add? At most {most} characters. Figures and motions stay as they are."),
    Wanted.ERRATUM: later("What is wrong in them? At most {most} characters. Moderators read it without your name."),
    Wanted.DECLINE: later("Why is it not taken over? At most {most} characters. Who wrote it reads them."),
}
READ_BACK = {
    Wanted.NOTE: later("You say: {told}\nEverybody reads it in the minutes. Right?"),
    Wanted.ERRATUM: later("You say: {told}\nIt goes to the moderators, without your name. Right?"),
    Wanted.DECLINE: later("You say: {told}\nWho wrote the correction reads it. Right?"),
}
VERDICTS = {
    Verdict.PENDING: later("Nobody has decided on it yet."),
    Verdict.ACCEPTED: later("It was taken over."),
    Verdict.DECLINED: later("It was not taken over."),
}
TOLD = 26
"""Characters of somebody's own words that fit beside the question in 长辈版."""


def ask(say: Words, form: MinutesWords, most: int) -> Screen:
    """For the words; or, once there are some, whether they are right."""
    drop = Choice(say.plain("Write nothing"), taps.DropWords(key=form.key))
    if not form.words:
        return screen(say, say(QUESTIONS[form.wanted], most=most), drop)
    told = shorten(form.words, TOLD) if say.elder else form.words
    return screen(
        say,
        say(READ_BACK[form.wanted], told=told),
        Choice(say.plain("Yes, hand it in"), taps.HandIn(key=form.key)),
        Choice(say.plain("In other words"), taps.SayAnew(key=form.key)),
        drop,
    )


def dropped(say: Words) -> Screen:
    return screen(say, say("Good, nothing is handed in."), back=SeeMinutes())


def noted(say: Words, minutes: Minutes) -> Screen:
    """To the chair."""
    return screen(say, say("It stands in the draft now."), read(say, minutes), approve(say, minutes), back=SeeMinutes())


def handed_in(say: Words, _: Erratum) -> Screen:
    """To who wrote what is wrong."""
    text = say("I have handed it on. When moderators have decided, I tell you.")
    return screen(say, text, back=SeeMinutes())


def card(say: Words, minutes: Minutes, erratum: Erratum) -> Screen:
    """To the moderators: what is wrong, not who says so."""
    text = say("<b>A correction of the minutes of {day}</b>\n{words}", day=say.day(minutes.record.starts_at),
               words=erratum.words)  # fmt: skip
    if erratum.verdict is Verdict.PENDING and minutes.corrections_until is not None:
        text += "\n" + say("Please decide before {when}.", when=say.time(minutes.corrections_until))
        accept = Choice(say.plain("Take it over"), taps.AcceptErratum(erratum=erratum.id))
        decline = Choice(say.plain("Do not"), taps.DeclineErratum(erratum=erratum.id))
        return screen(say, text, accept, decline, read(say, minutes))
    text += "\n" + say(VERDICTS.get(erratum.verdict, VERDICTS[Verdict.PENDING]))
    return screen(say, text, read(say, minutes))


def decided(say: Words, erratum: Erratum) -> Screen:
    """To the moderator who decided."""
    if erratum.verdict is Verdict.ACCEPTED:
        return screen(say, say("It stands in the minutes now, and who wrote it hears so."), back=SeeMinutes())
    return screen(say, say("It is not taken over. Who wrote it reads why."), back=SeeMinutes())


def answer(say: Words, minutes: Minutes, erratum: Erratum) -> Sequence[Screen]:
    """To who wrote it."""
    day = say.day(minutes.record.starts_at)
    if erratum.verdict is Verdict.ACCEPTED:
        text = say("What you wrote about the minutes of {day} stands in them now. Thank you.", day=day)
        return [screen(say, text, read(say, minutes))]
    told = say.plain("What you wrote about the minutes of {day} was not taken over. The reason: {reason}", day=day,
                     reason=erratum.reason)  # fmt: skip
    parts = pages(told, ELDER_CHARACTERS if say.elder else PAGE)
    return [screen(say, say.quote(part)) for part in parts]
