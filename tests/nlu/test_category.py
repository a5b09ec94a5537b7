"""What kind of matter a concern is, by its words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.concerns.views import NAMES
from nlu.category import CATEGORIES, WORDS, guess_category


def test_words_names_and_categories_agree() -> None:
    assert len(CATEGORIES) == len(set(CATEGORIES)) == 17
    assert set(CATEGORIES) == WORDS.keys() | {"other"} == NAMES.keys()
    assert CATEGORIES[-1] == "other"


@pytest.mark.parametrize(("category", "word"), [(name, word) for name, words in WORDS.items() for word in words])
def test_each_word_speaks_for_its_category(category: str, word: str) -> None:
    assert guess_category(word) == category


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("3号楼2单元的路灯不亮", "lighting"),
        ("电梯又坏了", "lift"),
        ("红绿灯不亮", "traffic"),  # the longer word begins first
        ("物业费太高", "property"),
        ("垃圾堆在路灯下", "waste"),  # the one named first
        ("路灯下堆着垃圾", "lighting"),
        ("The LIFT is broken", "lift"),
        ("two dogs bark", "pets"),
        ("这个lift坏了", "lift"),
        ("楼下有dog叫", "pets"),
    ],
)
def test_a_sentence_has_a_category(text: str, category: str) -> None:
    assert guess_category(text) == category


@pytest.mark.parametrize("text", ["", "您好", "please delight us", "a catalogue of wallpapers", "谢谢大家", "🙋" * 100])
def test_where_no_word_speaks_none_is_guessed(text: str) -> None:
    assert guess_category(text) is None


@given(st.text(max_size=200))
def test_a_guess_is_a_category_or_none(text: str) -> None:
    assert guess_category(text) in (*CATEGORIES, None)


@given(st.sampled_from(sorted(WORDS)), st.text("您好今天那里，。 \n", max_size=20))
def test_other_words_around_do_not_matter(category: str, around: str) -> None:
    assert guess_category(f"{around}{WORDS[category][0]}{around}") == category
