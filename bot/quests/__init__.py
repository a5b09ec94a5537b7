"""Small quests for the young and everybody else: a question a day, weeks in a row, what a building reaches together."""
