"""Half-filled forms come back as they were kept, or not at all."""

import pytest
from hypothesis import given

from bot.concerns.forms import Draft, Why
from bot.concerns.model.concern import ConcernId
from bot.kit.forms import Form
from bot.residents.forms import Joining
from tests.strategies import drafts, hostile


@given(drafts(hostile(4096)))
def test_a_draft_comes_back_as_it_was(draft: Draft) -> None:
    assert Form.load(draft.name, draft.dump()) == draft


@pytest.mark.parametrize("form", [Why(ConcernId(7), 12), Joining(), Joining("21913557")])
def test_every_other_form_comes_back_as_it_was(form: Form) -> None:
    assert Form.load(form.name, form.dump()) == form


def test_a_kind_that_is_no_longer_known_is_forgotten() -> None:
    assert Form.load("petition", "{}") is None


@pytest.mark.parametrize("dumped", ["", "{", "null", "[]", "{}", '{"number": "twelve"}', '{"number": null}'])
def test_a_shape_that_is_no_longer_known_is_forgotten(dumped: str) -> None:
    """Whoever had it open could never be heard again otherwise."""
    assert Form.load("why", dumped) is None


def test_a_field_that_is_gone_is_passed_over() -> None:
    assert Form.load("why", '{"concern": 7, "number": 12, "tone": "kind"}') == Why(ConcernId(7), 12)


def test_a_field_that_is_new_has_its_first_value() -> None:
    assert Form.load("concern", '{"key": "1-1"}') == Draft("1-1")
