"""Suites: one reader per data format, and the checks that hold for all of them.

To add a format: write its file with a `read(card, edition, folder)`, add a line to `READERS`, add
its test. A suite whose format is known is a card alone.
"""

from collections import Counter
from pathlib import Path

from artbench.catalogue import ChosenSuite
from artbench.errors import CardError, MissingError
from artbench.folders import cards_root, data_root
from artbench.lazy import resolve
from artbench.types import Sample

READERS: dict[str, str] = {
    "works-jsonl": "artbench.suites.works:read",
    "artmm-evaluation": "artbench.suites.artmm_evaluation:read",
}


def open_suite(suite: ChosenSuite, folder: Path | None = None) -> tuple[Sample, ...]:
    """Return the samples of a suite, as many and as different as its card declares.

    Args:
        suite: From `artbench.catalogue.find_suite`.
        folder: Where the data lie, if not where the card says.

    Raises:
        MissingError: The data are not on this machine.
        CardError: The data are not what the card declares.
    """
    edition = suite.edition
    if edition.reader not in READERS:
        known = ", ".join(sorted(READERS))
        raise CardError(f"{suite.path}: reader {edition.reader!r} is unknown; known: {known}")
    place = folder.expanduser() if folder else data_folder(suite)
    if not place.is_dir():
        raise _missing(suite, place, asked=folder is not None)
    samples: tuple[Sample, ...] = resolve(READERS[edition.reader])(suite.card, edition, place)
    _check_counts(suite, samples, place)
    for sample in samples:
        _check_sample(suite, sample)
    return samples


def data_folder(suite: ChosenSuite) -> Path:
    """Return where the card says that the edition's data lie, whether they do or not."""
    kind, _, name = suite.edition.data.partition(":")
    if kind == "package":
        return cards_root() / "benchmarks" / name
    if kind == "fetch":
        return _fetched(name)
    return suite.path.parent / Path(suite.edition.data).expanduser()


def _fetched(name: str) -> Path:
    """Return the folder that `data get` fills, or a copy that ARTBENCH_DATA names itself."""
    root = data_root()
    pictures = any(root.glob("*/*.jpg")) and not (root / name).is_dir()
    return root if pictures else root / name


def _missing(suite: ChosenSuite, place: Path, *, asked: bool) -> MissingError:
    if asked:
        return MissingError(f"{place}: no such folder; give the data of {suite.name} with --from")
    if suite.edition.data.startswith("fetch:"):
        return MissingError(
            f"{suite.name}: its data are not in {place}; fetch them with "
            f"`artbench data get {suite.name}`, or name a copy with --from DIR"
        )
    return MissingError(f"{suite.name}: its data are not in {place}; name a copy with --from DIR")


def _check_counts(suite: ChosenSuite, samples: tuple[Sample, ...], place: Path) -> None:
    if not samples:
        raise CardError(f"{place}: no samples; expected those that {suite.path} declares")
    found, declared = Counter(sample.task for sample in samples), suite.edition.samples
    tasks = [task.name for task in suite.card.tasks]
    for name in sorted((found.keys() | declared.keys()) - set(tasks)):
        raise CardError(f"{place}: task {name!r} is not in {suite.path}; add a [[task]]")
    for name in tasks:
        if found[name] != declared.get(name, 0):
            raise CardError(
                f"{place}: task {name} has {found[name]} samples, expected {declared.get(name, 0)}"
                f" as {suite.path} declares; restore the data or correct the card"
            )
    repeated = [name for name, count in Counter(s.id for s in samples).items() if count > 1]
    if repeated:
        raise CardError(f"{place}: id {repeated[0]!r} is given twice; ids must be unique")


def _check_sample(suite: ChosenSuite, sample: Sample) -> None:
    if not sample.image.is_file():
        raise MissingError(f"sample {sample.id}: there is no picture {sample.image}; restore it")
    task = next(task for task in suite.card.tasks if task.name == sample.task)
    asked = [question.text for question in sample.questions]
    if not asked or not all(text.strip() for text in asked):
        raise CardError(f"sample {sample.id}: found an empty question or none; ask at least one")
    if task.question and asked != [task.question]:
        raise CardError(
            f"sample {sample.id}: asks {asked!r}, expected the question of task {task.name} in "
            f"{suite.path}: {task.question!r}; make them equal"
        )
