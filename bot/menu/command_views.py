"""What Telegram's own menu offers: to everybody, in groups, to a group's administrators, and to who holds a role."""

from collections.abc import Collection, Mapping

from bot.kit.people import Language
from bot.kit.words import later, translated
from bot.roles.model import Act

PRIVATE = {
    "start": later("The home screen"),
    "concern": later("Report a problem"),
    "my": later("My concerns"),
    "wish": later("Make a small wish"),
    "wishes": later("See the neighbours' wishes"),
    "points": later("My points"),
    "redeem": later("Exchange my points"),
    "honours": later("Thanks and honours"),
    "quests": later("Small quests"),
    "deed": later("Tell of a good deed"),
    "topten": later("What concerns most households"),
    "vote": later("Vote"),
    "wednesday": later("See the agenda"),
    "agenda": later("Agenda items"),
    "propose": later("Make a proposal"),
    "here": later("Check in"),
    "speak": later("I want to speak"),
    "minutes": later("See the minutes"),
    "resolutions": later("Results and resolutions"),
    "rules": later("The rules of our group"),
    "charter": later("Read the charter"),
    "inquiries": later("What supervisors asked, and what was answered"),
    "oversight": later("The month as supervisors see it"),
    "savings": later("Money saved and raised"),
    "join": later("Join my household"),
    "withdraw": later("Take my consent back"),
    "household": later("My household"),
    "community": later("In which community I speak"),
    "tiers": later("Who does what, and how to become it"),
    "committees": later("The committees, and what they see to"),
    "boundary": later("What each role may do, and may not"),
    "elder": later("Large buttons, few steps"),
    "language": later("中文 or English"),
    "mydata": later("What is kept about me"),
    "correct": later("Correct something about me"),
    "deleteme": later("Delete my data"),
    "person": later("Ask a person"),
    "help": later("How it works"),
}
GROUP = {
    "goals": later("What the buildings reach"),
    "concern": later("Report a problem"),
    "points": later("My points"),
    "topten": later("What concerns most households"),
    "vote": later("Vote"),
    "wednesday": later("See the agenda"),
    "agenda": later("Agenda items"),
    "propose": later("Make a proposal"),
    "minutes": later("See the minutes"),
    "resolutions": later("Results and resolutions"),
    "charter": later("Read the charter"),
    "rules": later("The rules of our group"),
}
ADMINISTRATORS = {
    "setup": later("Set this group up (administrators)"),
    "check": later("See what is missing"),
    "offers": later("When the bot speaks up here (moderators)"),
    "slow": later("Slow a heated debate down (moderators)"),
    "cooldown": later("Ask somebody to pause: in reply to their message (moderators)"),
    "remove": later("Take a message out, kept: in reply to it (moderators)"),
    "award": later("Thank with points"),
    "role": later("Appoint and dismiss: in reply to somebody's message (moderators)"),
    "inbox": later("Concerns to see to"),
    "log": later("Who did what"),
}
"""For those who run a Telegram group, beside what everybody has there; whether they may, each command says."""

STAFF: Mapping[str, tuple[Act, str]] = {
    "inbox": (Act.SEE_CONCERNS, later("Concerns to see to")),
    "assign": (Act.HAND_OVER_CONCERN, later("Hand a concern to somebody: /assign 12")),
    "reply": (Act.ANSWER_CONCERN, later("Answer a concern: /reply 12 words")),
    "history": (Act.SEE_CONCERNS, later("What happened to a concern: /history 12")),
    "canned": (Act.SEE_CONCERNS, later("Ready answers")),
    "behalf": (Act.TELL_FOR_RESIDENT, later("Report for somebody without a phone")),
    "building": (Act.SEE_BUILDING, later("My building")),
    "sitting": (Act.CALL_SITTING, later("Call a deliberation day, or call it off")),
    "chair": (Act.CHAIR_SITTING, later("Chair the deliberation day")),
    "item": (Act.MANAGE_AGENDA, later("Look after an agenda item: /item 3")),
    "preview": (Act.MANAGE_AGENDA, later("The next agenda as residents see it")),
    "openvote": (Act.HOLD_VOTE, later("Begin a vote")),
    "extend": (Act.HOLD_VOTE, later("Extend a vote: /extend 7")),
    "annul": (Act.HOLD_VOTE, later("Annul a vote: /annul 7 reason")),
    "paperballot": (Act.TYPE_PAPER, later("Type in a paper ballot")),
    "award": (Act.AWARD_POINTS, later("Thank with points")),
    "takeback": (Act.AWARD_POINTS, later("Take points back: /takeback 12 reason")),
    "books": (Act.SEE_BOOKS, later("The books of the points")),
    "sample": (Act.SAMPLE_WASTE, later("Say how waste is sorted")),
    "goods": (Act.MANAGE_GOODS, later("What points are exchanged for")),
    "handover": (Act.HAND_OVER_GOODS, later("Hand something over")),
    "takedown": (Act.TAKE_DOWN_WISH, later("Take a wish down: /takedown 5 reason")),
    "announce": (Act.ANNOUNCE, later("Announce something")),
    "role": (Act.APPOINT, later("Appoint and dismiss")),
    "roll": (Act.MANAGE_ROLL, later("The roll of the households")),
    "code": (Act.ISSUE_CODE, later("Renew a household's code")),
    "sheets": (Act.ISSUE_CODE, later("Print the codes of a building")),
    "card": (Act.ISSUE_CARD, later("A household's card")),
    "paper": (Act.ISSUE_CARD, later("Somebody agreed on paper")),
    "coverage": (Act.SEE_COVERAGE, later("How many have joined")),
    "report": (Act.SEE_REPORTS, later("Report of a week, a month or any days")),
    "rates": (Act.SEE_RATES, later("How concerns are seen to")),
    "measures": (Act.MODERATE_TALK, later("Slow modes, pauses and removed messages")),
    "log": (Act.SEE_LOG, later("Who did what")),
    "settings": (Act.SEE_LOG, later("The community's settings")),
    "inquire": (Act.OPEN_INQUIRY, later("Ask how something was done")),
    "export": (Act.EXPORT_NAMELESS, later("Take the records out")),
    "check": (Act.SET_UP_GROUPS, later("See what is missing")),
    "health": (Act.SEE_HEALTH, later("Whether everything works")),
}
"""In private, to those whose roles allow it; whether they may, each command decides again."""
PANEL = ("admin", later("Everything to look after, on one page"))


def listed(table: Mapping[str, str], language: Language) -> list[dict[str, str]]:
    """As Bot API `BotCommand`s."""
    return [{"command": name, "description": translated(what, language)} for name, what in table.items()]


def of_staff(acts: Collection[Act]) -> dict[str, str]:
    """What somebody with these acts is offered beside what everybody is; nothing for who has none of them."""
    found = {name: what for name, (act, what) in STAFF.items() if act in acts}
    return dict([PANEL]) | found if found else {}
