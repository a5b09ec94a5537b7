"""代表性: how far those who have joined resemble those who live here."""
