"""Stored pixels become what the image processor would have made of the picture."""

import numpy as np
import small
import torch

from artgpt4.pixels import moved, normalised, query_features, relit


def stored(*seeds: int) -> torch.Tensor:
    arrays = [np.asarray(small.picture(seed)) for seed in seeds]
    return torch.from_numpy(np.stack(arrays)).permute(0, 3, 1, 2)


def test_normalises_as_the_processor_does() -> None:
    made = small.processor().image_processor(small.picture(), return_tensors="pt")
    torch.testing.assert_close(normalised(stored(0)), made.pixel_values, atol=1e-6, rtol=0)


def test_a_picture_moves_and_its_edge_is_repeated() -> None:
    pixels = stored(0, 1, 2, 3)
    generator = torch.Generator().manual_seed(0)
    by = torch.randint(-3, 4, (2, 4, 1), generator=torch.Generator().manual_seed(0))
    shifted = moved(pixels, 3, generator)
    assert shifted.shape == pixels.shape
    assert len(set(by.flatten().tolist())) > 2
    for row in range(4):
        down, right = int(by[0, row]), int(by[1, row])
        for y, x in ((0, 0), (10, 20), (31, 31)):
            source = (min(max(y + down, 0), 31), min(max(x + right, 0), 31))
            assert torch.equal(shifted[row, :, y, x], pixels[row, :, *source])


def test_light_changes_within_bounds() -> None:
    flat = torch.full((100, 3, 2, 2), 0.5)
    lit = relit(flat, 0.2, torch.Generator().manual_seed(0))
    assert lit.min() >= 0.5 * 0.8 - 0.2
    assert lit.max() <= 0.5 * 1.2 + 0.2
    assert lit.flatten(1).std(dim=1).max() < 1e-6  # one change per picture
    assert lit[:, 0, 0, 0].std() > 0.05


def test_features_do_not_depend_on_the_batch() -> None:
    model, pixels = small.loud(), stored(0, 1, 2)
    whole = query_features(model, pixels)
    assert whole.shape == (3, small.QUERIES, 16)
    torch.testing.assert_close(query_features(model, pixels, batch=2), whole)
