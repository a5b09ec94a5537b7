"""Which days are deliberation days, by the rule and beside it."""
