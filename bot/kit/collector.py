"""Python's collector of circles, told when to look: between updates, when what they were made of is gone by itself.

Left alone it looks each time that a few thousand things more are there than before, which is amid a hundred updates:
it goes through all that they hold, finds nothing, and everybody waits (measured: a third of the processor time).
"""

import gc

YOUNG = 2_000
"""So many new things that are still there are worth a look."""
TURNS = 20
"""So many looks at what is new go by until one at what was new then; and so many of these until one at everything."""
AMID = 100_000
"""Where there never is a moment between updates, it looks by itself."""


def hold_back() -> None:
    """From the start: nearly all that is made then stays."""
    gc.set_threshold(AMID, TURNS, TURNS)


def spare() -> None:
    """What was imported stays: look through it no more.

    Once a process: what ends later would never be given back.
    """
    if not gc.get_freeze_count():
        gc.collect()
        gc.freeze()


def tidy() -> None:
    """Nothing is being handled just now."""
    young, since_middle, since_all = gc.get_count()
    if young >= YOUNG:
        gc.collect(0 if since_middle < TURNS else 1 if since_all < TURNS else 2)
