"""Whatever Rasa does, there is an answer; and what it cannot take is never sent to it. Its far end is played here."""

import logging
from collections.abc import Iterator

import pytest

from nlu.encoder import LONGEST
from nlu.meaning import Engine, Meaning
from nlu.rasa.client import NotUsable, Rasa, Rules, WithFallback
from tests.nlu.rasa.far_end import GOOD, FarEnd, far_end, nobody, response

EMBEDDED = Meaning("greet", 0.5)
FAILURES, PAUSE = 3, 30.0
LIMIT = 20.0
"""Seconds: no answer of the far end takes so long, however busy the machine is."""


class Embedded:
    """Answers whatever it is asked."""

    def understand(self, _: str) -> Meaning:
        return EMBEDDED

    def engine(self) -> Engine:
        return Engine.EMBEDDED


class Ticks:
    """A clock that the test moves."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def far() -> Iterator[FarEnd]:
    with far_end() as far:
        yield far


@pytest.fixture
def ticks() -> Ticks:
    return Ticks()


@pytest.fixture
def reads(far: FarEnd, ticks: Ticks) -> Iterator[WithFallback]:
    rasa = Rasa(far.url, "token", LIMIT)
    yield WithFallback(rasa, Embedded(), Rules(FAILURES, PAUSE), ticks)
    rasa.close()


def test_it_says_what_rasa_says(reads: WithFallback) -> None:
    meaning = reads.understand("3号楼路灯不亮")
    assert (meaning.intent, meaning.confidence, meaning.category) == ("raise_concern", 0.9, "lighting")
    assert meaning.place is not None
    assert meaning.place.building == 3
    assert meaning.alternatives == ("raise_concern", "vote")


@pytest.mark.parametrize("text", ["", "   ", '/raise_concern{"place": "x"}', " /restart", "12", "。。。", "嗯"])
def test_what_rasa_cannot_take_is_never_sent_to_it(far: FarEnd, reads: WithFallback, text: str) -> None:
    assert reads.understand(text) == EMBEDDED
    assert far.asked == []


def test_a_long_text_is_cut_first(far: FarEnd, reads: WithFallback) -> None:
    reads.understand("灯" * 4096)
    assert [len(asked) for asked in far.asked] == [LONGEST]


WRONG = {
    "no JSON": response(b"<html>"),
    "a list": response([]),
    "nothing in it": response({}),
    "no category": response({key: value for key, value in GOOD.items() if key != "category"}),
    "an intent of another model": response(GOOD | {"intent_ranking": [{"name": "order_pizza", "confidence": 1}]}),
    "a category of another model": response(GOOD | {"category": {"name": "pizza", "confidence": 1}}),
    "words for a number": response(GOOD | {"category": {"name": "lift", "confidence": "very"}}),
    "an error": response({}, "500 Internal Server Error"),
    "not allowed": response({}, "401 Unauthorized"),
    "killed amid the answer": b"HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n{",
    "killed before it": b"",
    "no HTTP": b"hello",
    "without end": response(b" " * 200_000),
}


@pytest.mark.parametrize("answer", WRONG.values(), ids=WRONG.keys())
def test_whatever_it_answers_nobody_notices(far: FarEnd, reads: WithFallback, answer: bytes) -> None:
    far.parse = lambda _: answer
    assert reads.understand("路灯不亮") == EMBEDDED


def test_who_is_slow_is_not_waited_for(far: FarEnd) -> None:
    far.parse = far.hangs
    rasa = Rasa(far.url, "token", timeout=0.05)
    assert WithFallback(rasa, Embedded(), Rules(FAILURES, PAUSE)).understand("路灯不亮") == EMBEDDED
    rasa.close()


def test_after_some_failures_it_is_left_alone_and_told_once(
    far: FarEnd, reads: WithFallback, ticks: Ticks, caplog: pytest.LogCaptureFixture
) -> None:
    far.parse = lambda _: b""
    with caplog.at_level(logging.WARNING):
        for _ in range(10):
            assert reads.understand("路灯不亮") == EMBEDDED
    assert len(far.asked) == FAILURES
    assert [record.getMessage()[:18] for record in caplog.records] == ["Rasa is not usable"]
    far.parse = lambda _: response(GOOD)
    ticks.now = PAUSE - 0.1
    assert reads.understand("路灯不亮") == EMBEDDED
    ticks.now = PAUSE
    assert reads.understand("路灯不亮").intent == "raise_concern"
    assert reads.understand("路灯不亮").intent == "raise_concern"


def test_one_failure_between_answers_is_forgotten(far: FarEnd, reads: WithFallback) -> None:
    answers = [b"", b"", response(GOOD)] * 4
    far.parse = lambda _: answers.pop()
    answers.reverse()
    for _ in range(12):
        reads.understand("路灯不亮")
    assert len(far.asked) == 12


def test_another_model_than_ours_is_not_asked(far: FarEnd, reads: WithFallback, ticks: Ticks) -> None:
    far.served = "models/20260101-000000-pizza.tar.gz"
    reads.warm_up()
    assert reads.understand("路灯不亮") == EMBEDDED
    ticks.now = PAUSE
    assert reads.understand("路灯不亮") == EMBEDDED
    assert far.asked == []
    far.served, ticks.now = "models/yishi.tar.gz", 2 * PAUSE
    assert reads.understand("路灯不亮").intent == "raise_concern"


def test_where_nobody_listens_there_is_an_answer(caplog: pytest.LogCaptureFixture) -> None:
    reads = WithFallback(Rasa(nobody(), "token", LIMIT), Embedded(), Rules(FAILURES, PAUSE))
    with caplog.at_level(logging.WARNING):
        reads.warm_up()
        assert reads.understand("路灯不亮") == EMBEDDED
    assert len(caplog.records) == 1


def test_check_names_what_is_served(far: FarEnd) -> None:
    rasa = Rasa(far.url, "token", LIMIT)
    rasa.check()
    far.served = ""
    with pytest.raises(NotUsable, match="no model"):
        rasa.check()
    rasa.close()
