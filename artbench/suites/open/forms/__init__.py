"""How each thing is drawn. To add one: write its function, add a line here and to `facts`."""

from collections.abc import Callable

from artbench.suites.open.canvas import Canvas, Colour
from artbench.suites.open.forms import beings, nature, objects

# (canvas, x of its middle, y of its foot, height, colour): all in unit coordinates.
Form = Callable[[Canvas, float, float, float, Colour], None]
FORMS: dict[str, Form] = {
    "house": objects.house,
    "tree": nature.tree,
    "mountain": nature.mountain,
    "boat": objects.boat,
    "lighthouse": objects.lighthouse,
    "vase": objects.vase,
    "apple": objects.apple,
    "bottle": objects.bottle,
    "jug": objects.jug,
    "candle": objects.candle,
    "book": objects.book,
    "chair": objects.chair,
    "lamp": objects.lamp,
    "window": objects.window,
    "horse": beings.horse,
    "bird": beings.bird,
    "cat": beings.cat,
    "fish": beings.fish,
    "sun": nature.sun,
    "moon": nature.moon,
    "cloud": nature.cloud,
    "flower": nature.flower,
    "circle": objects.circle,
    "triangle": objects.triangle,
    "square": objects.square,
}
