"""我家: who of the household has joined, who speaks for it, and moving out."""
