"""The house rules, and how a measure is asked for and looked at."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from bot.kit.refusals import Refused
from bot.kit.screens import Choice, GoHome, Screen, page_of, screen
from bot.kit.words import Words, later, shorten
from bot.moderation import taps
from bot.moderation.model import (
    BotLacksRight,
    Kind,
    Measure,
    NobodyAnswered,
    NoMeasure,
    NoSuchRule,
    NotTheGroup,
    OutOfBounds,
    Plan,
    Right,
    RunsTheGroup,
    SlowAlready,
)

RULES = (
    later("Speak about the matter, not against people."),
    later("Names, numbers and addresses of others stay out of the group."),
    later("Say a thing once, and leave room for others."),
    later("No advertising, and nothing to be bought or clicked."),
    later("What you have not checked is not passed on."),
    later("Who thinks a measure wrong tells a person or the supervisor; every measure is in the log."),
)
KINDS = {
    Kind.SLOW: later("slow mode"),
    Kind.PAUSE: later("a pause"),
    Kind.REMOVAL: later("a message taken out"),
}
PACES, LASTS, PAUSES = (1, 3, 5, 10), (30, 60, 120), (10, 60, 24 * 60)
HOW = {
    Kind.SLOW: later("Write for example: /slow 5 30 3 Everybody talks at once. One message each in 5 minutes, for 30 "
                     "minutes, by rule 3."),
    Kind.PAUSE: later("In reply to somebody's message, write for example: /cooldown 10 1. They pause for 10 minutes, "
                      "by rule 1."),
    Kind.REMOVAL: later("In reply to the message, write for example: /remove 2. It is taken out by rule 2, and kept."),
}  # fmt: skip
RIGHTS = {
    Right.RESTRICT: later("restrict members"),
    Right.DELETE: later("delete messages"),
}


def rules(say: Words, page: int = 0) -> Screen:
    """All on one screen, in 长辈版 one after the other."""
    if not say.elder:
        lines = [say("<b>The rules of our group</b>"), *(rule(say, number) for number in range(1, len(RULES) + 1))]
        return screen(say, "\n".join(lines), back=GoHome())
    number = page % len(RULES) + 1
    return screen(say, rule(say, number), Choice(say.plain("The next rule"), taps.SeeRules(page=number)))


def rule(say: Words, number: int) -> str:
    """A number that no rule has stands for itself."""
    known = say.plain(RULES[number - 1]) if 0 < number <= len(RULES) else ""
    return say("Rule {number}: {rule}", number=number, rule=known)


def ask(say: Words, plan: Plan, key: str) -> Screen:
    """The next question, with how it is all said in one line."""
    tap = taps.Take(kind=plan.kind, pace=plan.pace, minutes=plan.minutes, rule=plan.rule, key=key)
    if plan.kind is Kind.SLOW and not plan.pace:
        text = say("One message each in how many minutes?")
        choices = [_minutes(say, one, tap.model_copy(update={"pace": one})) for one in PACES]
    elif plan.kind is not Kind.REMOVAL and not plan.minutes:
        text = say("For how long?")
        offered = LASTS if plan.kind is Kind.SLOW else PAUSES
        choices = [_minutes(say, one, tap.model_copy(update={"minutes": one})) for one in offered]
    else:
        text = say("By which rule?")
        choices = [
            Choice(shorten(say.plain(rule(say, n)), 40), tap.model_copy(update={"rule": n}))
            for n in range(1, len(RULES) + 1)
        ]
    return screen(say, "\n".join((text, say(HOW[plan.kind]))), *choices, columns=1 if len(choices) > 4 else 2)


def how_to(say: Words, kind: Kind) -> Screen:
    """Nothing was answered."""
    return screen(say, say(HOW[kind]), Choice(say.plain("The rules of our group"), taps.SeeRules()))


def _minutes(say: Words, minutes: int, tap: taps.Take) -> Choice:
    return Choice(lasting(say, minutes), tap)


def lasting(say: Words, minutes: int) -> str:
    """10 minutes, 2 hours, 1 day."""
    if minutes % 1440 == 0:
        return say.plain("{days} days", days=minutes // 1440)
    if minutes % 60 == 0:
        return say.plain("{hours} hours", hours=minutes // 60)
    return say.plain("{minutes} minutes", minutes=minutes)


def taken(say: Words, measure: Measure) -> Screen:
    """To the moderator."""
    text = say("Done: {kind}, measure {number}, by rule {rule}. It is in the log.", kind=say.plain(KINDS[measure.kind]),
               number=measure.number, rule=measure.rule)  # fmt: skip
    return screen(say, text, Choice(say.plain("Undo it"), taps.Undo(measure=measure.id)))


def undone(say: Words, measure: Measure) -> Screen:
    return screen(say, say("Measure {number} is over. That it was stays in the log.", number=measure.number))


def measures(say: Words, found: Sequence[Measure], page: int = 0) -> Screen:
    """The latest, each to be opened."""
    if not found:
        return screen(say, say("There has been no measure in the group yet."), back=GoHome())
    choices = [Choice(_label(say, one), taps.SeeMeasure(measure=one.id)) for one in found]
    shown = page_of(say, choices, page, taps.SeeMeasures(page=page + 1))
    return screen(say, say("Measures in our groups, the latest first:"), *shown, columns=1, back=GoHome())


def measure(say: Words, found: Measure, *, may_undo: bool) -> Screen:
    """All of it, with what was said in the message that it is about."""
    back = taps.SeeMeasures()
    undo = [Choice(say.plain("Undo it"), taps.Undo(measure=found.id))] if may_undo else []
    if say.elder:
        text = say("Measure {number}: {kind}, by rule {rule}.", number=found.number, kind=say.plain(KINDS[found.kind]),
                   rule=found.rule)  # fmt: skip
        return screen(say, text, *undo)
    lines = [
        say("<b>Measure {number}: {kind}</b>", number=found.number, kind=say.plain(KINDS[found.kind])),
        rule(say, found.rule),
        say("{name} asked for it on {when}.", name=found.by_name or say.plain("A former neighbour"),
            when=say.time(found.at)),
        *([say("Until {when}.", when=say.time(found.until))] if found.until else []),
        *([say("Why: {why}", why=shorten(found.why, 300))] if found.why else []),
        *_about(say, found),
        *([say("It was undone.")] if found.undone else []),
    ]  # fmt: skip
    return screen(say, "\n".join(lines), *undo, back=back)


def _about(say: Words, found: Measure) -> list[str]:
    if found.said is None:
        return []
    about = [say("About: {name}", name=found.said.name or say.plain("A former neighbour"))]
    if found.kind is Kind.REMOVAL:
        words = shorten(found.said.words, 2000) or say.plain("a photo or a file without words")
        about.append(say("What was written: {words}", words=words))
    return about


def _label(say: Words, one: Measure) -> str:
    label = say.plain(
        "{number}. {kind}, rule {rule}", number=one.number, kind=say.plain(KINDS[one.kind]), rule=one.rule
    )
    return say.plain("{label} – undone", label=label) if one.undone else label


def nobody_answered(say: Words, _: NobodyAnswered) -> Screen:
    text = say("Please answer the message that it is about, with /cooldown or /remove.")
    return screen(say, text, Choice(say.plain("The rules of our group"), taps.SeeRules()))


def bot_lacks_right(say: Words, refusal: BotLacksRight) -> Screen:
    if refusal.right is Right.SUPERGROUP:
        return screen(say, say("Telegram allows this in supergroups only. /check says how it becomes one."))
    text = say("I am not allowed to: {right}. Please give it to me in the group's settings, under administrators.",
               right=say.plain(RIGHTS[refusal.right]))  # fmt: skip
    return screen(say, text)


def runs_the_group(say: Words, _: RunsTheGroup) -> Screen:
    return screen(say, say("Telegram lets nobody hold an administrator back. Please speak with them."))


def slow_already(say: Words, refusal: SlowAlready) -> Screen:
    text = say("Slow mode is on already: measure {number}.", number=refusal.measure.number)
    return screen(say, text, Choice(say.plain("Undo it"), taps.Undo(measure=refusal.measure.id)))


def no_such_rule(say: Words, refusal: NoSuchRule) -> Screen:
    text = say("There are rules 1 to {most}.", most=refusal.most)
    return screen(say, text, Choice(say.plain("The rules of our group"), taps.SeeRules()))


def out_of_bounds(say: Words, refusal: OutOfBounds) -> Screen:
    text = say("Minutes are whole numbers: one message in 1 to {pace}, for 1 to {longest}.", pace=refusal.pace,
               longest=refusal.longest)  # fmt: skip
    return screen(say, text, Choice(say.plain("The rules of our group"), taps.SeeRules()))


def no_measure(say: Words, _: NoMeasure) -> Screen:
    return screen(say, say("This is for who keeps the log, and for whom it is about."))


def not_the_group(say: Words, _: NotTheGroup) -> Screen:
    return screen(say, say("This is said in a group of our community."))


EXPLANATIONS: Mapping[type[Refused], Callable[[Words, Any], Screen]] = {
    NobodyAnswered: nobody_answered,
    BotLacksRight: bot_lacks_right,
    RunsTheGroup: runs_the_group,
    SlowAlready: slow_already,
    NoSuchRule: no_such_rule,
    OutOfBounds: out_of_bounds,
    NoMeasure: no_measure,
    NotTheGroup: not_the_group,
}
