"""How a rule says no."""


class Refused(Exception):
    """A rule said no. Subclasses are dataclasses that carry values, never words.

    `bot/<feature>/views.py` explains each of its feature's refusals in the reader's language.
    """


class NotThere(Refused):
    """Nothing has this number: it is gone, or stood on a button of nobody's making."""


class Overstep:
    """Marks the refusals of what somebody's role keeps them from: they are counted, and in the log."""
