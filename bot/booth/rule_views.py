"""The rule of a vote in plain words: one sentence that everybody can hold the outcome against."""

from collections.abc import Mapping
from fractions import Fraction

from bot.kit.words import Words, later
from bot.votes.model.owners import PARTICIPATION, Majority
from bot.votes.model.rule import Base, Electorate, Hurdle, Kind, Rule
from bot.votes.model.share import Share

ONE_EACH: Mapping[Electorate, str] = {
    Electorate.RESIDENTS: later("one ballot for each resident"),
    Electorate.HOUSEHOLDS: later("one ballot for each household"),
    Electorate.OWNERS: later("one ballot for each owner"),
    Electorate.COUNCIL: later("one ballot for each representative"),
}
ONE_EACH_OF_BUILDING: Mapping[Electorate, str] = {
    Electorate.RESIDENTS: later("one ballot for each resident of building {building}"),
    Electorate.HOUSEHOLDS: later("one ballot for each household of building {building}"),
    Electorate.OWNERS: later("one ballot for each owner in building {building}"),
}
MORE: Mapping[Base, str] = {
    Base.ENTITLED: later("more than {fraction} of all who may vote"),
    Base.PRESENT: later("more than {fraction} of those present"),
    Base.CAST: later("more than {fraction} of all ballots"),
    Base.CAST_WITHOUT_ABSTENTIONS: later("more than {fraction} of the ballots that do not abstain"),
}
LEAST: Mapping[Base, str] = {
    Base.ENTITLED: later("at least {fraction} of all who may vote"),
    Base.PRESENT: later("at least {fraction} of those present"),
    Base.CAST: later("at least {fraction} of all ballots"),
    Base.CAST_WITHOUT_ABSTENTIONS: later("at least {fraction} of the ballots that do not abstain"),
}
HALF = Fraction(1, 2)
MORE_FOR_THAN_AGAINST = Hurdle(Base.CAST_WITHOUT_ABSTENTIONS, Share(HALF, strict=True))
"""The same in fewer words."""


def rule_sentence(say: Words, rule: Rule) -> str:
    """Plain: whose vote it is, when it counts, what passes."""
    values = {"who": who(say, rule), "passes": _passes(say, rule)}
    if say.elder:
        return _in_short_sentences(say, rule, values)
    if rule.quorum is None:
        return say.plain("{who}; {passes}; a tie does not pass.", **values)
    taking_part = say.plain("it counts if {share} take part", share=share(say, rule.quorum))
    return say.plain("{who}; {quorum}; {passes}; a tie does not pass.", quorum=taking_part, **values)


def _in_short_sentences(say: Words, rule: Rule, values: Mapping[str, str]) -> str:
    """For 长辈版: nobody has to keep half a sentence in mind while turning the page."""
    if rule.quorum is None:
        return say.plain("{who}. {passes}. A tie does not pass.", **values)
    taking_part = say.plain("it counts if {share} take part", share=share(say, rule.quorum))
    return say.plain("{who}. {quorum}. {passes}. A tie does not pass.", quorum=taking_part, **values)


def owners_sentence(say: Words, majority: Majority) -> str:
    """Plain: the owners' dual majority, in persons and in m²."""
    message = later("Owners are counted by heads and by area; of both at least {part} must take part, and of those more"
                    " than {fraction} agree.")  # fmt: skip
    if not majority.share.strict:
        message = later("Owners are counted by heads and by area; of both at least {part} must take part, and of those"
                        " at least {fraction} agree.")  # fmt: skip
    return say.plain(
        message, part=fraction(say, PARTICIPATION.fraction), fraction=fraction(say, majority.share.fraction)
    )


def who(say: Words, rule: Rule) -> str:
    """Plain: one ballot for each …"""
    if rule.building is None:
        return say.plain(ONE_EACH[rule.electorate])
    return say.plain(ONE_EACH_OF_BUILDING[rule.electorate], building=rule.building)


def how(say: Words, rule: Rule) -> str:
    """Plain: what is to be done with the ballot; empty where it is plain to see."""
    if rule.kind is Kind.CHOOSE and rule.most > 1:
        return say.plain("Choose up to {most}.", most=rule.most)
    if rule.kind is Kind.CHOOSE:
        return say.plain("Choose one.")
    if rule.kind is Kind.APPROVAL:
        return say.plain("Choose all that you can live with.")
    if rule.kind is Kind.RANKED:
        return say.plain("Tap them in your order, the best first.")
    return ""


def fraction(say: Words, share: Fraction) -> str:
    """Plain: half, 2/3."""
    if share == HALF:
        return say.plain("half")
    if share == 1:
        return say.plain("the whole")
    return say.plain("{part}/{whole}", part=share.numerator, whole=share.denominator)


def share(say: Words, hurdle: Hurdle) -> str:
    """Plain: at least 2/3 of all who may vote."""
    message = (MORE if hurdle.share.strict else LEAST)[hurdle.of]
    return say.plain(message, fraction=fraction(say, hurdle.share.fraction))


def _passes(say: Words, rule: Rule) -> str:
    if say.elder and rule.kind is Kind.YES_NO and rule.threshold == MORE_FOR_THAN_AGAINST:
        return say.plain("it passes if more are for it than against it")
    if rule.kind is Kind.YES_NO and rule.threshold is not None:
        return say.plain("it passes if {share} are for it", share=share(say, rule.threshold))
    if rule.kind is Kind.RANKED:
        return _ranked_passes(say, rule.threshold)
    if rule.threshold is None:
        return say.plain("what has the most votes passes")
    return say.plain("what has the most votes passes if these are {share}", share=share(say, rule.threshold))


def _ranked_passes(say: Words, threshold: Hurdle | None) -> str:
    if threshold is None:
        return say.plain("what beats each other one passes")
    return say.plain("what beats each other one passes if {share} put it before “none of them”",
                     share=share(say, threshold))  # fmt: skip
