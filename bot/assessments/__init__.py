"""议事能力评估: how well a sitting deliberated, rated by those who were there and by guides, out of ten (row R091)."""
