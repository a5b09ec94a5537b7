"""The bot's health in words, for those who cannot look into its machine."""

from bot.health.model import Health
from bot.health.taps import SeeHealth
from bot.kit.screens import Choice, GoHome, Screen, screen
from bot.kit.words import Words, later, shorten
from nlu.meaning import Engine

ENGINES = {
    Engine.EMBEDDED: later("Plain words are understood by the built-in model."),
    Engine.WITHOUT_SENTENCES: later("Plain words are understood by rules and letters only: make model installs more."),
    Engine.RASA: later("Plain words are understood by Rasa."),
    Engine.RASA_AWAY: later("Rasa does not answer; the built-in model understands plain words meanwhile."),
}
REASON = 60
"""Characters of Telegram's word."""


def health(say: Words, found: Health, engine: Engine, version: str, *, listens: bool) -> Screen:
    again = Choice(say.plain("Look again"), SeeHealth())
    if say.elder:
        text = say("Everything works.") if found.well else say("Something is late or was refused. Please ask a person.")
        return screen(say, text, again)
    head = say("<b>Everything works.</b>") if found.well else say("<b>Something needs a look.</b>")
    lines = [head, *_waiting(say, found), *_sweep(say, found), *_refused(say, found), say(ENGINES[engine]),
             _voices(say, found, listens=listens), say("Version {version}.", version=version)]  # fmt: skip
    return screen(say, "\n".join(lines), again, back=GoHome())


def _waiting(say: Words, found: Health) -> list[str]:
    waiting = found.waiting
    if waiting.oldest is None:
        return [say("No message waits to go out.")]
    minutes = int((found.now - waiting.oldest).total_seconds()) // 60
    lines = [say("{count} messages wait to go out, the oldest for {minutes} minutes.", count=waiting.posts,
                 minutes=minutes)]  # fmt: skip
    if found.posts_are_late:
        lines.append(say("That is late: is the courier at work, and Telegram in reach?"))
    if waiting.retried:
        lines.append(say("{count} were tried in vain and are tried again.", count=waiting.retried))
    return lines


def _sweep(say: Words, found: Health) -> list[str]:
    if found.swept is None:
        return [say("What time brings about (reminders, ends of votes) has never been seen to.")]
    lines = [say("Reminders, ends of votes and the like were last seen to at {when}.", when=say.time(found.swept))]
    return [*lines, say("That is late.")] if found.sweep_is_late else lines


def _refused(say: Words, found: Health) -> list[str]:
    if not found.refused and not found.missed:
        return [say("In the last 7 days nothing was refused.")]
    lines = [say("Not delivered in the last 7 days:")] + [
        say("– {count} × {reason}", count=count, reason=shorten(reason, REASON)) for reason, count in found.refused
    ]
    return lines + ([say("– {count} × too late to be of use", count=found.missed)] if found.missed else [])


def _voices(say: Words, found: Health, *, listens: bool) -> str:
    if not listens:
        return say("Voice messages are handed on, not written down: nothing is installed that could.")
    return say("Voice messages are written down; {count} wait.", count=found.waiting.voices)
