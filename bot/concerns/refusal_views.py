"""Why concerns say no, to residents and staff."""

from collections.abc import Callable, Mapping
from typing import Any

from bot.concerns.model.refusals import (
    AnsweredAlready,
    ClaimedAlready,
    Closed,
    DayIsPast,
    NoConcern,
    NoDay,
    NoDraft,
    NoLiaison,
    NothingSaid,
    NothingToConfirm,
    NotLikeThat,
    NotOffered,
    NotStaff,
    NotThisOne,
    NotYourConcern,
    Overdue,
    TooLong,
)
from bot.kit.home import REPORT, Report
from bot.kit.refusals import Refused
from bot.kit.screens import Choice, Screen, screen
from bot.kit.words import Words


def no_concern(say: Words, refusal: NoConcern) -> Screen:
    if refusal.number is None:
        return screen(say, say("There is no such concern here."))
    return screen(say, say("There is no concern #{number} here.", number=refusal.number))


def claimed_already(say: Words, refusal: ClaimedAlready) -> Screen:
    return screen(say, say("#{number} was taken on by {name} just now.", number=refusal.number, name=refusal.by))


def answered_already(say: Words, refusal: AnsweredAlready) -> Screen:
    text = say("{name} has answered #{number}; the resident has the last word.", number=refusal.number, name=refusal.by)
    return screen(say, text)


def closed(say: Words, refusal: Closed) -> Screen:
    return screen(say, say("#{number} is closed.", number=refusal.number))


def not_like_that(say: Words, refusal: NotLikeThat) -> Screen:
    return screen(
        say, say("That cannot be done with #{number} as it is now. Please look again.", number=refusal.number)
    )


def not_this_one(say: Words, refusal: NotThisOne) -> Screen:
    text = say("It cannot go on as #{number}: that is closed, or it is the same one.", number=refusal.number)
    return screen(say, text)


def day_is_past(say: Words, _: DayIsPast) -> Screen:
    return screen(say, say("That day is over. Please name another one, for example 12-5."))


def no_day(say: Words, _: NoDay) -> Screen:
    return screen(say, say("I find no day in it. Please write for example 12-5, or tap."))


def overdue(say: Words, _: Overdue) -> Screen:
    return screen(say, say("Its time is over, so it cannot wait. Please answer first, or say what is planned."))


def nothing_to_confirm(say: Words, refusal: NothingToConfirm) -> Screen:
    text = say("#{number} has no answer yet. You will be asked when it has one.", number=refusal.number)
    return screen(say, text)


def not_your_concern(say: Words, refusal: NotYourConcern) -> Screen:
    text = say("Only who reported #{number} can say whether it is solved.", number=refusal.number)
    return screen(say, text)


def no_liaison(say: Words, refusal: NoLiaison) -> Screen:
    text = say("Building {building} has no liaison here yet. Please take it on yourself.", building=refusal.building)
    return screen(say, text)


def not_staff(say: Words, _: NotStaff) -> Screen:
    return screen(say, say("This person does not see to concerns there any more. Please choose somebody else."))


def no_draft(say: Words, _: NoDraft) -> Screen:
    text = say("This was finished or dropped before. Shall we start anew?")
    return screen(say, text, Choice(say.plain(REPORT), Report()))


def not_offered(say: Words, _: NotOffered) -> Screen:
    return screen(say, say("There is nothing like that here. Please tap what is shown, or write it."))


def nothing_said(say: Words, _: NothingSaid) -> Screen:
    return screen(say, say("Please add in words what it is about."))


def too_long(say: Words, refusal: TooLong) -> Screen:
    return screen(
        say, say("That is too long for one message; {most} characters fit. Please say it shorter.", most=refusal.most)
    )


EXPLANATIONS: Mapping[type[Refused], Callable[[Words, Any], Screen]] = {
    NoConcern: no_concern,
    ClaimedAlready: claimed_already,
    AnsweredAlready: answered_already,
    Closed: closed,
    NotLikeThat: not_like_that,
    NotThisOne: not_this_one,
    DayIsPast: day_is_past,
    NoDay: no_day,
    Overdue: overdue,
    NothingToConfirm: nothing_to_confirm,
    NotYourConcern: not_your_concern,
    NoLiaison: no_liaison,
    NotStaff: not_staff,
    NoDraft: no_draft,
    NotOffered: not_offered,
    NothingSaid: nothing_said,
    TooLong: too_long,
}
