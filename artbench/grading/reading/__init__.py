"""Reading an answer: from its words to what it claims, without looking at any facts."""
