"""Points: a ledger that conserves, what is earned, and what moderators see of it."""
