"""章程: the rules that the residents have given themselves, and how they change them (row R102)."""
