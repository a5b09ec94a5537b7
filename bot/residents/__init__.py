"""Who lives here: communities, households, residents, and how somebody joins."""
