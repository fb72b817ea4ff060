"""The contact sheet of an open edition: a column for each technique, a row for each task."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from PIL import Image

from artbench.suites.open.edition import Work
from artbench.suites.open.facts import TECHNIQUES

COLUMNS, ROWS = len(TECHNIQUES), 4
CELL, MARGIN = 240, 8  # pixels
PAPER = (250, 247, 240)


def write_sheet(folder: Path, works: Sequence[Work]) -> Path:
    """Write the sheet of the works in a folder beside it, as `<folder>-sheet.webp`, and return it.

    Args:
        folder: Where the works were written.
        works: All that there are to choose from.
    """
    chosen = choose(works)
    step, rows = CELL + MARGIN, -(-len(chosen) // COLUMNS)
    sheet = Image.new("RGB", (COLUMNS * step + MARGIN, rows * step + MARGIN), PAPER)
    for k, work in enumerate(chosen):
        with Image.open(folder / f"{work.id}.webp") as image:
            small = image.convert("RGB").resize((CELL, CELL), Image.Resampling.LANCZOS)
        sheet.paste(small, (MARGIN + k % COLUMNS * step, MARGIN + k // COLUMNS * step))
    path = folder.with_name(f"{folder.name}-sheet.webp")
    sheet.save(path, "WEBP", quality=86, method=6)
    return path


def choose(works: Sequence[Work]) -> tuple[Work, ...]:
    """Return the works of a sheet, row by row, as different from each other as they come.

    Where a task has no work in a technique left, another task fills the place.
    """
    tasks = tuple(dict.fromkeys(work.task for work in works))
    chosen: list[Work] = []
    for place in range(min(COLUMNS * ROWS, len(works))):
        row, column = divmod(place, COLUMNS)
        wanted = (TECHNIQUES[column], tasks[row % len(tasks)])
        chosen.append(_best([work for work in works if work not in chosen], wanted, chosen))
    return tuple(chosen)


def _best(left: Sequence[Work], wanted: tuple[str, str], chosen: Sequence[Work]) -> Work:
    """Return the work that is nearest to a technique and a task, and shows what is shown least."""
    technique, task = wanted
    shown = Counter(trait for work in chosen for trait in _traits(work))

    def distance(work: Work) -> tuple[bool, bool, int]:
        known = sum(shown[trait] for trait in _traits(work))
        return work.facts.technique != technique, work.task != task, known

    return min(left, key=distance)


def _traits(work: Work) -> tuple[str, ...]:
    main = work.facts.main
    return work.facts.genre, work.facts.mood, main.name, main.colour
