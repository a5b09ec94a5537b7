"""Whose matter an agenda item is, and what became of it."""

from enum import StrEnum


class Scope(StrEnum):
    """Whose matter it is; the label says what a decision binds."""

    COUNCIL = "council"
    RESIDENTS = "residents"
    OWNERS = "owners"
    GOVERNMENT = "government"
    CHARTER = "charter"
    """改章程: the residents' own rules, which a special majority alone changes (row R102)."""


class Outcome(StrEnum):
    ADOPTED = "adopted"
    REJECTED = "rejected"
