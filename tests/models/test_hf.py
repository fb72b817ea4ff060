"""Any transformers folder answers: alike in every batch, and a broken picture costs one answer."""

from pathlib import Path

import numpy as np
import pytest
from llava import save_tiny_llava
from PIL import Image

from artbench.cards import Generation, ModelCard, ModelEdition
from artbench.errors import CardError, MissingError, UsageError
from artbench.models import Settings, hf
from artbench.types import Output, Request


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return save_tiny_llava(tmp_path_factory.mktemp("llava"))


@pytest.fixture(scope="session")
def pictures(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("pictures")
    for seed in range(4):
        noise = np.random.default_rng(seed).integers(0, 255, (40, 48, 3), dtype=np.uint8)
        Image.fromarray(noise).save(place / f"{seed}.png")
    (place / "broken.png").write_bytes((place / "0.png").read_bytes()[:60])
    (place / "text.png").write_text("no picture")
    Image.new("LA", (9, 9)).save(place / "grey.png")
    return place


def load(folder: Path | str, device: str = "cpu", **generation: object) -> hf.HfModel:
    told = Generation(**{"max_new_tokens": 6, **generation})  # type: ignore[arg-type]
    edition = ModelEdition(name="tiny", weights=str(folder), licence="none", generation=told)
    card = ModelCard(name="llava", title="LLaVA", loader="hf", editions=(edition,))
    return hf.load(card, edition, Settings(device=device))


def request(image: Path, question: str = "what is in this picture ?", turn: int = 0) -> Request:
    history = tuple((f"question {t}", f"answer {t}") for t in range(turn))
    return Request(sample_id=image.stem, turn=turn, image=image, history=history, question=question)


def texts(outputs: list[Output]) -> list[str | None]:
    return [output.text for output in outputs]


def test_a_batch_answers_as_one_by_one(folder: Path, pictures: Path) -> None:
    model = load(folder)
    asked = [
        request(pictures / "0.png"),
        request(pictures / "1.png", "what is the long story of this red picture ?"),
        request(pictures / "2.png", "and then ?", turn=2),
    ]
    together = model.answer(asked)
    assert together == [output for one in asked for output in model.answer([one])]
    assert all(texts(together))


def test_the_picture_matters(folder: Path, pictures: Path) -> None:
    model = load(folder, max_new_tokens=12)
    asked = [request(pictures / f"{seed}.png") for seed in range(4)]
    assert len(set(texts(model.answer(asked)))) > 1


def test_a_broken_picture_is_an_error_of_its_own(folder: Path, pictures: Path) -> None:
    model = load(folder)
    names = ("0.png", "broken.png", "text.png", "gone.png", "1.png")
    outputs = model.answer([request(pictures / name) for name in names])
    assert [output.outcome for output in outputs[1:4]] == ["error"] * 3
    for output, name in zip(outputs[1:4], names[1:4], strict=True):
        assert output.reason is not None
        assert output.reason.startswith(f"picture {name} cannot be read")
        assert str(pictures) not in output.reason
    assert [outputs[0], outputs[4]] == model.answer(
        [request(pictures / "0.png"), request(pictures / "1.png")]
    )
    assert all(o.outcome == "error" for o in model.answer([request(pictures / "gone.png")]))


def test_grey_pictures_with_transparency_are_pictures(folder: Path, pictures: Path) -> None:
    assert load(folder).answer([request(pictures / "grey.png")])[0].outcome != "error"


def test_the_length_limit_makes_an_answer_truncated(folder: Path, pictures: Path) -> None:
    assert load(folder).answer([request(pictures / "0.png")])[0].outcome == "truncated"


def test_an_answer_that_ends_by_itself_is_whole(folder: Path, pictures: Path) -> None:
    model = load(folder)
    first = model.model.generate  # whatever it says first shall end the answer
    made = first(
        **model.processor(
            images=[Image.open(pictures / "0.png")], text=["<image>"], return_tensors="pt"
        ),
        max_new_tokens=1,
        do_sample=False,
    )
    model.model.generation_config.eos_token_id = [int(made[0, -1]), *range(300)]
    assert model.answer([request(pictures / "0.png")])[0].outcome in ("ok", "empty")


@pytest.mark.parametrize(
    ("text", "cut", "expected", "outcome"),
    [
        ("A boat.###Human: and", True, "A boat.", "ok"),
        (" A boat. \n", False, "A boat.", "ok"),
        ("A boat", True, "A boat", "truncated"),
    ],
)
def test_the_next_turn_is_not_part_of_the_answer(
    tmp_path: Path, text: str, cut: bool, expected: str, outcome: str
) -> None:
    output = hf._output(request(tmp_path / "x.png"), text, cut)
    assert (output.text, output.outcome) == (expected, outcome)


def test_the_start_token_is_given_once(folder: Path, pictures: Path) -> None:
    model = load(folder)
    prompts = [model._prompt(request(pictures / "0.png"))]
    ids = model.processor(
        images=[Image.open(pictures / "0.png")], text=prompts, **model._special_tokens(prompts)
    )["input_ids"][0]
    assert ids.count(model.processor.tokenizer.bos_token_id) == 1


def test_sampled_answers_do_not_depend_on_the_batch(folder: Path, pictures: Path) -> None:
    model = load(folder, do_sample=True, top_p=0.9, seed=3)
    asked = [request(pictures / f"{seed}.png") for seed in range(3)]
    together = texts(model.answer(asked))
    assert together == [model.answer([one])[0].text for one in reversed(asked)][::-1]
    other = load(folder, do_sample=True, top_p=0.9, seed=4)
    assert texts(other.answer(asked)) != together


def test_without_a_chat_template_a_dialogue_is_refused(tmp_path: Path, pictures: Path) -> None:
    model = load(save_tiny_llava(tmp_path, template=None))
    output = model.answer([request(pictures / "0.png", turn=1)])[0]
    assert output.reason == "the model has no chat template for a dialogue"


def test_identity_says_what_answered(folder: Path) -> None:
    identity = load(folder).identity()
    assert identity["class"] == "LlavaForConditionalGeneration"
    assert (identity["precision"], identity["device"]) == ("float32", "cpu")


def test_absent_weights_are_missing_and_nothing_is_fetched(tmp_path: Path) -> None:
    with pytest.raises(MissingError, match="there are no weights in"):
        load(tmp_path / "gone")
    with pytest.raises(MissingError, match="not on this machine; fetch them with --download"):
        load("some-one/some-model")


def test_a_folder_that_is_no_model_is_refused(tmp_path: Path) -> None:
    (tmp_path / "config.json").write_text('{"model_type": "bert"}')
    with pytest.raises(CardError, match=r"llava:tiny: .* cannot be loaded"):
        load(tmp_path)


def test_an_unknown_device_is_refused(folder: Path) -> None:
    with pytest.raises(UsageError, match="device 'quantum' is not there"):
        load(folder, device="quantum")
