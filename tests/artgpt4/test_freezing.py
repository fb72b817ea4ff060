"""What is trained is what the paper trains."""

import small

from artgpt4.freezing import trainable

LLAMA = {
    "language_projection",
    "layers.0.input_layernorm",
    *(f"layers.{i}.post_attention_layernorm" for i in range(2)),
    *(f"layers.{i}.image_adapter.{part}" for i in range(2) for part in ("down", "up")),
}


def modules(names: dict[str, object]) -> set[str]:
    return {n.removeprefix("language_model.model.").rpartition(".")[0] for n in names}


def test_artgpt4_trains_projection_adapters_and_norms() -> None:
    model = small.model()
    chosen = trainable(model)
    assert modules(chosen) == LLAMA
    assert {n for n, p in model.named_parameters() if p.requires_grad} == chosen.keys()


def test_minigpt4_trains_the_projection() -> None:
    chosen = trainable(small.model(adapter_ratio=0, trainable_norms=False))
    assert modules(chosen) == {"language_projection"}


def test_other_families_train_the_norm_behind_the_adapter() -> None:
    norms = {n for n in modules(trainable(small.model("gemma2"))) if "norm" in n}
    assert norms == {
        "layers.0.input_layernorm",
        *(f"layers.{i}.pre_feedforward_layernorm" for i in range(2)),
    }
