"""Graders: who gives an answer a level of the rubric."""
