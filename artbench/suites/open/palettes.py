"""The colours of each palette: what the sky, the ground and the light look like in a mood."""

from dataclasses import dataclass

from artbench.suites.open.canvas import Colour


@dataclass(frozen=True, slots=True, kw_only=True)
class Palette:
    """Colours of a scene, 0..255.

    Attributes:
        clash: Names of the main colours that would drown in it.
    """

    high: Colour  # the sky's upper end, the wall
    low: Colour  # the sky at the horizon
    far: Colour  # hills
    near: Colour  # ground, table, floor
    water: Colour
    glow: Colour  # sun, moon, window, cloud
    clash: tuple[str, ...] = ()


PALETTES: dict[str, Palette] = {
    "candy": Palette(
        high=(110, 196, 246),
        low=(255, 224, 240),
        far=(160, 222, 190),
        near=(146, 220, 120),
        water=(90, 200, 230),
        glow=(255, 246, 170),
    ),
    "golden": Palette(
        high=(118, 72, 150),
        low=(255, 206, 92),
        far=(150, 92, 138),
        near=(196, 128, 62),
        water=(226, 150, 92),
        glow=(255, 246, 196),
        clash=("orange",),
    ),
    "pastel": Palette(
        high=(166, 200, 226),
        low=(250, 226, 206),
        far=(172, 190, 200),
        near=(172, 198, 160),
        water=(158, 196, 212),
        glow=(255, 246, 226),
    ),
    "vivid": Palette(
        high=(18, 84, 216),
        low=(84, 214, 236),
        far=(26, 140, 128),
        near=(66, 184, 58),
        water=(24, 130, 214),
        glow=(255, 250, 110),
        clash=("blue",),
    ),
    "fiery": Palette(
        high=(52, 8, 10),
        low=(226, 62, 20),
        far=(70, 18, 20),
        near=(54, 20, 20),
        water=(120, 26, 20),
        glow=(255, 170, 60),
        clash=("red", "orange"),
    ),
    "sickly": Palette(
        high=(112, 122, 44),
        low=(192, 192, 92),
        far=(100, 110, 48),
        near=(88, 96, 40),
        water=(112, 122, 56),
        glow=(222, 226, 130),
        clash=("green", "yellow"),
    ),
    "dark": Palette(
        high=(8, 10, 28),
        low=(32, 38, 84),
        far=(16, 18, 44),
        near=(20, 22, 40),
        water=(18, 24, 58),
        glow=(206, 214, 255),
    ),
    "drab": Palette(
        high=(92, 102, 118),
        low=(150, 158, 168),
        far=(106, 114, 126),
        near=(86, 96, 100),
        water=(98, 110, 124),
        glow=(196, 202, 208),
    ),
    "pale": Palette(
        high=(214, 208, 206),
        low=(240, 234, 226),
        far=(206, 202, 202),
        near=(202, 196, 186),
        water=(208, 208, 208),
        glow=(252, 250, 244),
        clash=("white",),
    ),
}
