"""How one's own concerns look, and the last word on them."""

from collections.abc import Sequence

from bot.concerns import taps
from bot.concerns.model.concern import Concern
from bot.concerns.model.life import State
from bot.concerns.views import state, what_about
from bot.kit.home import MY_CONCERNS, REPORT, Report
from bot.kit.screens import Choice, GoHome, Screen, screen
from bot.kit.words import Words, within


def mine(say: Words, concerns: Sequence[Concern], page: int) -> Screen:
    """One's own concerns: all at once, or in 长辈版 one after the other."""
    if not concerns:
        nothing = say("You have not reported anything yet.")
        return screen(say, nothing, Choice(say.plain(REPORT), Report()), back=GoHome())
    if not say.elder:
        asked = [choice for concern in concerns for choice in verdict(say, concern, numbered=True)]
        return screen(say, "\n".join(_line(say, concern) for concern in concerns), *asked, back=GoHome())
    concern = concerns[page % len(concerns)]
    following = [Choice(say.plain("Show the next"), taps.Mine(page=page + 1))] if len(concerns) > 1 else []
    return screen(say, _line(say, concern, most=20), *verdict(say, concern), *following)


def mine_in_alert(say: Words, concerns: Sequence[Concern]) -> str:
    """One's own concerns within the 200 characters of an alert."""
    lines = [
        say.plain("#{number} {about}: {state}", number=c.number, about=what_about(say, c, 16), state=state(say, c))
        for c in concerns
    ]
    return within("\n".join(lines), 200) or say.plain("You have not reported anything yet.")


def solved(say: Words, concern: Concern) -> Screen:
    text = say("Thank you. #{number} is closed as solved.", number=concern.number)
    return screen(say, text, Choice(say.plain(MY_CONCERNS), taps.Mine()))


def not_solved(say: Words, concern: Concern) -> Screen:
    text = say("Then #{number} is open again. We have told those who see to it.", number=concern.number)
    return screen(say, text, Choice(say.plain(MY_CONCERNS), taps.Mine()))


def _line(say: Words, concern: Concern, most: int = 40) -> str:
    return say("#{number} {about}\n{state}", number=concern.number, about=what_about(say, concern, most),
               state=state(say, concern))  # fmt: skip


def verdict(say: Words, concern: Concern, *, numbered: bool = False) -> tuple[Choice, ...]:
    """The resident's last word, once there is an answer."""
    if concern.state is not State.ANSWERED:
        return ()
    yes = taps.Solved(concern=concern.id, solved=True)
    no = taps.Solved(concern=concern.id, solved=False)
    if numbered:
        return (
            Choice(say.plain("#{number} solved", number=concern.number), yes),
            Choice(say.plain("#{number} not solved", number=concern.number), no),
        )
    return Choice(say.plain("Solved"), yes), Choice(say.plain("Not solved"), no)
