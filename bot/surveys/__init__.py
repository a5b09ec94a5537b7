"""满意度: one question after a concern is closed, answered by one tap and by nobody in particular."""
