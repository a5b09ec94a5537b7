"""议题: what the neighbourhood deliberates on, step by step from a proposal to its evaluation."""
