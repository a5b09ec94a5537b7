"""🙋找人帮: whoever taps it reaches a person."""
