"""What each person may ask of their own data: see it, have it corrected, have it deleted."""
