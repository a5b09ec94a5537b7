"""How one's own concerns look, what is said about them, and the last word on them."""

from collections.abc import Mapping, Sequence

from bot.concerns import taps
from bot.concerns.model.concern import Concern, Line
from bot.concerns.model.life import ANSWERED, BEFORE_DONE, NEED_DAY, NEVER_PROPOSED, Deed, Entry, State
from bot.concerns.views import PARTNERS, state, what_about
from bot.kit.home import MY_CONCERNS, REPORT, ProposeFrom, Report
from bot.kit.screens import ELDER_CHARACTERS, PAGE, Choice, GoHome, Screen, pages, screen
from bot.kit.words import Words, later, shorten, within

SAID: Mapping[Deed | Entry, str] = {
    Deed.ANSWER: later("{name} about #{number}: {words}"),
    Deed.PLAN: later("#{number} will be done until {by}. {name}: {words}"),
    Deed.FORWARD: later("#{number} is with {to} now; we tell you more on {by}. {name}: {words}"),
    Deed.PAUSE: later("#{number} has to wait, it goes on after {by}. {name}: {words}"),
    Deed.FINISH: later("{name} says that #{number} is done: {words}"),
    Deed.EXPLAIN: later("#{number} cannot be done. {name}: {words}"),
    Entry.OFFICIAL: later("Reply of the sub-district office to #{number} ({name}): {words}"),
}
"""What the resident reads when the staff says something; the date comes first, the words may be long."""
VERDICTS = {
    State.DONE: {True: later("Solved"), False: later("Not solved")},
    State.EXPLAINED: {True: later("I understand"), False: later("Please look again")},
    State.UNCONTRADICTED: {False: later("Not solved")},
}
"""State → what the resident can say of it by a tap."""
MOST_DEEDS = 3
"""One more button leads to the next concern."""


def said(say: Words, concern: Concern, line: Line, name: str, page: int = 0) -> Screen:
    """What the staff has said, page by page; at its end the resident's last word, where there is one."""
    parts = _parts(say, concern, line, name)
    page = min(page, len(parts) - 1)
    if page < len(parts) - 1:
        return screen(
            say, say.quote(parts[page]), Choice(say.plain("Go on reading"), taps.ReadOn(line=line.id, page=page + 1))
        )
    asked = () if line.deed is Entry.OFFICIAL else verdict(say, concern)
    return screen(say, say.quote(parts[-1]), *(asked or (Choice(say.plain(MY_CONCERNS), taps.Mine()),)))


def _parts(say: Words, concern: Concern, line: Line, name: str) -> Sequence[str]:
    most = ELDER_CHARACTERS if say.elder else PAGE
    to = say.plain(PARTNERS[line.to]) if line.to else ""
    by = say.day(line.until) if line.until else ""
    text = SAID[Deed.ANSWER if line.deed in NEED_DAY and not by else line.deed]  # better no day than a wrong one
    head = say.plain(text, name=shorten(name, 12), number=concern.number, to=to, by=by, words=line.words)
    parts = list(pages(head, most))
    if concern.state in ANSWERED and line.deed is not Entry.OFFICIAL:
        asked = say.plain("Is #{number} solved?", number=concern.number) if concern.state is State.DONE else say.plain(
            "Can #{number} stay like that?", number=concern.number)  # fmt: skip
        if len(parts[-1]) + 1 + len(asked) <= most:
            parts[-1] += "\n" + asked
        else:
            parts.append(asked)
    return parts


def called_simple(say: Words, concern: Concern) -> Screen:
    text = say("#{number} will be done today. Then we ask you whether it is solved.", number=concern.number)
    return screen(say, text, Choice(say.plain(MY_CONCERNS), taps.Mine()))


def goes_on(say: Words, concern: Concern) -> Screen:
    """After a pause."""
    by = say.day(concern.deadline.at) if concern.deadline else ""
    text = say("#{number} goes on now. You have a plan until {by}.", number=concern.number, by=by)
    return screen(say, text, Choice(say.plain(MY_CONCERNS), taps.Mine()))


def is_seen_to(say: Words, concern: Concern, name: str) -> Screen:
    return screen(say, say("{name} is seeing to #{number} and will answer you.", name=name, number=concern.number))


def asked_again(say: Words, concern: Concern) -> Screen:
    """Half of the time for the last word is over."""
    text = say("We would like to hear from you: is #{number} solved?", number=concern.number)
    return screen(say, text, *verdict(say, concern))


def lapsed(say: Words, concern: Concern) -> Screen:
    text = say("You have not said that #{number} is not solved, so it is closed. If it is not, tap.",
               number=concern.number)  # fmt: skip
    return screen(say, text, *verdict(say, concern))


def still_fine(say: Words, concern: Concern) -> Screen:
    """The question weeks later."""
    text = say("#{number} ({about}) was done weeks ago. Is it still fine?", number=concern.number,
               about=what_about(say, concern, 12))  # fmt: skip
    yes = Choice(say.plain("Still fine"), taps.Solved(concern=concern.id, solved=True))
    no = Choice(say.plain("It is bad again"), taps.Solved(concern=concern.id, solved=False))
    return screen(say, text, yes, no)


def joined(say: Words, concern: Concern, original: Concern) -> Screen:
    text = say("#{number} is the same matter as #{other} and goes on with it. You are told.", number=concern.number,
               other=original.number)  # fmt: skip
    return screen(say, text, Choice(say.plain(MY_CONCERNS), taps.Mine()))


def original_closed(say: Words, concern: Concern, original: Concern) -> Screen:
    text = say("#{other}, with which your #{number} went on, is solved.", number=concern.number, other=original.number)
    return screen(say, text, Choice(say.plain(REPORT), Report()))


def solved_for_you_too(say: Words, concern: Concern) -> Screen:
    """To a household that has met it too."""
    text = say("#{number}, which you have met too, is solved.", number=concern.number)
    return screen(say, text, Choice(say.plain("See all of it"), taps.SeeChain(concern=concern.id)))


def ask_why(say: Words, concern: Concern) -> Screen:
    """After 没解决."""
    text = say("#{number} is open again, those who see to it are told. What is still wrong? A word is enough.",
               number=concern.number)  # fmt: skip
    return screen(say, text, Choice(say.plain("I say no more"), taps.NotNow()))


def why_noted(say: Words, concern: Concern) -> Screen:
    text = say("Thank you, that is passed on with #{number}.", number=concern.number)
    return screen(say, text, Choice(say.plain(MY_CONCERNS), taps.Mine()))


def solved(say: Words, concern: Concern) -> Screen:
    if concern.state is State.ACCEPTED:
        text = say("Thank you for understanding. #{number} is closed.", number=concern.number)
    else:
        text = say("Thank you. #{number} is closed as solved.", number=concern.number)
    return screen(say, text, Choice(say.plain(MY_CONCERNS), taps.Mine()))


def ask_withdrawal(say: Words, concern: Concern) -> Screen:
    text = say("Take #{number} back? Nobody sees to it any more then.", number=concern.number)
    sure = taps.Withdraw(concern=concern.id, sure=True)
    return screen(
        say, text, Choice(say.plain("Yes, take #{number} back", number=concern.number), sure), back=taps.Mine()
    )


def withdrawn(say: Words, concern: Concern) -> Screen:
    text = say("#{number} is taken back. Whenever you need us, we are here.", number=concern.number)
    return screen(say, text, Choice(say.plain(MY_CONCERNS), taps.Mine()))


def nothing_said_yet(say: Words, concern: Concern) -> Screen:
    return screen(say, _line(say, concern, 16 if say.elder else 40), Choice(say.plain(MY_CONCERNS), taps.Mine()))


def mine(say: Words, concerns: Sequence[Concern], page: int = 0) -> Screen:
    """One's own concerns: all at once, or in 长辈版 one after the other."""
    if not concerns:
        nothing = say("You have not reported anything yet.")
        return screen(say, nothing, Choice(say.plain(REPORT), Report()), back=GoHome())
    if not say.elder:
        asked = [choice for concern in concerns for choice in _deeds(say, concern, numbered=True)]
        return screen(say, "\n".join(_line(say, concern) for concern in concerns), *asked, back=GoHome())
    concern = concerns[page % len(concerns)]
    following = [Choice(say.plain("Show the next"), taps.Mine(page=page + 1))] if len(concerns) > 1 else []
    return screen(say, _line(say, concern, most=16), *_deeds(say, concern), *following)


def mine_in_alert(say: Words, concerns: Sequence[Concern]) -> str:
    """One's own concerns within the 200 characters of an alert."""
    lines = [
        say.plain("#{number} {about}: {state}", number=c.number, about=what_about(say, c, 16), state=state(say, c))
        for c in concerns
    ]
    return within("\n".join(lines), 200) or say.plain("You have not reported anything yet.")


def verdict(say: Words, concern: Concern, *, numbered: bool = False) -> tuple[Choice, ...]:
    """The resident's last word, once there is an answer; `numbered` where several stand on one screen."""
    found = []
    for solved, label in VERDICTS.get(concern.state, {}).items():
        what = say.plain(label)
        shown = say.plain("#{number} {what}", number=concern.number, what=what) if numbered else what
        found.append(Choice(shown, taps.Solved(concern=concern.id, solved=solved)))
    return tuple(found)


def _deeds(say: Words, concern: Concern, *, numbered: bool = False) -> list[Choice]:
    """What its author can do: at most three, so that one more fits into 长辈版."""
    number = concern.number
    deeds = list(verdict(say, concern, numbered=numbered))
    if concern.answered_at is not None:
        label = say.plain("Read the answer to #{number}", number=number) if numbered else say.plain("Read the answer")
        deeds.append(Choice(label, taps.ReadAnswer(concern=concern.id)))
    elif concern.state in BEFORE_DONE:
        label = say.plain("Take #{number} back", number=number) if numbered else say.plain("I need it no more")
        deeds.append(Choice(label, taps.Withdraw(concern=concern.id)))
    if len(deeds) < MOST_DEEDS and concern.state not in NEVER_PROPOSED:
        label = say.plain("Propose #{number}", number=number) if numbered else say.plain("Make it an agenda item")
        deeds.append(Choice(label, ProposeFrom(concern=concern.id)))
    return deeds


def _line(say: Words, concern: Concern, most: int = 40) -> str:
    return say("#{number} {about}\n{state}", number=concern.number, about=what_about(say, concern, most),
               state=state(say, concern))  # fmt: skip
