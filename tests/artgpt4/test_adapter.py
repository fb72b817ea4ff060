"""Adapters fit any decoder, change nothing until they learn, and mix nothing up."""

import copy
import pickle
from concurrent.futures import ThreadPoolExecutor

import pytest
import small
import torch
from torch import Tensor, nn
from transformers import AutoModelForCausalLM

from artgpt4.adapter import ImageAdapter, inject
from artgpt4.sites import decoder_blocks, sites

IDS = torch.arange(3, 21).view(2, 9)


def llm(family: str) -> nn.Module:
    torch.manual_seed(0)
    return AutoModelForCausalLM.from_config(small.config(family).text_config).eval()


def says(model: nn.Module, ids: Tensor = IDS) -> Tensor:
    with torch.no_grad():
        return model(input_ids=ids).logits


@pytest.mark.parametrize("family", small.FAMILIES)
def test_adds_nothing_from_zero_and_something_later(family: str) -> None:
    plain = llm(family)
    adapted = copy.deepcopy(plain)
    adapters = inject(adapted, ratio=4)
    for adapter in adapters:
        adapter.reset(zero=True)
    assert torch.equal(says(adapted), says(plain))
    for adapter in adapters:
        adapter.up.weight.data[0] += 5
    assert not torch.allclose(says(adapted), says(plain), atol=1e-3)
    for adapter in adapters:
        adapter.enabled = False
    assert torch.equal(says(adapted), says(plain))


@pytest.mark.parametrize("family", [f for f in small.FAMILIES if f != "gpt_neox"])  # is parallel
def test_the_mlp_reads_what_the_adapter_wrote(family: str) -> None:
    model = llm(family)
    adapter = inject(model, ratio=4)[0]
    block = decoder_blocks(model)[0]
    streams: list[Tensor] = []
    adapter.register_forward_hook(lambda _, args, change: streams.append(args[0] + change))
    norm = block.get_submodule(sites(block).mlp_norm)
    norm.register_forward_pre_hook(lambda _, args: streams.append(args[0]))
    says(model)
    torch.testing.assert_close(*(stream.flatten(0, -2) for stream in streams))


def test_the_names_of_the_llm_stay() -> None:
    before = set(llm("llama").state_dict())
    model = llm("llama")
    inject(model, ratio=4, every=2)
    assert set(model.state_dict()) - before == {
        f"model.layers.0.image_adapter.{part}.{kind}"
        for part in ("down", "up")
        for kind in ("weight", "bias")
    }


def test_copies_are_independent() -> None:
    model = llm("llama")
    inject(model, ratio=4)
    before = says(model)
    copied, pickled = copy.deepcopy(model), pickle.loads(pickle.dumps(model))
    model.model.layers[0].image_adapter.up.weight.data += 1
    assert torch.equal(says(copied), before)
    assert torch.equal(says(pickled), before)
    assert not torch.equal(says(model), before)


def test_threads_do_not_mix() -> None:
    model = llm("llama")
    inject(model, ratio=4)
    batches = [torch.randint(3, 200, (2, 30)) for _ in range(4)] * 8
    expected = [says(model, ids) for ids in batches]
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda ids: says(model, ids), batches))
    assert all(torch.equal(a, b) for a, b in zip(found, expected, strict=True))


def test_gradient_checkpointing_changes_no_gradient() -> None:
    gradients = []
    for checkpointing in (False, True):
        model = llm("llama").train()
        adapter = inject(model, ratio=4)[0]
        if checkpointing:
            model.activation_checkpointing_enable({"use_reentrant": False})
        torch.manual_seed(1)
        adapter.reset(zero=False)
        losses = [model(input_ids=x, labels=x, use_cache=False).loss for x in (IDS, IDS.flip(1))]
        torch.stack(losses).sum().backward()
        gradients.append(adapter.up.weight.grad)
    torch.testing.assert_close(*gradients, rtol=0, atol=1e-7)


def test_computes_in_its_own_precision() -> None:
    adapter = ImageAdapter(8, 2)
    change = adapter(torch.ones(1, 1, 8, dtype=torch.bfloat16))
    assert change.dtype == torch.bfloat16


def test_says_what_it_cannot_adapt() -> None:
    with pytest.raises(ValueError, match="Linear has no blocks under layers, h, .* add their path"):
        decoder_blocks(nn.Linear(2, 2))
    block = nn.ModuleDict({"mixer": nn.Linear(2, 2)})
    with pytest.raises(ValueError, match="ModuleDict has mixer: expected one of self_attn"):
        sites(block)
