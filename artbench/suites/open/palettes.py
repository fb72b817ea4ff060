"""The colours of each palette: what the sky, the ground and the light look like in a mood."""

from dataclasses import dataclass

from artbench.suites.open.canvas import Colour


@dataclass(frozen=True, slots=True)
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
    "candy": Palette((110, 196, 246), (255, 224, 240), (160, 222, 190), (146, 220, 120), (90, 200, 230), (255, 246, 170)),
    "golden": Palette((118, 72, 150), (255, 206, 92), (150, 92, 138), (196, 128, 62), (226, 150, 92), (255, 246, 196), ("orange",)),
    "pastel": Palette((166, 200, 226), (250, 226, 206), (172, 190, 200), (172, 198, 160), (158, 196, 212), (255, 246, 226)),
    "vivid": Palette((18, 84, 216), (84, 214, 236), (26, 140, 128), (66, 184, 58), (24, 130, 214), (255, 250, 110), ("blue",)),
    "fiery": Palette((52, 8, 10), (226, 62, 20), (70, 18, 20), (54, 20, 20), (120, 26, 20), (255, 170, 60), ("red", "orange")),
    "sickly": Palette((112, 122, 44), (192, 192, 92), (100, 110, 48), (88, 96, 40), (112, 122, 56), (222, 226, 130), ("green", "yellow")),
    "dark": Palette((8, 10, 28), (32, 38, 84), (16, 18, 44), (20, 22, 40), (18, 24, 58), (206, 214, 255)),
    "drab": Palette((92, 102, 118), (150, 158, 168), (106, 114, 126), (86, 96, 100), (98, 110, 124), (196, 202, 208)),
    "pale": Palette((214, 208, 206), (240, 234, 226), (206, 202, 202), (202, 196, 186), (208, 208, 208), (252, 250, 244), ("white",)),
}
