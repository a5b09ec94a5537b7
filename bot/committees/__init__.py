"""专业委员会: standing committees, which see to concerns of their categories (row R055)."""
