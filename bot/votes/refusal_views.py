"""Why something cannot be done with a vote, and what to do instead."""

from collections.abc import Callable, Mapping
from typing import Any

from bot.households.taps import MyHousehold
from bot.kit.home import RESOLUTIONS, SeeResolutions
from bot.kit.refusals import Refused
from bot.kit.screens import Choice, Screen, screen
from bot.kit.words import Words, later, shorten
from bot.residents.taps import Join
from bot.roles.taps import HowToBecome
from bot.votes.model import refusals
from bot.votes.model.refusals import WhyNot

OPTION = 20
"""Characters of an option's name that fit on a screen in 长辈版."""
WHY_NOT = {
    WhyNot.NO_HOME: later("Those who live here vote. If you do, join your household; then you can."),
    WhyNot.MINOR: later("One votes from 18 years on. If your age is noted wrongly, tell a moderator."),
    WhyNot.CAME_LATER: later("Who votes was fixed when the vote was opened. You can vote in the next one."),
    WhyNot.OTHER_BUILDING: later("This vote is for another building. When yours is asked, you have a ballot."),
    WhyNot.NO_OWNER: later("This vote is for the owner who votes for the flat. If that is you, tell a moderator."),
    WhyNot.NO_COUNCIL: later("Residents' representatives vote on this. You can become one."),
    WhyNot.REPRESENTED: later("{name} votes for your household. Under “My household” you can change that."),
}
"""And how to become entitled, where one can."""
WAYS = {
    WhyNot.NO_HOME: (later("Join my household"), Join()),
    WhyNot.NO_COUNCIL: (later("How to become one"), HowToBecome()),
    WhyNot.REPRESENTED: (later("My household"), MyHousehold()),
}


def no_vote(say: Words, _: refusals.NoVote) -> Screen:
    return screen(say, say("There is no such vote here."))


def guide_never_decides(say: Words, _: refusals.GuideNeverDecides) -> Screen:
    return screen(say, say("Guides advise; residents decide. Your advice on the item is welcome."))


def vote_over(say: Words, refusal: refusals.VoteOver) -> Screen:
    if refusal.annulled:
        return screen(say, say("Vote {number} was annulled; nothing of it counts.", number=refusal.number))
    return screen(say, say("Vote {number} is closed. Ballots are not taken any more.", number=refusal.number))


def not_entitled(say: Words, refusal: refusals.NotEntitled) -> Screen:
    return screen(say, say.quote(why_not(say, refusal.why, refusal.name)), *ways_in(say, refusal.why))


def why_not(say: Words, why: WhyNot, name: str) -> str:
    """Plain. `name`: who casts the ballot, where the household has named somebody."""
    return say.plain(WHY_NOT[why], name=name)


def ways_in(say: Words, why: WhyNot) -> list[Choice]:
    """How one comes to have a ballot, where one can."""
    label, tap = WAYS.get(why, ("", None))
    return [Choice(say.plain(label), tap)] if tap else []


def ballot_stands(say: Words, refusal: refusals.BallotStands) -> Screen:
    return screen(say, say("A ballot is cast already in vote {number}, and it counts.", number=refusal.number))


def not_on_this_roll(say: Words, refusal: refusals.NotOnThisRoll) -> Screen:
    text = say("The roll of vote {number} has nobody of that name and no such door. A door is written 3-2-501.",
               number=refusal.number)  # fmt: skip
    return screen(say, text)


def ballot_unfit(say: Words, _: refusals.BallotUnfit) -> Screen:
    return screen(say, say("That cannot be chosen in this vote. Please look at it anew."))


def not_votable(say: Words, refusal: refusals.NotVotable) -> Screen:
    text = say("A vote on {number} is opened at the sitting, while the item is open there for a vote.",
               number=refusal.number)  # fmt: skip
    return screen(say, text)


def vote_runs(say: Words, refusal: refusals.VoteRuns) -> Screen:
    return screen(say, say("Vote {number} runs on this item already.", number=refusal.number))


def period_unfit(say: Words, refusal: refusals.PeriodUnfit) -> Screen:
    text = say("It closes from {earliest} to {latest}: everybody has an evening and a day of a weekend for it.",
               earliest=say.time(refusal.earliest), latest=say.time(refusal.latest))  # fmt: skip
    if say.elder:
        text = say("It closes on {latest} at the latest, and not too early.", latest=say.day(refusal.latest))
    return screen(say, text)


def nobody_entitled(say: Words, _: refusals.NobodyEntitled) -> Screen:
    return screen(say, say("The roll has nobody who could vote on this."))


def must_be_named(say: Words, _: refusals.MustBeNamed) -> Screen:
    return screen(say, say("Votes by area are never secret."))


def options_differ(say: Words, _: refusals.OptionsDiffer) -> Screen:
    text = say("The options are not those of the previewed words. To change them, freeze new words; they are previewed"
               " anew.")  # fmt: skip
    return screen(say, text)


def below_charter_majority(say: Words, refusal: refusals.BelowCharterMajority) -> Screen:
    text = say("The charter changes only if at least {majority} of all ballots of the households agree. With this rule"
               " the vote cannot begin.", majority=refusal.majority)  # fmt: skip
    return screen(say, text)


def rule_of_present(say: Words, _: refusals.RuleOfPresent) -> Screen:
    return screen(say, say("A vote that runs for days has nobody present; its rule asks of the entitled or the cast."))


def card_missing(say: Words, refusal: refusals.CardMissing) -> Screen:
    if not refusal.option:
        return screen(say, say("At least two options are put to the vote."))
    text = say("Something is not said yet of {option}: cost, time, who gains, risk, source.", option=refusal.option)
    if say.elder:
        text = say("Something is not said yet of {option}.", option=shorten(refusal.option, OPTION))
    return screen(say, text)


def extended_before(say: Words, refusal: refusals.ExtendedBefore) -> Screen:
    return screen(say, say("Vote {number} was extended once; more is not possible.", number=refusal.number))


def not_extended(say: Words, refusal: refusals.NotExtended) -> Screen:
    return screen(say, say("It closes {moment} anyway.", moment=say.time(refusal.closes_at)))


def reason_unfit(say: Words, refusal: refusals.VoteReasonUnfit) -> Screen:
    return screen(say, say("Please give a reason in at most {most} characters: everybody reads it.", most=refusal.most))


def too_few_to_show(say: Words, refusal: refusals.TooFewToShow) -> Screen:
    text = say("Who took part is shown when a vote is over, its quorum is met and {least} ballots or more are in, "
               "so that nobody is pointed at.", least=refusal.least)  # fmt: skip
    return screen(say, text, Choice(say.plain(RESOLUTIONS), SeeResolutions()))


EXPLANATIONS: Mapping[type[Refused], Callable[[Words, Any], Screen]] = {
    refusals.NoVote: no_vote,
    refusals.GuideNeverDecides: guide_never_decides,
    refusals.VoteOver: vote_over,
    refusals.NotEntitled: not_entitled,
    refusals.BallotStands: ballot_stands,
    refusals.NotOnThisRoll: not_on_this_roll,
    refusals.BallotUnfit: ballot_unfit,
    refusals.NotVotable: not_votable,
    refusals.VoteRuns: vote_runs,
    refusals.PeriodUnfit: period_unfit,
    refusals.NobodyEntitled: nobody_entitled,
    refusals.MustBeNamed: must_be_named,
    refusals.OptionsDiffer: options_differ,
    refusals.BelowCharterMajority: below_charter_majority,
    refusals.RuleOfPresent: rule_of_present,
    refusals.CardMissing: card_missing,
    refusals.ExtendedBefore: extended_before,
    refusals.NotExtended: not_extended,
    refusals.VoteReasonUnfit: reason_unfit,
    refusals.TooFewToShow: too_few_to_show,
}
