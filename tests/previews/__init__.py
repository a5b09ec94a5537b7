"""The preview of a deliberation day: locked, published, looked at."""
