"""微心愿: a sentence, perhaps a photo, a neighbour who takes it on, and thanks."""
