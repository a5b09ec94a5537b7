"""A Rasa project beside the embedded interpreter: same examples, same sentence encoder. Runs under Python 3.10."""
