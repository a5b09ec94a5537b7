"""How somebody's own points look."""

from collections.abc import Callable

from bot.config import Earning, PointRules
from bot.households.taps import MyHousehold
from bot.kit.home import HONOURS, MAKE_WISH, QUESTS, REDEEM, MakeWish, SeeGoods, SeeHonours, SeePoints, SeeQuests
from bot.kit.screens import Choice, GoHome, Screen, page_of, paged, screen
from bot.kit.words import Words, later, shorten
from bot.points import taps
from bot.points.model.ledger import Rule, month_of
from bot.points.model.sheet import Line, Sheet, Statement, month_after, month_before
from bot.rights.taps import SeeKept
from bot.wishes.taps import SeeWishes

WHAT = {
    Rule.ATTENDING: later("coming to a deliberation day"),
    Rule.VOTING: later("taking part in a vote"),
    Rule.CONCERN: later("a concern that was solved"),
    Rule.VOLUNTEERING: later("helping a neighbour"),
    Rule.TASK: later("a task done"),
    Rule.SORTING: later("well sorted waste"),
    Rule.QUEST: later("a quest done"),
    Rule.AWARD: later("thanks from the moderators"),
    Rule.FUNDING: later("the month's budget"),
    Rule.RESERVING: later("set aside to redeem"),
    Rule.REDEEMING: later("redeemed"),
    Rule.REVERSAL: later("put right"),
    Rule.MOVING: later("moved house"),
    Rule.LEAVING: later("given back"),
}
"""What a line is for."""
EARN: tuple[tuple[Rule, Callable[[PointRules], Earning]], ...] = (
    (Rule.ATTENDING, lambda rules: rules.attending),
    (Rule.VOTING, lambda rules: rules.voting),
    (Rule.CONCERN, lambda rules: rules.concern),
    (Rule.VOLUNTEERING, lambda rules: rules.volunteering),
    (Rule.TASK, lambda rules: rules.task),
    (Rule.SORTING, lambda rules: rules.sorting),
    (Rule.QUEST, lambda rules: rules.quest),
)
NOTE = 24
"""Characters of a reason beside its line."""


def mine(say: Words, sheet: Sheet, page: int = 0) -> Screen:
    """In the private chat: how many, the last lines, and the way to everything about them."""
    choices = (
        Choice(say.plain("How to earn points"), taps.HowToEarn()),
        Choice(say.plain(REDEEM), SeeGoods()),
        Choice(say.plain(MAKE_WISH), MakeWish()),
        Choice(say.plain("My lines by month"), taps.SeeMonth()),
        Choice(say.plain("My household"), MyHousehold()),
        Choice(say.plain("What is kept about me"), SeeKept()),
        Choice(say.plain(HONOURS), SeeHonours()),
        Choice(say.plain(QUESTS), SeeQuests()),
        Choice(say.plain("See the neighbours' wishes"), SeeWishes()),
    )
    shown = page_of(say, choices, page, taps.MorePoints(page=page + 1))
    return screen(say, _in_words(say, sheet) if say.elder else _listed(say, sheet), *shown, back=GoHome())


def in_group(say: Words, sheet: Sheet) -> Screen:
    """For the one who asked alone, as an alert where it was a tap: 200 characters, no buttons."""
    told = [_in_words(say, sheet)]
    if not say.elder:
        told.append(say("In our private chat: all lines, and how to earn points."))
    return Screen("\n".join(told))


def how_to_earn(say: Words, rules: PointRules, page: int = 0) -> Screen:
    lines = [
        say.plain("{what}: {points} points, at most {most} a day.", what=say.plain(WHAT[rule]), points=found.worth,
                  most=found.a_day)
        for rule, found in ((rule, of(rules)) for rule, of in EARN)
    ]  # fmt: skip
    lines.append(say.plain("Moderators can give up to {most} points as thanks.", most=rules.award.worth))
    lines.append(say.plain("All together at most {most} points a day.", most=rules.a_day))
    lines.append(say.plain("How you vote never counts, only that you take part."))
    deed = Choice(say.plain("I did something good"), taps.TellDeed())
    return paged(say, "\n".join(lines), page, lambda at: taps.HowToEarn(page=at), deed, back=SeePoints())


def statement(say: Words, found: Statement, page: int = 0) -> Screen:
    """A month, line by line."""
    month = month_of(found.month)
    head = say.plain("{month}: {came} came, {went} went; at the end {closing} points.", month=say.month(found.month),
                     came=found.came, went=found.went, closing=found.closing)  # fmt: skip
    text = "\n".join([head, *(line_of(say, line) for line in found.lines)])
    deeds = [Choice(say.plain("The month before"), taps.SeeMonth(month=month_of(month_before(found.month))))]
    if not found.newest:
        deeds.append(Choice(say.plain("The month after"), taps.SeeMonth(month=month_of(month_after(found.month)))))
    deeds.append(Choice(say.plain("As a file"), taps.FetchMonth(month=month)))
    turn: Callable[[int], taps.SeeMonth] = lambda at: taps.SeeMonth(month=month, page=at)  # noqa: E731
    return paged(say, text, page, turn, *deeds, back=SeePoints())


def fetched(say: Words) -> Screen:
    text = say("This is the file, for a spreadsheet.")
    return screen(say, text, Choice(say.plain("My lines by month"), taps.SeeMonth()), back=SeePoints())


def fetch_failed(say: Words) -> Screen:
    text = say("The file did not get through. Please try again in a minute.")
    return screen(say, text, Choice(say.plain("My lines by month"), taps.SeeMonth()), back=SeePoints())


def line_of(say: Words, line: Line) -> str:
    """Plain: 12月2日 星期三：参加议事日，+5。"""
    what = say.plain(WHAT[line.entry.rule])
    if line.entry.note:
        what = say.plain("{what} ({note})", what=what, note=shorten(line.entry.note, NOTE))
    return say.plain("{day}: {what}, {gain}.", day=say.day(line.entry.at), what=what, gain=gain_of(say, line.gain))


def gain_of(say: Words, gain: int) -> str:
    if not say.elder:
        return f"{gain:+d}"
    return say.plain("{points} more", points=gain) if gain > 0 else say.plain("{points} less", points=-gain)


def _in_words(say: Words, sheet: Sheet) -> str:
    told = [say("You have {points} points.", points=sheet.balance)]
    if sheet.household:
        told.append(say("Your household has {points} besides.", points=sheet.household))
    if sheet.lines:
        last = sheet.lines[0]
        told.append(
            say("Last, on {day}: {what}, {gain}.", day=say.day(last.entry.at), what=say.plain(WHAT[last.entry.rule]),
                gain=gain_of(say, last.gain))
        )  # fmt: skip
    return ("" if say.language == "zh" else " ").join(told)


def _listed(say: Words, sheet: Sheet) -> str:
    told = [say("<b>You have {points} points.</b>", points=sheet.balance)]
    if sheet.household:
        told.append(say("Your household has {points} besides.", points=sheet.household))
    told.append(say("Lately:") if sheet.lines else say("Nothing has come in yet."))
    return "\n".join([*told, *(say.quote(line_of(say, line)) for line in sheet.lines)])
