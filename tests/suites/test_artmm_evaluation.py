"""The authors' Evaluation/ folder is read whole and exactly, or refused in one line."""

from collections.abc import Callable
from pathlib import Path

import pytest

from artbench.cards import SuiteCard, SuiteEdition, load
from artbench.catalogue import find_suite
from artbench.errors import MissingError
from artbench.folders import cards_root
from artbench.suites import open_suite
from artbench.suites.artmm_evaluation import published_answers, read
from artbench.types import Sample

CARD = load(SuiteCard, cards_root() / "benchmarks" / "artmm" / "suite.toml")
SMALL = SuiteEdition(
    name="small",
    about="Two pictures of one task, one dialogue",
    reader="artmm-evaluation",
    data="somewhere",
    samples={"idc": 2, "mdiuc": 1},
    licence="CC0-1.0",
)
ORIGINAL = Path(__file__).parents[2].parent / "shared" / "artmm"
needs_original = pytest.mark.skipif(not ORIGINAL.is_dir(), reason="no ../shared/artmm here")

NUMBERED = """1.
A:A boat.

1. Not an item, but a list
2.
b: no mark either, since it is one of three

M:A ship.



2.
A:Night.
M:Dark

and cold."""
DIALOGUE = """What is it?

A:A boat.
M:A ship.


Which things are on it? Name them.

A:These:

1. A sail
2. A lamp

B:A sail.
Why?
A:Because.
M:So.

And then?

A:Rain.

M:It rains.


Please make up a story.

A:Once,
   upon a time.

M:Twice."""


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """Return a generated folder of the same shape, traps included."""
    for name in ("IDC/1.jpg", "IDC/2.webp", "MDIUC/1.jpg"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"a picture")
    for task in ("ISAC", "ICRC"):
        (tmp_path / task).mkdir()
        (tmp_path / task / "Answer.txt").write_text("1.\nA:x\nM:y")
    (tmp_path / "IDC" / "Answer.txt").write_text(NUMBERED)
    (tmp_path / "MDIUC" / "Answer1.txt").write_text(DIALOGUE)
    (tmp_path / "IDC" / ".DS_Store").write_bytes(b"")
    (tmp_path / "IDC" / "._1.jpg").write_bytes(b"")  # what file managers leave behind
    (tmp_path / "README.md").write_text("not ours to mind")
    return tmp_path


def read_small(folder: Path) -> tuple[Sample, ...]:
    return read(CARD, SMALL, folder)


def test_pictures_are_found_by_their_number(small: Path) -> None:
    samples = read_small(small)
    assert [(s.id, s.task, s.image.name) for s in samples] == [
        ("idc-01", "idc", "1.jpg"),
        ("idc-02", "idc", "2.webp"),
        ("mdiuc-01", "mdiuc", "1.jpg"),
    ]
    assert all(s.facts is None and not s.facets for s in samples)
    assert all(not q.references for s in samples for q in s.questions)


def test_questions_are_the_cards_or_the_files(small: Path) -> None:
    first, _, dialogue = read_small(small)
    assert [q.text for q in first.questions] == [CARD.tasks[0].question]
    assert [q.text for q in dialogue.questions] == [
        "What is it?",
        "Which things are on it? Name them.",
        "Why?",
        "And then?",
        "Please make up a story.",
    ]


def test_answers_keep_their_lists_and_lose_their_marks(small: Path) -> None:
    answers = published_answers(small)
    assert list(answers) == ["artgpt4", "minigpt4"]
    ours, theirs = answers.values()
    assert ours["idc-01"] == (
        "A boat.\n\n1. Not an item, but a list\n2.\nb: no mark either, since it is one of three",
    )
    assert theirs["idc-02"] == ("Dark\n\nand cold.",)
    assert ours["mdiuc-01"][1] == "These:\n\n1. A sail\n2. A lamp"
    assert ours["mdiuc-01"][4] == "Once,\n   upon a time."
    assert theirs["mdiuc-01"] == ("A ship.", "A sail.", "So.", "It rains.", "Twice.")


@pytest.mark.parametrize("inner", ["artmm-published", "Evaluation"])
def test_a_data_folder_or_a_clone_will_do(small: Path, tmp_path: Path, inner: str) -> None:
    above = tmp_path.parent / f"{tmp_path.name}-above"
    above.mkdir()
    small.rename(above / inner)
    assert len(read_small(above)) == 3
    assert len(published_answers(above)["artgpt4"]) == 5


def change(name: str, content: str | None) -> Callable[[Path], None]:
    def act(folder: Path) -> None:
        if content is None:
            (folder / name).unlink()
        else:
            (folder / name).write_text(content)

    return act


@pytest.mark.parametrize(
    ("act", "message"),
    [
        (change("IDC/2.webp", None), r"IDC: found 1 of 2 pictures, missing: 2 \(.jpg or .webp\)"),
        (change("IDC/3.jpg", ""), r"IDC: found 3.jpg, expected one picture each for 1..2"),
        (change("IDC/1.png", ""), r"IDC: found 1.png, expected one picture each for 1..2"),
        (change("IDC/cover.jpg", ""), r"IDC: found cover.jpg, expected one picture each"),
        (change("ISAC/1.jpg", ""), r"ISAC: found 1.jpg, expected no pictures"),
        (change("MDIUC/Answer1.txt", None), r"Answer1.txt: there is no such file; restore it"),
        (change("MDIUC/Answer1.txt", ""), r"Answer1.txt: expected a heading line and A: first"),
        (change("MDIUC/Answer1.txt", "A:1\nM:2"), r"a heading line and A: first, found 'A:1"),
        (change("MDIUC/Answer1.txt", "Why?\nA:1"), r"expected one M: after 'Why\?', found 0"),
        (
            change("MDIUC/Answer1.txt", "Why?\nA:1\nM:2\nM:3"),
            r"expected one M: after 'Why\?', found 2",
        ),
        (change("MDIUC/Answer1.txt", "Why?\nA:1\nM:2"), r"found 1 turns, expected 5; restore"),
    ],
)
def test_a_broken_folder_is_refused(small: Path, act: Callable[[Path], None], message: str) -> None:
    act(small)
    with pytest.raises(MissingError, match=message) as caught:
        read_small(small)
    assert "\n" not in str(caught.value)


def test_answers_out_of_order_are_refused(small: Path) -> None:
    change("IDC/Answer.txt", NUMBERED.replace("2.\nA:", "3.\nA:"))(small)
    with pytest.raises(MissingError, match=r"expected 2\. before an A:, found '3\.'"):
        published_answers(small)


def test_other_bytes_than_text_are_refused(small: Path) -> None:
    (small / "MDIUC" / "Answer1.txt").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(MissingError, match="expected UTF-8 text, found other bytes"):
        read_small(small)


def test_another_folder_is_refused_with_both_ways_to_go_on(tmp_path: Path) -> None:
    with pytest.raises(MissingError, match="data get artmm:published.*--from DIR"):
        read_small(tmp_path)


@needs_original
def test_the_original_has_27_pictures_and_35_questions() -> None:
    samples = open_suite(find_suite("artmm:published"), ORIGINAL)
    assert len(samples) == 27
    assert sum(len(s.questions) for s in samples) == 35
    assert [s.id for s in samples][::9] == ["idc-01", "idc-10", "isac-09"]
    assert {s.id for s in samples if s.image.suffix == ".webp"} == {"icrc-02", "icrc-04"}
    first, second = samples[-2:]
    assert first.questions[1].text == "What kind of situation do you think it is in?"
    assert first.questions[4].text == "What do you think the purpose of his shield is?"
    assert second.questions[3].text == (
        "Do you think this picture portrays a full range of heroic characters? Why?"
    )
    assert second.questions[4].text == "Please make up a story for this picture."


@needs_original
def test_the_original_has_35_answers_of_each_system() -> None:
    samples = open_suite(find_suite("artmm:published"), ORIGINAL)
    for answers in published_answers(ORIGINAL).values():
        assert [(s.id, len(s.questions)) for s in samples] == [
            (name, len(turns)) for name, turns in answers.items()
        ]
        assert all(turn and turn == turn.strip() for turns in answers.values() for turn in turns)
        assert not any(turn.startswith(("A:", "B:", "M:")) for t in answers.values() for turn in t)


@needs_original
@pytest.mark.parametrize(
    ("system", "sample", "turn", "first", "last"),
    [
        ("artgpt4", "idc-01", 0, "Sure, here\u2019s a description", "piece of art to look at."),
        ("minigpt4", "idc-10", 0, "The image shows a painting of", "abstract composition."),
        ("minigpt4", "isac-07", 0, "The image is well-composed", "The use of colors, lighting,"),
        ("artgpt4", "icrc-01", 0, "Yes, the image shows a living room", "of the couch."),
        ("minigpt4", "icrc-03", 0, "This is a tiger resting", "This is a tiger resting on a rock."),
        ("artgpt4", "mdiuc-01", 1, "Based on the image provided", "destruction in the area."),
        ("minigpt4", "mdiuc-01", 1, "Based on the image provided", "be tense or dangerous."),
        ("artgpt4", "mdiuc-02", 1, "The individuals in the middle", "movies and TV shows."),
        ("minigpt4", "mdiuc-02", 4, "Once upon a time", "when the world needed them."),
    ],
)
def test_an_original_answer_is_whole(
    system: str, sample: str, turn: int, first: str, last: str
) -> None:
    answer = published_answers(ORIGINAL)[system][sample][turn]
    assert answer.startswith(first)
    assert answer.endswith(last)
