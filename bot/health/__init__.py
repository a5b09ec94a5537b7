"""Whether everything works, in words: what waits, what is late, what was refused, who understands and listens."""
