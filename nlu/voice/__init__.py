"""Voice message → words. Needs the optional extra `voice`; whoever asks for nothing of it loads nothing of it."""
