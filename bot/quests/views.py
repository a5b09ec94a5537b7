"""How quests look."""

from collections.abc import Callable, Mapping
from typing import Any

from bot.kit.home import QUESTS, SeeQuests
from bot.kit.refusals import Refused
from bot.kit.screens import Choice, GoHome, Screen, screen
from bot.kit.words import Words, later
from bot.quests import taps
from bot.quests.model import QUESTIONS, Answered, DoneAlready, NoQuest, Quests

QUIZ = {
    "second": (
        later("Somebody has made a motion. What does it need before it is discussed?"),
        (later("Somebody who seconds it"), later("The chair's consent"), later("Applause")),
        later("A second shows that more than one person wants to talk about it."),
    ),
    "one_at_a_time": (
        later("How many motions are discussed at the same time?"),
        (later("One at a time"), later("Two at a time"), later("As many as people like")),
        later("One thing at a time, so that everybody knows what is meant."),
    ),
    "chair": (
        later("The chair has an opinion. May the chair argue for it?"),
        (later("At any time"), later("After giving the chair to somebody else"), later("If nobody objects")),
        later("Who chairs is neutral; who argues lets somebody else chair."),
    ),
    "address": (
        later("To whom does one speak?"),
        (later("To the chair"), later("To those who disagree"), later("To one's friends")),
        later("Who speaks to the chair quarrels with nobody."),
    ),
    "interrupt": (
        later("Somebody is speaking. May one interrupt?"),
        (later("If they are wrong"), later("Only when a rule is broken"), later("With a raised hand")),
        later("Everybody is heard to the end; only a point of order may interrupt."),
    ),
    "turns": (
        later("Several want to speak. Who goes first?"),
        (later("Who spoke before"), later("Who has not spoken yet"), later("Who is loudest")),
        later("Who has not spoken yet goes first, and the sides alternate."),
    ),
    "person": (
        later("What may one speak about in a debate?"),
        (later("The others' character"), later("The others' motives"), later("The matter itself")),
        later("One talks about the matter, never about the person."),
    ),
    "amend": (
        later("A motion is good but for one point. What can one do?"),
        (later("Move an amendment"), later("Say nothing"), later("Go home")),
        later("The amendment is voted on first, and then the motion as it is by then."),
    ),
    "quorum": (
        later("Too few have come. May anything be decided?"),
        (later("Yes, by those who are there"), later("No, it can only be talked about"), later("If the chair likes")),
        later("Without a quorum nothing is decided; the sitting is held anew."),
    ),
    "tie": (
        later("As many are for a motion as against it. Is it adopted?"),
        (later("It is adopted"), later("It is not adopted"), later("Lots are drawn")),
        later("A motion needs more votes for it than against it."),
    ),
}
"""Question, choices, and why. After Robert's rules, as residents use them here."""


def see_quests(say: Words) -> Choice:
    return Choice(say.plain(QUESTS), SeeQuests())


def stands(say: Words, found: Quests) -> Screen:
    """What there is to do today; nobody is told of it unless they look."""
    ask = [Choice(say.plain("Ask me a question"), taps.SeeQuestion())] if found.question is not None else []
    claims = []
    if found.streak_open:
        claims.append(Choice(say.plain("Take the points for my weeks"), taps.ClaimStreak()))
    if found.challenge_open:
        claims.append(Choice(say.plain("Take the points for my building"), taps.ClaimChallenge()))
    if say.elder:
        text = say("Questions answered: {answered} of {all}. Weeks in a row: {weeks}.", answered=found.answered,
                   all=len(QUESTIONS), weeks=found.weeks)  # fmt: skip
        return screen(say, text, *ask, *claims)
    lines = [
        say("<b>Small quests</b>"),
        say("Rules of order: {answered} of {all} questions answered right, one a day.", answered=found.answered,
            all=len(QUESTIONS)),
        say("Weeks in a row in which you did something: {weeks}; {needed} bring points.", weeks=found.weeks,
            needed=found.weeks_needed),
        say("Building {building}: {done} of {wanted} households took part this month; when the goal is reached, "
            "everybody who took part has points.", building=found.building, done=found.took_part,
            wanted=found.wanted),
    ]  # fmt: skip
    return screen(say, "\n".join(lines), *ask, *claims, columns=1, back=GoHome())


def question(say: Words, which: int) -> Screen:
    text, choices, _ = QUIZ[QUESTIONS[which][0]]
    answers = [
        Choice(say.plain(choice), taps.Answer(question=which, choice=number)) for number, choice in enumerate(choices)
    ]
    return screen(say, say(text), *answers, columns=1, back=SeeQuests())


def none_today(say: Words) -> Screen:
    text = say("You have answered today's question. Tomorrow there is another one.")
    return screen(say, text, see_quests(say), back=GoHome())


def answered(say: Words, found: Answered) -> Screen:
    """Right or not, and why."""
    _, _, why = QUIZ[QUESTIONS[found.question][0]]
    verdict = say("Right.") if found.right else say("Not quite; try it again tomorrow.")
    lines = [verdict, say(why)]
    if found.points:
        lines.append(say("{points} points for you.", points=found.points))
    return screen(say, "\n".join(lines), see_quests(say), back=GoHome())


def claimed(say: Words, points: int) -> Screen:
    text = say("Well done. {points} points are yours.", points=points)
    if not points:
        text = say("Well done. Today's points are full already, so this one is for the honour.")
    return screen(say, text, see_quests(say), back=GoHome())


def no_quest(say: Words, _: NoQuest) -> Screen:
    text = say("That is not open to you now. Would you like to see what is?")
    return screen(say, text, see_quests(say), back=GoHome())


def done_already(say: Words, _: DoneAlready) -> Screen:
    text = say("That is done already. The next question comes tomorrow.")
    return screen(say, text, see_quests(say), back=GoHome())


EXPLANATIONS: Mapping[type[Refused], Callable[[Words, Any], Screen]] = {NoQuest: no_quest, DoneAlready: done_already}
