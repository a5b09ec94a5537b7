"""The examples from which both interpreters learn: enough, none twice, none that contradict each other."""

import re
from collections import Counter, defaultdict
from pathlib import Path

import pytest

from nlu.category import CATEGORIES
from nlu.evaluation import read_known
from nlu.examples import files, plain, read_examples
from nlu.features import normal
from nlu.meaning import INTENTS
from nlu.place import read_place
from tests.contracts.source import ROOT

EXAMPLES = read_examples()
ENTITY = re.compile(r"\[([^\]]+)\]\((\w+)\)")
HELD_OUT = ROOT / "tests" / "nlu" / "held_out"


def chinese(text: str) -> bool:
    return bool(re.search(r"[\u4e00-\u9fff]", text))


def test_every_intent_and_every_category_has_enough_of_them() -> None:
    in_chinese = Counter(example.intent for example in EXAMPLES if chinese(example.text))
    in_english = Counter(example.intent for example in EXAMPLES if not chinese(example.text))
    categories = Counter(example.category for example in EXAMPLES if example.category)
    assert {intent: n for intent in INTENTS if (n := in_chinese[intent]) < 60} == {}
    assert {intent: n for intent in INTENTS if (n := in_english[intent]) < 25} == {}
    assert {category: n for category in CATEGORIES if (n := categories[category]) < 40} == {}
    assert in_chinese["out_of_scope"] + in_english["out_of_scope"] > 3000


def test_only_known_names_are_used_and_concerns_come_first() -> None:
    assert {example.intent for example in EXAMPLES} == set(INTENTS)
    assert {example.category for example in EXAMPLES} == {*CATEGORIES, None}
    assert all((example.intent == "raise_concern") == (example.category is not None) for example in EXAMPLES)
    kinds = [example.category is not None for example in EXAMPLES]
    assert kinds == sorted(kinds, reverse=True)


def test_none_is_there_twice() -> None:
    assert [text for text, often in Counter(example.text for example in EXAMPLES).items() if often > 1] == []


def test_none_contradicts_another() -> None:
    meant = defaultdict(set)
    for example in EXAMPLES:
        meant[re.sub(r"\W", "", normal(example.text)) or example.text].add((example.intent, example.category))
    assert {text: names for text, names in meant.items() if len(names) > 1} == {}


@pytest.mark.parametrize("path", files(), ids=lambda path: path.stem)
def test_what_is_marked_is_what_the_parser_of_places_reads(path: Path) -> None:
    for line in path.read_text("utf-8").splitlines():
        place = read_place(plain(line))
        for words, entity in ENTITY.findall(line):
            assert entity in ("building", "unit", "floor", "room", "place", "estate"), line
            if entity in ("building", "unit", "room"):
                assert place is not None, line
                assert getattr(place, entity) is not None, (line, words)


def test_nothing_that_is_measured_on_is_learned() -> None:
    learned = {normal(example.text) for example in EXAMPLES}
    sets = [("blind", "intent"), ("intents", "intent"), ("registers", "intent"), ("categories", "category")]
    measured = [
        known.text
        for name, column in [*sets, ("titles", "category")]
        for known in read_known(HELD_OUT / f"{name}.tsv", column)
    ]
    assert [text for text in measured if normal(text) in learned] == []
