"""如何成为…: what each tier is, what it may do, and how one becomes it. Made from the table that services obey."""

from collections.abc import Iterator

from bot.kit.screens import Choice, GoHome, Screen, pages, screen
from bot.kit.words import Words, later
from bot.roles import taps
from bot.roles.model import MAY, Act, Everyday, Expertise, Role

ROLES = {
    Role.LIAISON: later("building liaison"),
    Role.REPRESENTATIVE: later("residents' representative"),
    Role.ALTERNATE: later("alternate representative"),
    Role.COMMITTEE_MEMBER: later("committee member"),
    Role.CHAIR: later("chair of deliberation days"),
    Role.MODERATOR: later("moderator"),
    Role.ADMIN: later("system administrator"),
    Role.SUPERVISOR: later("supervisor"),
    Role.GOVERNMENT: later("contact at the sub-district office"),
    Role.GUIDE: later("guide"),
}
FIELDS = {
    Expertise.LAW: later("law"),
    Expertise.PLANNING: later("planning"),
    Expertise.SOCIAL_WORK: later("social work"),
    Expertise.FINANCE: later("finance"),
    Expertise.BUILDING_WORKS: later("building works"),
}
ACTS = {
    Act.ADVISE: later("give advice"),
    Act.REPLY_OFFICIALLY: later("reply for the sub-district office"),
    Act.SEE_CONCERNS: later("see concerns"),
    Act.CLAIM_CONCERN: later("take concerns on"),
    Act.ANSWER_CONCERN: later("answer concerns"),
    Act.HAND_OVER_CONCERN: later("hand concerns over"),
    Act.SEE_BUILDING: later("see how a building is doing"),
    Act.TELL_FOR_RESIDENT: later("report for residents who ask for it"),
    Act.HELP_RESIDENT: later("help residents"),
    Act.SET_UP_GROUPS: later("set groups up"),
    Act.SEE_COVERAGE: later("see how many have joined"),
    Act.SEE_RATES: later("see how concerns are seen to"),
    Act.SEE_LOG: later("see who did what"),
    Act.SEE_HEALTH: later("see whether everything works"),
    Act.ADMIT_RESIDENT: later("let neighbours in"),
    Act.ISSUE_CODE: later("renew household codes"),
    Act.ISSUE_CARD: later("issue household cards"),
    Act.MANAGE_ROLL: later("keep the roll"),
    Act.DECIDE_CORRECTION: later("decide on corrections of the roll"),
    Act.TAKE_DOWN_WISH: later("take unfitting wishes down"),
    Act.CALL_SITTING: later("call extraordinary deliberation days, and call them off"),
    Act.MANAGE_AGENDA: later("prepare the agenda"),
    Act.CHAIR_SITTING: later("chair deliberation days"),
    Act.AWARD_POINTS: later("thank with points"),
    Act.CONFIRM_DEED: later("confirm what neighbours did"),
    Act.SAMPLE_WASTE: later("look how waste is sorted"),
    Act.SEE_BOOKS: later("see the books of the points"),
    Act.HOLD_VOTE: later("open votes, and extend or annul them"),
    Act.TYPE_PAPER: later("type in paper ballots, two people each"),
    Act.MANAGE_CANNED: later("keep answers ready"),
    Act.MANAGE_GOODS: later("keep what points are exchanged for"),
    Act.HAND_OVER_GOODS: later("hand out what was exchanged"),
    Act.APPOINT: later("appoint and dismiss"),
    Act.APPOINT_MODERATOR: later("say who moderates"),
    Act.MANAGE_COMMITTEES: later("set committees up"),
    Act.CHANGE_SETTINGS: later("change the settings of the community"),
    Act.EXPORT: later("take the community's data out"),
    Act.EXPORT_NAMELESS: later("take the community's data out without names"),
    Act.ANNOUNCE: later("announce things to neighbours"),
    Act.SEE_REPORTS: later("see reports"),
    Act.MODERATE_TALK: later("calm a heated debate"),
    Act.OPEN_INQUIRY: later("ask how something was done, and wait for the answer"),
    Act.MANAGE_SAVINGS: later("keep the ledger of money saved and raised"),
    Act.RATE_SITTING: later("rate how well a deliberation day went"),
    Act.ANSWER_INQUIRY: later("answer what supervisors ask"),
}
EVERYDAY = {
    Everyday.RAISE_CONCERN: later("report problems"),
    Everyday.LAST_WORD: later("say whether they are solved"),
    Everyday.SPEAK_FOR_HOUSEHOLD: later("speak for the household"),
    Everyday.GRANT_WISHES: later("make small wishes and grant them"),
    Everyday.PROPOSE: later("propose agenda items"),
    Everyday.TAKE_SIDES: later("say what they think of agenda items"),
    Everyday.VOTE: later("cast ballots"),
}
BOUNDARY = later("Where guides stop")
TIERS = (None, Role.LIAISON, Role.ALTERNATE, Role.REPRESENTATIVE)
"""From everybody upwards; None is who has a place on the roll."""
ABOUT = {
    None: later("<b>Active residents</b> are all who live here and have joined."),
    Role.LIAISON: later("<b>Building liaisons</b> see to one building; a building may have several."),
    Role.ALTERNATE: later("<b>Alternates</b> stand in when too few representatives can come."),
    Role.REPRESENTATIVE: later("<b>Residents' representatives</b> speak for one or more buildings, for a term."),
}
HOW = {
    None: later("How: join with the code of your household."),
    Role.LIAISON: later("How: say that you would like to; moderators appoint."),
    Role.ALTERNATE: later("How: say that you would like to; moderators appoint, and ask in that order."),
    Role.REPRESENTATIVE: later("How: residents elect, moderators appoint. From 18 years on."),
}


def what_roles_may(say: Words, role: Role) -> str:
    """Plain."""
    return say.plain(", ").join(say.plain(name) for act, name in ACTS.items() if act in MAY[role])


def how_to_become(say: Words, page: int = 0) -> Screen:
    """All tiers on one screen; in 长辈版 on successive ones."""
    if not say.elder:
        text = "\n\n".join("\n".join(_lines(say, tier)) for tier in TIERS)
        choices = [*(_i_would(say, tier) for tier in TIERS if tier), *_further(say)]
        return screen(say, text, *choices, columns=1, back=GoHome())
    shown = list(_pages(say))
    page = min(page, len(shown) - 1)
    text, tier = shown[page]
    choices = [_i_would(say, tier)] if tier else []
    if page < len(shown) - 1:
        choices.append(Choice(say.plain("Go on reading"), taps.HowToBecome(page=page + 1)))
    else:
        choices += _further(say)
    return screen(say, text, *choices)


def thank_you(say: Words) -> Screen:
    return screen(say, say("Thank you. The moderators are told and will talk with you."))


def _lines(say: Words, tier: Role | None) -> tuple[str, str, str]:
    everyday = say.plain(", ").join(map(say.plain, EVERYDAY.values()))
    acts = what_roles_may(say, tier) if tier else everyday
    return say(ABOUT[tier]), say("They may: {acts}.", acts=acts), say(HOW[tier])


def _pages(say: Words) -> Iterator[tuple[str, Role | None]]:
    """Texts, and after the last of a tier whom one may become."""
    for tier in TIERS:
        parts = [part for line in _lines(say, tier) for part in pages(line)]
        yield from ((part, None) for part in parts[:-1])
        yield parts[-1], tier


def _further(say: Words) -> list[Choice]:
    """What else there is to read about who does what."""
    return [Choice(say.plain(BOUNDARY), taps.SeeBoundary())]


def _i_would(say: Words, tier: Role) -> Choice:
    return Choice(say.plain("I would like to be: {role}", role=say.plain(ROLES[tier])), taps.IWould(role=tier))
