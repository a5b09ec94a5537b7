"""What is on a ballot paper before it is cast."""
