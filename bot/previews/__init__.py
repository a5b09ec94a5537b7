"""议题预告: the agenda of a sitting, published a week ahead and locked."""
