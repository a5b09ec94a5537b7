"""Why a rule is refused."""

from enum import StrEnum


class Flaw(StrEnum):
    """Why a rule is none, in words for whoever writes rules."""

    SHARE = "a share lies above 0 and not above 1, and nothing is more than 1"
    QUORUM_BASE = "a quorum is a share of the entitled or of those present"
    NO_THRESHOLD = "a yes/no vote needs a threshold"
    MINORITY = "below half of the yes and no votes, fewer would outvote more"
    TIE = "half of the yes and no votes is a tie, and a tie fails: ask for more than 1/2"
    OPTIONS_OF_YES_NO = "a yes/no vote has no options"
    TOO_FEW_OPTIONS = "there is nothing to choose"
    TOO_MANY_OPTIONS = "there are more than 20 options"
    OPTION_TWICE = "an option stands there twice"
    OPTION_UNREADABLE = "an option is empty, longer than 100 characters, or holds characters that cannot be seen"
    OPTION_RESERVED = "no option may be called yes, no or abstain"
    NOT_AGAINST_ALL = "the option that is against all others is missing"
    MOST = "a ballot may name one option at least, and no more than there are beside that against all"
    BUILDING = "buildings are numbered from 1, and the council is not of one building"


class UnfitRule(ValueError):
    """Nothing can be decided by such a rule."""

    def __init__(self, flaw: Flaw) -> None:
        super().__init__(flaw.value)
        self.flaw = flaw
