"""A grader for tests: blue is level 5, anything else 0, and what has no words is not graded."""

from collections.abc import Sequence

from artbench.types import Grade, Output, Sample


class ColourGrader:
    name = "colours"

    def grade(self, sample: Sample, answers: Sequence[Output]) -> Grade:
        text = answers[0].text or ""
        points = None if "unsure" in text else 5 if "blue" in text else 0
        return Grade(sample_id=sample.id, points=points, reason="looked", raw=text, judge=self.name)
