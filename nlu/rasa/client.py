"""A running Rasa as an interpreter: asked over HTTP on loopback; where it fails, the embedded one answers.

Nobody notices: a short time-out, and after a few failures it is not asked for a while.
"""

import json
import logging
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from time import monotonic
from typing import Any, Final

import httpx

from nlu.category import CATEGORIES
from nlu.encoder import LONGEST
from nlu.features import without_numbers
from nlu.meaning import INTENTS, MOST_ALTERNATIVES, OUT_OF_SCOPE, Engine, Interpreter, Meaning
from nlu.place import find_place
from nlu.rules import by_rule

log = logging.getLogger(__name__)

MOST_BYTES: Final = 65_536
"""Of an answer; a right one has about two thousand."""
PATIENCE: Final = 20.0
"""Seconds that the first text may take: nobody waits for it."""
MODEL: Final = "yishi"
"""What the model is called; Rasa serves another one without a word where the file that it was told of is missing."""


TOKEN_FILE: Final = Path(".rasa/token")


def token() -> str:
    """What `make rasa` has made up; empty where it was not run here."""
    return TOKEN_FILE.read_text("utf-8").strip() if TOKEN_FILE.exists() else ""


class NotUsable(Exception):
    """Rasa did not answer in time, or not as it should; the text says how."""


@dataclass(frozen=True)
class Rules:
    """After how many failures in a row Rasa is left alone, and how long (seconds)."""

    failures: int
    pause: float


class Rasa:
    """Asks the Rasa at `url`. Safe in several threads."""

    def __init__(self, url: str, token: str, timeout: float) -> None:
        self._http = httpx.Client(base_url=url, params={"token": token}, trust_env=False)
        self._timeout = timeout

    def close(self) -> None:
        self._http.close()

    def check(self) -> None:
        """Raises `NotUsable` where nobody listens, or another model than ours is served."""
        served = str(self._ask("GET", "/status", None).get("model_file", ""))
        if not served.rpartition("/")[2].startswith(MODEL):
            raise NotUsable(f"it serves {served or 'no model'}, not {MODEL}")

    def understand(self, text: str, patience: float = 0) -> Meaning:
        """What `text` means; within so many seconds, if given. Raises `NotUsable`."""
        return _meaning(text, self._ask("POST", "/model/parse", {"text": text}, patience))

    def engine(self) -> Engine:
        return Engine.RASA

    def _ask(self, method: str, path: str, body: Mapping[str, str] | None, patience: float = 0) -> Mapping[str, Any]:
        most = patience or self._timeout
        try:
            with self._http.stream(method, path, json=body, timeout=most) as answer:
                answer.raise_for_status()
                found = json.loads(_read(answer, most))
        except (httpx.HTTPError, ValueError) as trouble:
            raise NotUsable(repr(trouble)) from trouble
        if not isinstance(found, dict):
            raise NotUsable(f"it answers {type(found).__name__}")
        return found


class WithFallback:
    """Implements `nlu.meaning.Interpreter`: Rasa's answer, or the embedded interpreter's where there is none.

    What Rasa cannot take is never sent to it: empty text is an error there, text that begins with `/` is taken for an
    intent and its entities, and a long one keeps everybody waiting.
    """

    def __init__(self, rasa: Rasa, embedded: Interpreter, rules: Rules, clock: Callable[[], float] = monotonic) -> None:
        self._rasa = rasa
        self._embedded = embedded
        self._rules = rules
        self._clock = clock
        self._lock = threading.Lock()
        self._failures = 0
        self._rests_until = 0.0
        self._told = False

    def warm_up(self) -> None:
        """Ask what it serves, and one text: the first takes longest."""
        try:
            self._rasa.check()
            self._rasa.understand("你好", PATIENCE)
        except NotUsable as reason:
            self._failed(reason, self._rules.failures)

    def understand(self, text: str) -> Meaning:
        said = without_numbers(text[:LONGEST].encode("utf-8", "ignore").decode()).strip()
        if by_rule(said) is not None or said.startswith("/") or self._resting():
            return self._embedded.understand(text)
        try:
            meaning = self._rasa.understand(said)
        except NotUsable as reason:
            self._failed(reason, 1)
            return self._embedded.understand(text)
        self._works()
        return meaning

    def engine(self) -> Engine:
        with self._lock:
            return Engine.RASA_AWAY if self._clock() < self._rests_until else Engine.RASA

    def _resting(self) -> bool:
        with self._lock:
            if self._clock() < self._rests_until:
                return True
            if self._failures < self._rules.failures:
                return False
            self._rests_until = self._clock() + self._rules.pause  # one asks whether it is back, nobody else
        try:
            self._rasa.check()
        except NotUsable:
            return True
        return False

    def _failed(self, reason: NotUsable, times: int) -> None:
        with self._lock:
            self._failures += times
            if self._failures >= self._rules.failures:
                self._rests_until = self._clock() + self._rules.pause
                if not self._told:
                    self._told = True
                    log.warning("Rasa is not usable, the embedded interpreter answers: %s", reason)

    def _works(self) -> None:
        with self._lock:
            self._failures, self._rests_until = 0, 0.0
            if self._told:
                self._told = False
                log.warning("Rasa answers again")


def _read(answer: httpx.Response, seconds: float) -> bytes:
    """Not longer, and not for longer, than an answer may be: a time-out alone counts each drop anew."""
    read, until = b"", monotonic() + seconds
    for part in answer.iter_bytes():
        read += part
        if len(read) > MOST_BYTES or monotonic() > until:
            raise NotUsable("its answer does not end")
    return read


def _meaning(text: str, answer: Mapping[str, Any]) -> Meaning:
    try:
        ranking = {str(one["name"]): float(one["confidence"]) for one in answer["intent_ranking"]}
        intent, category = str(answer["intent"]["name"]), answer["category"]
        kind, sure = str(category["name"]), float(category["confidence"])
        confidence = ranking[intent]
    except (KeyError, TypeError, ValueError) as trouble:
        raise NotUsable(f"it answers something else: {trouble!r}") from trouble
    if not ranking.keys() <= set(INTENTS) or kind not in CATEGORIES or not 0 <= confidence <= 1:
        raise NotUsable(f"it knows other intents or categories than we do: {intent}, {kind}")
    meant = [name for name in sorted(ranking, key=lambda name: -ranking[name]) if name != OUT_OF_SCOPE]
    return Meaning(intent, confidence, kind, sure, find_place(text), tuple(meant[:MOST_ALTERNATIVES]))
