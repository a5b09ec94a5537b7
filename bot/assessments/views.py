"""The five questions, and the score as everybody reads it."""

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from typing import Any

from bot.assessments.model import (
    BEST,
    LEAST,
    RUBRIC,
    Assessed,
    Assessment,
    Criterion,
    NoAssessment,
    NoRater,
    RatingOver,
    Signals,
    State,
    tenths,
)
from bot.assessments.taps import RateSitting
from bot.kit.home import SeeMinutes, SeeScore
from bot.kit.refusals import Refused
from bot.kit.screens import Choice, GoHome, Screen, paged, screen
from bot.kit.words import Words, later

QUESTIONS = {
    Criterion.AGENDA: later("Was the agenda kept?"),
    Criterion.TURNS: later("Did all have a fair turn to speak?"),
    Criterion.EVIDENCE: later("Was there evidence for what was said?"),
    Criterion.DECISION: later("Was it clear what was decided?"),
    Criterion.TIME: later("Was the time kept?"),
}
MARKS = {2: later("Yes, well"), 1: later("In part"), 0: later("Hardly")}


def ask(say: Words, one: Assessment, starts_at: datetime) -> Screen:
    """To who was there, and to guides."""
    text = say("The deliberation day of {day} is over. How well did it go? Five taps; no name is published.",
               day=say.day(starts_at))  # fmt: skip
    return screen(say, text, Choice(say.plain("Rate it"), RateSitting(sitting=one.sitting)))


def ask_mark(say: Words, sitting: int, so_far: tuple[int, ...]) -> Screen:
    """The next of the five."""
    at = min(len(so_far), len(RUBRIC) - 1)
    criterion, given = list(Criterion)[at], "".join(map(str, so_far[:at]))
    choices = [
        Choice(say.plain(label), RateSitting(sitting=sitting, marks=f"{given}{mark}"))
        for mark, label in MARKS.items()
        if mark <= RUBRIC[criterion]
    ]
    text = say("{question} ({number} of {all})", question=say.plain(QUESTIONS[criterion]), number=at + 1,
               all=len(RUBRIC))  # fmt: skip
    before = RateSitting(sitting=sitting, marks=given[:-1]) if at else SeeScore(sitting=sitting)
    return screen(say, text, *choices, columns=1, back=before)


def rated(say: Words, one: Assessment, total: int) -> Screen:
    text = say("Thank you: {total} of {best} points. Until {when} you can change it. Only the mean is published.",
               total=total, best=BEST, when=say.time(one.until))  # fmt: skip
    return screen(say, text, Choice(say.plain("Change my rating"), RateSitting(sitting=one.sitting)), back=GoHome())


def score(say: Words, found: Assessed, page: int = 0) -> Screen:
    """Page by page: the score, what the books say by themselves, and by what it is rated."""
    sitting = found.assessment.sitting
    deeds = [Choice(say.plain("Rate it"), RateSitting(sitting=sitting))] if found.rates else []
    text = "\n".join(_lines(say, found))
    return paged(say, text, page, lambda at: SeeScore(sitting=sitting, page=at), *deeds, back=SeeMinutes())


def in_group(say: Words, assessed: Assessed, link: str) -> Screen:
    """Once it is published. `link` is the bot's https address."""
    sitting = assessed.assessment.sitting
    head, *_ = _lines(say, assessed)
    text = "\n".join([say("<b>How well we deliberate</b>"), say.quote(head), say.quote(_result(say, assessed)),
                      say.quote(_signals(say, assessed.signals))])  # fmt: skip
    return Screen(text, ((Choice(say.plain("How it is rated"), url=f"{link}?start=score-{sitting}"),),))


def _lines(say: Words, found: Assessed) -> Iterator[str]:
    """Plain."""
    yield say.plain("The deliberation day of {day}, rated.", day=say.day(found.starts_at))
    yield _result(say, found)
    yield _signals(say, found.signals)
    yield say.plain("Each gives 0 to 2 points for five things; the score is the mean:")
    yield from (say.plain(question) for question in QUESTIONS.values())


def _result(say: Words, found: Assessed) -> str:
    one = found.assessment
    if one.state is not State.PUBLISHED:
        return say.plain("It is being rated; the score is published on {when}.", when=say.time(one.until))
    if one.score is None:
        return say.plain("Fewer than {least} have rated: there is no score.", least=LEAST)
    return say.plain("{score} of {best}, the mean of {raters}.", score=tenths(one.score), best=BEST, raters=one.raters)


def _signals(say: Words, counted: Signals) -> str:
    if not counted.planned:
        return say.plain("Not part of it: no agenda was published before.")
    return say.plain("Not part of it: of {planned} items {treated} were treated, {in_time} of them in their time.",
                     planned=counted.planned, treated=counted.treated, in_time=counted.in_time)  # fmt: skip


def no_assessment(say: Words, _: NoAssessment) -> Screen:
    return screen(say, say("This deliberation day is not rated."), back=SeeMinutes())


def no_rater(say: Words, _: NoRater) -> Screen:
    text = say("Those who were there rate it, and guides; not who was in the chair.")
    return screen(say, text, back=SeeMinutes())


def rating_over(say: Words, refusal: RatingOver) -> Screen:
    text = say("Rating has ended, on {when}. Thank you all the same.", when=say.time(refusal.until))
    return screen(say, text, back=SeeMinutes())


EXPLANATIONS: Mapping[type[Refused], Callable[[Words, Any], Screen]] = {
    NoAssessment: no_assessment,
    NoRater: no_rater,
    RatingOver: rating_over,
}
