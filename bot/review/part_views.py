"""What measures and days are called, and the definitions that stand beside each number."""

from fractions import Fraction

from bot.kit.words import Words, later
from bot.review.model.days import Days, Kind
from bot.review.model.measure import AMOUNTS, QUOTIENTS, Figure, Measure
from bot.review.model.peaks import Band

NAMES = {
    Measure.ADULTS: later("Adults taking part"),
    Measure.HOUSEHOLDS: later("Homes taking part"),
    Measure.TURNOUT: later("Turnout of votes"),
    Measure.CONVENING: later("Sittings that met"),
    Measure.RESPONSE: later("Answered in time"),
    Measure.RESOLUTION: later("Solved, residents say"),
    Measure.SATISFACTION: later("Satisfied"),
    Measure.SPEAKING: later("Turns of three speakers"),
    Measure.WINNING: later("Adopted from three people"),
    Measure.DELIBERATION: later("How well we deliberate"),
    Measure.THROUGHPUT: later("Time for an item"),
    Measure.CONCERNS: later("Every 30 days"),
    Measure.EARNED: later("Points given"),
    Measure.REDEEMED: later("Points redeemed"),
    Measure.MUTUAL_AID: later("Neighbours helped"),
    Measure.ACTIVITY: later("Came to activities"),
}
DEFINITIONS = {
    Measure.ADULTS: later(
        "adults on the roll who raised or joined a concern, proposed, supported or discussed an item, checked in, did "
        "a good deed or cast a ballot of their own ÷ adults on the roll; guides are left out"
    ),
    Measure.HOUSEHOLDS: later("households in which somebody did so, or whose ballot was cast ÷ households on the roll"),
    Measure.TURNOUT: later("ballots cast ÷ possible ballots, in the votes that were closed"),
    Measure.CONVENING: later("sittings with a quorum ÷ sittings called, those called off included"),
    Measure.RESPONSE: later("first answers in time ÷ first answers that fell due"),
    Measure.RESOLUTION: later(
        "concerns that their resident confirmed as solved ÷ those closed, and those open that were late or that their "
        "resident opened again"
    ),
    Measure.SATISFACTION: later("satisfied answers ÷ answers; whole months only"),
    Measure.SPEAKING: later("turns of the three who spoke most ÷ all turns"),
    Measure.WINNING: later("adopted proposals of the three with the most ÷ all that were adopted"),
    Measure.THROUGHPUT: later("minutes of all items at sittings ÷ items decided by hands or put to a vote"),
    Measure.DELIBERATION: later(
        "the mean of the scores published in these days, each the mean of three raters or more, out of 10"
    ),
    Measure.CONCERNS: later("concerns raised × 30 ÷ days"),
    Measure.EARNED: later("points earned less those taken back"),
    Measure.REDEEMED: later("points paid for what was handed over"),
    Measure.MUTUAL_AID: later("wishes granted and good deeds confirmed; the same two people count once a day"),
    Measure.ACTIVITY: later("check-ins at sittings and workshops"),
}
AMOUNT = {
    Measure.THROUGHPUT: later("{value} minutes"),
    Measure.DELIBERATION: later("{value} of 10"),
    Measure.CONCERNS: later("{value} concerns"),
    Measure.EARNED: later("{value} points"),
    Measure.REDEEMED: later("{value} points"),
    Measure.MUTUAL_AID: later("{value} times"),
    Measure.ACTIVITY: later("{value} visits"),
}
BANDS = {
    Band.MORNING: later("Morning, 6–10"),
    Band.NOON: later("Noon, 10–14"),
    Band.AFTERNOON: later("Afternoon, 14–18"),
    Band.EVENING: later("Evening, 18–22"),
    Band.NIGHT: later("Night, 22–6"),
}


def called(say: Words, days: Days) -> str:
    """Plain: 2026年10月 · October 2026"""
    match days.kind:
        case Kind.MONTH:
            return say.month(days.first)
        case Kind.QUARTER:
            return say.plain("Quarter {quarter} of {year}", quarter=days.first.month // 3 + 1, year=days.first.year)
        case _ if days.length == 1:
            return say.written(days.first)
        case _:
            last = say.written(days.last, year=days.first.year != days.last.year)
            return say.plain("{first} to {last}", first=say.written(days.first), last=last)


def value(say: Words, figure: Figure) -> str:
    """Plain: 34% (890/2640), 24.5 minutes."""
    if figure.hidden:
        return say.plain("hidden")
    if figure.value is None:
        return say.plain("none")
    if figure.measure in AMOUNTS:
        return say.plain(AMOUNT[figure.measure], value=amount(figure))
    return say.plain("{percent} ({part}/{whole})", percent=percent(say, figure), part=figure.part, whole=figure.whole)


def percent(say: Words, figure: Figure) -> str:
    """Plain: of somebody never 0%."""
    return say.plain("under 1%") if figure.part and not figure.percent else f"{figure.percent}%"


def short(say: Words, figure: Figure) -> str:
    """Plain, without what it was computed from."""
    known = figure.measure not in AMOUNTS and figure.value is not None
    return percent(say, figure) if known else value(say, figure)


def amount(figure: Figure) -> str:
    """A whole number; of a quotient with one decimal."""
    found = figure.value or Fraction()
    if figure.measure not in QUOTIENTS:
        return str(found)
    tenths = round(found * 10)
    return f"{tenths // 10}.{tenths % 10}"
