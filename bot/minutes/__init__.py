"""纪要: what a sitting did, drafted from what happened."""
