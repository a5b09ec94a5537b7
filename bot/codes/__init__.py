"""What lets a household in, as those who run things hand it out: codes, printed sheets, household cards."""
