import numpy as np
import pytest
from PIL import Image

from artbench.errors import UnknownError, UsageError
from artbench.suites.open import facts
from artbench.suites.open.techniques import TECHNIQUES, paint

GROUNDS = {"light": ((206, 220, 238), (238, 228, 196)), "dark": ((28, 34, 56), (62, 54, 48))}


def composed(size, colour="red", ground="light", width=None, radius=0.17):
    """Return a picture of a shaded disc before a ground with a horizon, and the disc's mask."""
    unit = 1 / size
    y, x = np.mgrid[:size, : width or size].astype(np.float64) * unit + unit / 2
    top, bottom = (np.array(part, np.float64) for part in GROUNDS[ground])
    picture = top + (bottom - top) * y[..., None]
    picture *= np.where(y > 0.62 + 0.04 * np.sin(9 * x), 0.75, 1.0)[..., None]
    away = np.hypot(x - 0.5, y - 0.55)
    mask = np.clip((radius - away) / unit + 0.5, 0, 1) * (radius > 0)
    shaded = np.array(facts.COLOURS[colour]) * (1 - 0.5 * (x - 0.5))[..., None]
    picture += (shaded - picture) * mask[..., None]
    return np.clip(picture, 0, 255).astype(np.uint8), mask.astype(np.float32)


def disc(size, y, x, radius=0.12):
    rows, columns = np.ogrid[:size, :size]
    away = np.hypot(rows - y * size, columns - x * size)
    return np.clip(radius * size - away + 0.5, 0, 1).astype(np.float32)


def shrunk(picture, size):
    return np.asarray(Image.fromarray(picture).resize((size, size), Image.Resampling.BOX))


def lab(colours):
    """Return CIE L*a*b* of sRGB bytes, float64[..., 3]."""
    share = np.asarray(colours, np.float64) / 255
    linear = np.where(share > 0.04045, ((share + 0.055) / 1.055) ** 2.4, share / 12.92)
    to_xyz = np.array(
        [[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]]
    )
    x, y, z = np.cbrt(np.moveaxis(linear @ to_xyz.T / [0.9505, 1.0, 1.0888], -1, 0))
    return np.stack([116 * y - 16, 500 * (x - y), 200 * (y - z)], axis=-1)


def named(colour):
    names = list(facts.COLOURS)
    distances = ((lab([facts.COLOURS[name] for name in names]) - lab(colour)) ** 2).sum(axis=1)
    return names[int(distances.argmin())]


def roughness(picture):
    """Return how much neighbouring pixels differ in lightness."""
    grey = picture.astype(np.float64).mean(axis=2)
    return float(np.abs(np.diff(grey)).mean())


def test_the_table_has_the_techniques_of_the_facts_in_their_order():
    assert tuple(TECHNIQUES) == facts.TECHNIQUES


@pytest.mark.parametrize("technique", TECHNIQUES)
def test_the_same_seed_paints_the_same_pixels_and_another_does_not(technique):
    picture, accent = composed(96)
    kept = picture.copy(), accent.copy()
    first, second, other = (paint(technique, picture, accent, seed) for seed in (7, 7, 8))
    np.testing.assert_array_equal(first, second)
    assert (first != other).mean() > 0.05
    np.testing.assert_array_equal(picture, kept[0])
    np.testing.assert_array_equal(accent, kept[1])


@pytest.mark.parametrize("technique", TECHNIQUES)
@pytest.mark.parametrize(("height", "width"), [(64, 64), (97, 140), (280, 270)])
def test_shape_and_type_are_those_of_the_picture(technique, height, width):
    picture, accent = composed(height, width=width)
    painted = paint(technique, picture, accent, 1)
    assert painted.shape == (height, width, 3)
    assert painted.dtype == np.uint8


@pytest.mark.parametrize("technique", TECHNIQUES)
def test_a_picture_without_a_main_thing_can_be_painted(technique):
    picture, accent = composed(96)
    np.testing.assert_array_equal(
        paint(technique, picture, None, 2), paint(technique, picture, np.zeros_like(accent), 2)
    )


def test_every_technique_differs_from_every_other_and_from_the_flat_picture():
    picture, accent = composed(128, "blue")
    painted = {name: paint(name, picture, accent, 3).astype(np.float64) for name in TECHNIQUES}
    painted["flat"] = picture.astype(np.float64)
    names = list(painted)
    for k, one in enumerate(names):
        for other in names[k + 1 :]:
            assert np.abs(painted[one] - painted[other]).mean() > 5, (one, other)


def test_techniques_look_as_their_names_say():
    picture, accent = composed(128, "blue")
    painted = {name: paint(name, picture, accent, 3) for name in TECHNIQUES}
    outside = accent < 0.01
    away = {name: one[outside].astype(np.float64) for name, one in painted.items()}
    assert np.ptp(away["ink wash"], axis=1).mean() < 25  # grey, on warm paper
    assert away["watercolour"].mean() > picture[outside].mean()  # paper shines through
    assert roughness(painted["pointillism"]) > 2 * roughness(picture)  # dots
    assert (painted["woodcut"].max(axis=2) < 60).mean() > 0.005  # a black key block
    assert roughness(painted["impasto"]) > roughness(painted["cubism"]) / 2 > roughness(picture) / 2


@pytest.mark.parametrize("technique", TECHNIQUES)
@pytest.mark.parametrize("ground", GROUNDS)
def test_small_and_large_agree(technique, ground):
    small, large = (paint(technique, *composed(n, "green", ground), seed=5) for n in (128, 512))
    difference = small.astype(np.float64) - shrunk(large, 128)
    assert np.abs(difference).mean() < 6
    assert np.abs(difference.mean(axis=(0, 1))).max() < 1.5


@pytest.mark.parametrize("technique", TECHNIQUES)
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("size", [128, 768])
def test_the_colour_of_the_main_thing_survives(technique, ground, size):
    discs = {name: (k // 3, k % 3) for k, name in enumerate(facts.COLOURS)}
    picture, _ = composed(size, ground=ground, radius=0)
    masks = {
        name: disc(size, (row + 0.5) / 3, (col + 0.5) / 3) for name, (row, col) in discs.items()
    }
    for name, mask in masks.items():
        picture[mask > 0.5] = facts.COLOURS[name]
    painted = paint(technique, picture, sum(masks.values()), 3)
    found = {name: named(painted[mask > 0.5].mean(axis=0)) for name, mask in masks.items()}
    assert found == {name: name for name in facts.COLOURS}


def test_the_outline_of_the_main_thing_survives():
    picture, accent = composed(128, "orange", "dark")
    inner, outer = accent > 0.99, accent < 0.01
    for name in TECHNIQUES:
        painted = paint(name, picture, accent, 4).astype(np.float64)
        redness = painted[..., 0] - painted[..., 2]
        between = (redness[inner].mean() + redness[outer].mean()) / 2
        right = ((redness > between) == inner)[inner | outer].mean()
        assert right > 0.95, name


@pytest.mark.parametrize("technique", TECHNIQUES)
def test_thin_things_are_not_painted_over(technique):
    picture, accent = np.full((128, 128, 3), 90, np.uint8), np.zeros((128, 128), np.float32)
    rainy = picture.copy()
    rainy[20:110, 30:100:14] = 225
    without, with_rain = (
        paint(technique, one, accent, 6).astype(np.float64).mean(axis=2) for one in (picture, rainy)
    )
    gained = with_rain - without
    gained -= np.median(gained)  # an ink wash sets its tones by the whole picture
    assert gained.sum() > 0.2 * (rainy - picture).mean(axis=2).sum()
    assert gained[20:110].std(axis=1).mean() > 8  # in streaks, not as a haze


def test_an_unknown_technique_is_refused_with_the_names():
    picture, accent = composed(64)
    with pytest.raises(UnknownError, match="found 'fresco', expected one of impasto, .*, cubism"):
        paint("fresco", picture, accent, 0)


@pytest.mark.parametrize(
    ("picture", "accent", "message"),
    [
        (np.zeros((96, 96, 4), np.uint8), None, r"image: found uint8\[96, 96, 4\]"),
        (np.zeros((96, 96, 3), np.float32), None, r"image: found float32\[96, 96, 3\]"),
        (np.zeros((63, 96, 3), np.uint8), None, "expected 64 pixels a side"),
        (
            np.zeros((96, 96, 3), np.uint8),
            np.zeros((96, 95), np.float32),
            r"accent: found \[96, 95\]",
        ),
    ],
)
def test_a_wrong_picture_or_accent_is_refused(picture, accent, message):
    with pytest.raises(UsageError, match=message):
        paint("impasto", picture, accent, 0)
