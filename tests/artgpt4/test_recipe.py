"""A recipe is read strictly: what is wrong in it is named, with its file and key."""

from pathlib import Path

import pytest

from artgpt4.recipe import Recipe, RecipeError, Stage, read

NANO = """
name = "nano"

[vision]
name = "see"
steps = 2300
batch = 64
learning_rate = 1e-3
warmup = 115
weight_decay = 0.05
shift = 4

[[adapt]]
name = "align"
steps = 950
batch = 64
learning_rate = 3e-3
final_learning_rate = 1e-4
warmup = 50
weight_decay = 0.05
bf16 = true
"""


def test_reads_a_recipe(tmp_path: Path) -> None:
    path = tmp_path / "nano.toml"
    path.write_text(NANO)
    recipe = read(Recipe, path)
    assert recipe.language is None
    assert recipe.vision.shift == 4
    assert recipe.adapt == (
        Stage(
            name="align",
            steps=950,
            batch=64,
            learning_rate=3e-3,
            final_learning_rate=1e-4,
            warmup=50,
            weight_decay=0.05,
            bf16=True,
        ),
    )


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "steps = 950",
            "step = 950",
            r"nano.toml: adapt\[0\]: unknown key step: expected name, st",
        ),
        ("steps = 950", "", r"nano.toml: adapt\[0\]: missing key steps"),
        ("steps = 950", "steps = 0", "stage align: found steps = 0 and batch = 64: expected at le"),
        ("shift = 4", "shift = 4.5", "nano.toml: vision: shift: found 4.5: expected int"),
        ("[[adapt]]", "[adapt]", "nano.toml: adapt: found {.*}: expected a list of tables"),
        ("[vision]", "[vision", "nano.toml: "),
        ("bf16 = true", "shift = 1", "unknown key shift"),
    ],
)
def test_says_what_is_wrong(tmp_path: Path, old: str, new: str, message: str) -> None:
    assert old in NANO
    path = tmp_path / "nano.toml"
    path.write_text(NANO.replace(old, new, 1))
    with pytest.raises(RecipeError, match=message):
        read(Recipe, path)
