"""Supervisors ask, and must be answered in time: about a concern, an item, an entry of points, or anything else."""
