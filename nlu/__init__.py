"""Free text → what is meant. Knows nothing of the bot."""

import os

os.environ.setdefault(
    "OMP_NUM_THREADS", "1"
)  # before anybody imports numpy: with more, short texts take 60 times longer
