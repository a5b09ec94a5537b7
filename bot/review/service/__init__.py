"""Looking at a report, and keeping each month's figures."""
