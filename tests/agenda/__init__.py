"""Agenda items, from a proposal to its evaluation."""
