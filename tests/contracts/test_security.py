"""The threat model names tests: each is there."""

import re

import pytest

from tests.contracts.source import ROOT

TOLD = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("path", sorted(set(re.findall(r"`(tests/[\w/]+\.py)`", TOLD))))
def test_what_holds_a_threat_is_tested(path: str) -> None:
    assert "def test_" in (ROOT / path).read_text(encoding="utf-8")


def test_no_threat_is_without_a_test() -> None:
    rows = [line for line in TOLD.splitlines() if line.startswith("| ") and not line.startswith("| who wants")]
    assert rows
    assert [row for row in rows if "tests/" not in row] == []
