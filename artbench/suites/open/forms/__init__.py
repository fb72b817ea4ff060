"""How each thing is drawn. To add one: write its function, add a line here and to `facts`."""

from collections.abc import Callable

from artbench.suites.open.canvas import Colour
from artbench.suites.open.forms import (
    animals,
    buildings,
    household,
    nature,
    shapes,
    still_life,
)
from artbench.suites.open.forms.frame import Frame

Form = Callable[[Frame, Colour], None]
FORMS: dict[str, Form] = {
    "house": buildings.house,
    "tree": nature.tree,
    "mountain": nature.mountain,
    "boat": buildings.boat,
    "lighthouse": buildings.lighthouse,
    "vase": still_life.vase,
    "apple": still_life.apple,
    "bottle": still_life.bottle,
    "jug": still_life.jug,
    "candle": household.candle,
    "book": household.book,
    "chair": household.chair,
    "lamp": household.lamp,
    "window": household.window,
    "horse": animals.horse,
    "bird": animals.bird,
    "cat": animals.cat,
    "fish": animals.fish,
    "sun": nature.sun,
    "moon": nature.moon,
    "cloud": nature.cloud,
    "flower": nature.flower,
    "circle": shapes.circle,
    "triangle": shapes.triangle,
    "square": shapes.square,
}
