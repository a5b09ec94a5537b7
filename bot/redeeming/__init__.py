"""What points can be exchanged for: a shelf, a promise with four digits, handing over, and a change of mind."""
