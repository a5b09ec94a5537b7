"""Publishing agendas, and looking at them."""
