"""The frame of one thing: (0, 0) is the middle of its foot, up is positive, and 1 is its height."""

from collections.abc import Iterable

from artbench.suites.open.canvas import Canvas, Colour, Point


class Frame:
    """Shapes on a canvas in the measure of the thing that is drawn.

    Args:
        canvas: Where it is drawn.
        x: The middle of the thing on the canvas.
        y: Its foot on the canvas.
        height: Its height on the canvas.
    """

    def __init__(self, canvas: Canvas, x: float, y: float, height: float) -> None:
        self.height = height
        self._canvas, self._x, self._y = canvas, x, y

    def raised(self, up: float) -> "Frame":
        """Return the frame with its foot so much higher."""
        return Frame(self._canvas, *self._at((0, up)), self.height)

    def polygon(self, points: Iterable[Point], colour: Colour) -> None:
        """Fill a polygon."""
        self._canvas.polygon([self._at(point) for point in points], colour)

    def line(self, points: Iterable[Point], width: float, colour: Colour) -> None:
        """Draw a line with round ends."""
        self._canvas.line([self._at(point) for point in points], width * self.height, colour)

    def box(self, right: float, up: float, right_to: float, up_to: float, colour: Colour) -> None:
        """Fill the upright rectangle between two corners."""
        self._canvas.box(*self._at((right, up)), *self._at((right_to, up_to)), colour)

    def ellipse(self, right: float, up: float, rx: float, ry: float, colour: Colour) -> None:
        """Fill the ellipse with its centre at (right, up)."""
        x, y = self._at((right, up))
        self._canvas.ellipse(x, y, rx * self.height, ry * self.height, colour)

    def disc(self, right: float, up: float, r: float, colour: Colour) -> None:
        """Fill the circle with its centre at (right, up)."""
        self.ellipse(right, up, r, r, colour)

    def _at(self, point: Point) -> Point:
        right, up = point
        return self._x + right * self.height, self._y - up * self.height
