"""The roll from a file and into one: units, who lives in them, who owns them."""
