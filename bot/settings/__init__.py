"""设置: the numbers of a community, seen and changed in the chat."""
