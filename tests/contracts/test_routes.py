"""Everything that can be tapped, written or followed leads somewhere, and everything that happens is thought of."""

import re
from collections.abc import Iterator
from enum import Enum
from importlib import import_module
from string import ascii_lowercase
from typing import Any, TypeVar, get_type_hints

import pytest
from aiogram.filters.callback_data import CallbackData

from bot.app import all_routes
from bot.config import Config
from bot.config.changing import names
from bot.kit.events import Event
from bot.kit.forms import Form
from bot.kit.home import SeePoints
from bot.kit.people import Reader
from bot.kit.refusals import Refused
from bot.kit.screens import Choice
from bot.kit.words import LANGUAGES, Words, every_language, words_for
from bot.menu.command_views import ADMINISTRATORS, GROUP, PANEL, PRIVATE, STAFF
from bot.menu.views import greeting, group_card
from bot.reactions import REACTIONS
from bot.settings.views import WORDS as SETTING_WORDS
from nlu.category import CATEGORIES
from nlu.meaning import INTENTS, OUT_OF_SCOPE
from tests.contracts.catalogue import texts
from tests.contracts.source import modules

T = TypeVar("T")

for module in modules("bot"):
    if module.feature not in ("", "playground"):
        import_module(module.name)  # a class counts even where nobody uses it

ROUTES = all_routes()
TEN_DIGITS = 9_999_999_999
LONGEST = {
    "intent": max(INTENTS, key=len),
    "key": f"{TEN_DIGITS}-{TEN_DIGITS}",
    "marks": ascii_lowercase[:20],
    "value": str(TEN_DIGITS),
    "category": max(CATEGORIES, key=len),
    "language": "zh",
    "form": "f" * 8,
    "words": "分" * 16,
    "setting": max(names(), key=len),
    "section": max((name.partition(".")[0] for name in names()), key=len),
    "word": max(SETTING_WORDS, key=len),
}
"""The longest text that each field of a tap carries."""

MOST_COMMANDS = 100
"""That Telegram shows in one menu."""

NOT_OFFERED = {
    "home": "/start is the same",
    "keepme": "stands where the deletion is asked for",
    "ordinary": "/elder leads back, as its buttons do",
    "pioneers": "under /honours",
    "sittings": "under the agenda",
    "verify": "stands on the certificate",
    "why": "under the results",
}
"""Commands that no menu of Telegram's shows, with the reason."""

NOTHING_FOLLOWS = {
    "ConcernChanged": "the base of a concern's events",
    "ConcernMoved": "the base of those of its events that are counted",
    "FloorChanged": "the base of a sitting's events",
    "ItemChanged": "the base of an agenda item's events",
    "ItemProposed": "who proposed it sees it at once; moderators hear when enough households support it",
    "MinutesChanged": "the base of the events of minutes",
    "ErratumChanged": "the base of those about a correction of them",
    "AwardChanged": "the base of the events of a year's award",
    "SavingChanged": "the base of what happens to an entry of money",
    "SavingEntered": "everybody finds it under /savings",
    "SavingProved": "everybody finds it under /savings",
    "SavingStruck": "everybody finds it under /savings",
    "ShelfChanged": "whoever looks at the shelf sees it; the log has who did it",
    "RedemptionChanged": "the base of a redemption's events",
    "WishChanged": "the base of a wish's events",
    "VoteChanged": "the base of a vote's events",
    "StatementChanged": "the base of an outcome's events",
    "CommitteeFounded": "everybody finds it under /committees",
    "CommitteeChanged": "its members find its concerns in their inbox",
    "CommitteeEnded": "its members are thanked as all who are dismissed",
    "Overstepped": "the log has it, and /boundary how often",
    "MeasureChanged": "the base of the events of a measure in the group",
    "BallotCast": "the card follows by a sweep: hundreds of ballots share one edit",
    "CommunityExported": "the log has it",
    "PeopleExported": "the log has it",
    "InquiryChanged": "the base of an inquiry's events",
    "GroupChanged": "the base of a group's events",
}
"""Events without a reaction, with the reason."""


def test_every_intent_reaches_a_feature() -> None:
    assert ROUTES.means.keys() == set(INTENTS) - {OUT_OF_SCOPE}


def kinds(base: type[T]) -> list[type[T]]:
    """All subclasses in the bot, of whatever depth."""

    def below(kind: type[T]) -> Iterator[type[T]]:
        for child in kind.__subclasses__():
            yield child
            yield from below(child)

    return sorted((kind for kind in below(base) if kind.__module__.startswith("bot.")), key=lambda kind: kind.__name__)


def fullest(kind: type[CallbackData]) -> CallbackData:
    """A tap with the longest values it may carry."""
    return kind(**{name: _longest(name, hint) for name, hint in _fields(kind).items()})


def _fields(kind: type[CallbackData]) -> dict[str, Any]:
    return {name: hint for name, hint in get_type_hints(kind).items() if name in kind.model_fields}


def _longest(name: str, hint: Any) -> object:
    if hint is int:
        return TEN_DIGITS
    if hint is bool:
        return True
    if issubclass(hint, Enum):
        return max(hint, key=lambda one: len(str(one.value)))
    return LONGEST[name]


@pytest.mark.parametrize("kind", kinds(CallbackData), ids=lambda kind: kind.__name__)
def test_every_button_reaches_a_handler(kind: type[CallbackData]) -> None:
    assert kind in ROUTES.taps


@pytest.mark.parametrize("kind", kinds(CallbackData), ids=lambda kind: kind.__name__)
def test_every_tap_fits_into_telegrams_64_bytes_and_comes_back_the_same(kind: type[CallbackData]) -> None:
    packed = fullest(kind).pack()
    assert len(packed.encode()) <= 64
    assert kind.unpack(packed) == fullest(kind)


def test_no_two_buttons_share_a_prefix() -> None:
    prefixes = [kind.__prefix__ for kind in kinds(CallbackData)]
    assert len(prefixes) == len(set(prefixes))


@pytest.mark.parametrize("kind", kinds(Refused), ids=lambda kind: kind.__name__)
def test_every_refusal_is_explained(kind: type[Refused]) -> None:
    """How the explanations look is tested in test_screens.py."""
    assert kind in ROUTES.explanations


@pytest.mark.parametrize("kind", kinds(Form), ids=lambda kind: kind.__name__)
def test_every_form_hears_the_next_message(kind: type[Form]) -> None:
    assert kind in ROUTES.forms
    assert len(kind.name) <= 32  # its column


def test_no_two_forms_share_a_name() -> None:
    names = [kind.name for kind in kinds(Form)]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("kind", kinds(Event), ids=lambda kind: kind.__name__)
def test_something_follows_from_every_event_or_there_is_a_reason(kind: type[Event]) -> None:
    assert (kind.__name__ in NOTHING_FOLLOWS) != (kind in REACTIONS)


@pytest.mark.parametrize("kind", REACTIONS, ids=lambda kind: kind.__name__)
def test_every_reaction_takes_the_event_it_answers(kind: type[Event]) -> None:
    for reaction in REACTIONS[kind]:
        takes = get_type_hints(reaction)["event"]
        assert issubclass(kind, takes)
    assert len(set(REACTIONS[kind])) == len(REACTIONS[kind])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("elder", [False, True])
def test_every_door_of_the_home_screen_opens(config: Config, language: str, elder: bool) -> None:
    shown = greeting(Words("zh" if language == "zh" else "en", config.community.zone, elder=elder), "王秀英")
    understood = {said for words in ROUTES.says for said in every_language(words)}
    keys = [key for row in shown.keys for key in row]
    choices = [choice for row in shown.rows for choice in row]
    assert len(keys) + len(choices) >= 5
    assert [key for key in keys if key not in understood] == []
    assert [choice.label for choice in choices if type(choice.tap) not in ROUTES.taps] == []


def test_the_groups_card_leads_through_doors_and_shows_ones_points(config: Config) -> None:
    say = words_for(Reader(1, ""), config.community.zone)
    buttons: list[Choice] = [
        choice for row in group_card(say, "阳光社区", "https://t.me/yishi_bot").rows for choice in row
    ]
    *lead, points = buttons
    doors = [re.fullmatch(r"https://t\.me/yishi_bot\?start=([a-z]+)", button.url or "") for button in lead]
    assert {door.group(1) if door else None for door in doors} <= ROUTES.doors.keys()
    assert (len(lead), type(points.tap)) == (3, SeePoints)


def test_every_command_that_telegram_offers_is_understood() -> None:
    assert {*PRIVATE, *STAFF, PANEL[0]} - ROUTES.commands.keys() == set()
    assert {*GROUP, *ADMINISTRATORS} - ROUTES.group_commands.keys() == set()
    assert len({*PRIVATE, *STAFF, PANEL[0]}) <= MOST_COMMANDS


def test_every_command_is_offered_to_somebody_or_there_is_a_reason() -> None:
    offered = {*PRIVATE, *STAFF, *GROUP, *ADMINISTRATORS, PANEL[0]}
    assert {*ROUTES.commands, *ROUTES.group_commands} - offered == NOT_OFFERED.keys()


def test_every_command_that_a_text_names_is_understood() -> None:
    named = {name for text in texts() for name in re.findall(r"(?<![<\w/])/([a-z]+)", text.english + text.chinese)}
    assert named - ROUTES.commands.keys() - ROUTES.group_commands.keys() == set()
    assert "concern" in named


@pytest.mark.parametrize("kind", ["text", "photo", "voice", "other", "unheard"])
def test_what_nobody_asked_for_is_heard_all_the_same(kind: str) -> None:
    assert kind in ROUTES.otherwise
