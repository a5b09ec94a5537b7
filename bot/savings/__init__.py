"""节约和争取: money that was saved or raised, with what proves it, for everybody to read (row R093)."""
