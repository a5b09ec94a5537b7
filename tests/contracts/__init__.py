"""What holds over all features."""
