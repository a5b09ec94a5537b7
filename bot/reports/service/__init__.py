"""Publishing reports, and looking at them."""
