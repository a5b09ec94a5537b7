"""Sentences about a vote that several screens have in common."""

from bot.booth.model.offers import LABEL
from bot.booth.rule_views import owners_sentence, rule_sentence
from bot.kit.screens import Choice
from bot.kit.words import Words, later, shorten
from bot.votes.model.any_rule import AnyRule, OwnersRule
from bot.votes.model.ballot import Choice as Ballot
from bot.votes.model.roll import Entry, Turnout
from bot.votes.model.rule import AGAINST_ALL, NO, YES, Electorate
from bot.votes.model.vote import Secrecy, State, Vote

NONE = later("None of them")
NAMES = {YES: later("For"), NO: later("Against"), AGAINST_ALL: NONE}
VERBS = {YES: later("I vote for it"), NO: later("I vote against it"), AGAINST_ALL: NONE}
ABSTAIN, ABSTAIN_VERB = later("Abstain"), later("I abstain")
TITLE, TITLE_ELDER, LABEL_ELDER = 40, 10, 12
SECRET = later(
    "Secret: once it is over nobody finds out what you chose. Until then whoever runs this system could, and Telegram"
    " always can; a receipt proves a choice to whoever is shown it."
)
SECRET_ELDER = later("Secret once it is over. Until then whoever runs this system could look; Telegram always can.")
NAMED = later(
    "By name: who chose what is kept and can be looked up. Whoever runs this system sees it, and so does Telegram."
)
NAMED_ELDER = later("By name: who chose what is kept and can be looked up. Telegram sees it too.")
TOOK_PART = {
    Electorate.RESIDENTS: later("{took_part} of {entitled} residents have taken part, {percent}%."),
    Electorate.HOUSEHOLDS: later("{took_part} of {entitled} households have taken part, {percent}%."),
    Electorate.OWNERS: later("{took_part} of {entitled} owners have taken part, {percent}%."),
    Electorate.COUNCIL: later("{took_part} of {entitled} representatives have taken part, {percent}%."),
}
ADVISORY = later("It asks for the owners' opinion; it binds nobody.")
BINDING = later("It binds by law: {basis}")


def title(say: Words, vote: Vote) -> str:
    """Plain: its number and what it is about, in few words."""
    what = shorten(vote.what, TITLE_ELDER if say.elder else TITLE)
    return say.plain("Vote {number}: {what}", number=vote.number, what=what)


def rule_of(say: Words, rule: AnyRule) -> str:
    """Plain: the one sentence."""
    return owners_sentence(say, rule.majority) if isinstance(rule, OwnersRule) else rule_sentence(say, rule)


def standing(say: Words, vote: Vote) -> list[str]:
    """Plain: whether an owners' vote binds; nothing of others."""
    if not isinstance(vote.rule, OwnersRule):
        return []
    return [say.plain(ADVISORY) if vote.advisory else say.plain(BINDING, basis=vote.motion.basis)]


def charter(say: Words, vote: Vote) -> list[str]:
    """Plain: under which version of the charter it was opened; nothing where there was none."""
    return [say.plain("Held under version {number} of the charter.", number=vote.charter)] if vote.charter else []


def secrecy(say: Words, kind: Secrecy) -> str:
    """Plain: the class and its limits, before the first tap."""
    if kind is Secrecy.NAMED:
        return say.plain(NAMED_ELDER if say.elder else NAMED)
    return say.plain(SECRET_ELDER if say.elder else SECRET)


def turnout(say: Words, vote: Vote, counted: Turnout) -> str:
    """Plain: how many of how many."""
    percent = 100 * counted.took_part // counted.entitled if counted.entitled else 0
    return say.plain(TOOK_PART[vote.rule.electorate], took_part=counted.took_part, entitled=counted.entitled,
                     percent=percent)  # fmt: skip


def until(say: Words, vote: Vote) -> str:
    """Plain: when it closes, and whether a ballot can be cast anew."""
    when = say.time(vote.ends_at)
    if vote.state is State.ANNULLED:
        return say.plain("It was annulled: {reason}", reason=vote.reason)
    if vote.state is State.CLOSED:
        return say.plain("It was over on {when}.", when=when)
    if vote.motion.changeable:
        return say.plain("Open until {when}; until then you can change your ballot.", when=when)
    return say.plain("Open until {when}; a ballot stands as it is cast.", when=when)


def side(say: Words, name: str) -> str:
    """Plain: one side as it stands on a ballot."""
    return say.plain(NAMES[name]) if name in NAMES else shorten(name, LABEL)


def verb(say: Words, name: str) -> str:
    """Plain: the same on a button of a ballot paper."""
    return say.plain(VERBS[name]) if name in VERBS else shorten(name, LABEL)


def spoken(say: Words, ballot: Ballot, *, ranked: bool = False) -> str:
    """Plain: what a ballot says."""
    if not ballot:
        return say.plain(ABSTAIN)
    names = [side(say, name) for name in ballot]
    if ranked:
        names = [say.plain("{place}. {side}", place=place, side=name) for place, name in enumerate(names, 1)]
        return "\n".join(names)
    return say.plain(", ").join(names)


def whose(say: Words, entry: Entry) -> str:
    """Plain: the door or the name on the roll."""
    return shorten(entry.label, LABEL_ELDER if say.elder else LABEL)


def link_to(say: Words, vote: Vote, link: str, label: str) -> Choice:
    """Into the private chat, to this vote; `link` is the bot's https address."""
    return Choice(say.plain(label), url=f"{link}?start=vote-{vote.number}")
