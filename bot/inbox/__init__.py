"""The staff's inbox: what is open, next due first, and what is answered many times."""
