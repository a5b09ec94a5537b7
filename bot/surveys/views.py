"""The question, its five faces, and the thanks."""

from bot.concerns.model.concern import Concern
from bot.kit.screens import Choice, Screen, screen
from bot.kit.words import Words, later
from bot.surveys.model import Question, Score
from bot.surveys.taps import Rate, RateBadly

FACES = {
    Score.VERY_SATISFIED: later("😀 Very satisfied"),
    Score.SATISFIED: later("🙂 Satisfied"),
    Score.NEUTRAL: later("😐 So so"),
    Score.DISSATISFIED: later("🙁 Not quite satisfied"),
    Score.VERY_DISSATISFIED: later("😞 Very dissatisfied"),
}
UNHAPPY = (Score.DISSATISFIED, Score.VERY_DISSATISFIED)


def ask(say: Words, number: int, question: Question) -> Screen:
    """One tap; in 长辈版 the two unhappy faces share a button, and a second tap tells which."""
    text = say("Are you satisfied with how #{number} was handled? One tap is enough. Your name is not kept with it.",
               number=number)  # fmt: skip
    if not say.elder:
        return screen(say, text, *(_face(say, question, score) for score in FACES), columns=1)
    bad = RateBadly(concern=question.concern, closing=question.closing)
    happier = [_face(say, question, score) for score in FACES if score not in UNHAPPY]
    return screen(say, text, *happier, Choice(say.plain("🙁 Not satisfied"), bad))


def ask_how_bad(say: Words, number: int, question: Question) -> Screen:
    """The second tap of 长辈版."""
    text = say("We are sorry. How bad was it with #{number}?", number=number)
    return screen(say, text, *(_face(say, question, score) for score in UNHAPPY))


def thanks(say: Words, concern: Concern) -> Screen:
    """The same whatever was tapped, and however often."""
    if concern.open:
        return screen(say, say("#{number} is being seen to again. We ask you when it is closed.",
                               number=concern.number))  # fmt: skip
    return screen(say, say("Thank you. Your answer is counted without your name."))


def _face(say: Words, question: Question, score: Score) -> Choice:
    return Choice(say.plain(FACES[score]), Rate(concern=question.concern, closing=question.closing, score=score))
