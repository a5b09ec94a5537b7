"""Asking, answering, and looking on."""
