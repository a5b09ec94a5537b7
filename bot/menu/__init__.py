"""The ways in: /start, the home screen, the card in the group, how it works."""
