"""Graders: who gives an answer a level of the rubric.

To add one: write its file, add a line to `GRADERS`, add its test.
"""

from artbench.errors import UnknownError
from artbench.lazy import resolve
from artbench.types import Grader

GRADERS: dict[str, str] = {
    "facts": "artbench.grading.facts:FactsGrader",
}


def find_grader(name: str) -> Grader:
    """Return the grader of a name.

    Raises:
        UnknownError: There is none.
    """
    if name not in GRADERS:
        raise UnknownError(f"unknown grader {name!r}; known: {', '.join(sorted(GRADERS))}")
    grader: Grader = resolve(GRADERS[name])()
    return grader
