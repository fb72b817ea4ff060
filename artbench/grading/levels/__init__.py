"""From findings to a level of the rubric: one small file of rules per task."""
