"""What people do about votes. One rule for guides: `deciding.check_decides`."""
