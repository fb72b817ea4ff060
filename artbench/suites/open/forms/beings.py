"""Animals, and people whose posture shows what they feel."""


from artbench.suites.open.canvas import Canvas, Colour, Point, dark, light

_EYE: Colour = (24, 20, 26)
SKIN: tuple[Colour, ...] = ((236, 196, 164), (204, 152, 112), (142, 94, 66))
HAIR: tuple[Colour, ...] = ((62, 42, 34), (30, 26, 30), (150, 100, 56))


def horse(c: Canvas, x: float, y: float, h: float, colour: Colour) -> None:
    """A standing horse, looking to the left."""
    shade = dark(colour, 0.3)
    for q in (-0.2, 0.3):
        c.line([(x + q * h, y - h * 0.42), (x + q * h + h * 0.02, y)], h * 0.065, shade)
    c.line([(x + h * 0.42, y - h * 0.6), (x + h * 0.56, y - h * 0.22)], h * 0.07, shade)
    c.ellipse(x + h * 0.08, y - h * 0.53, h * 0.4, h * 0.18, colour)
    c.polygon([(x - h * 0.3, y - h * 0.4), (x - h * 0.46, y - h * 0.86), (x - h * 0.3, y - h * 0.95), (x - h * 0.04, y - h * 0.62)], colour)
    c.polygon([(x - h * 0.3, y - h * 0.97), (x - h * 0.2, y - h * 0.9), (x, y - h * 0.64), (x - h * 0.12, y - h * 0.64)], shade)
    c.polygon([(x - h * 0.44, y - h * 0.96), (x - h * 0.3, y - h * 0.92), (x - h * 0.36, y - h * 0.76), (x - h * 0.66, y - h * 0.66), (x - h * 0.7, y - h * 0.74)], colour)
    c.polygon([(x - h * 0.4, y - h * 0.93), (x - h * 0.36, y - h * 1.03), (x - h * 0.32, y - h * 0.93)], colour)
    c.disc(x - h * 0.46, y - h * 0.85, h * 0.022, _EYE)
    for q in (-0.26, 0.37):
        c.line([(x + q * h, y - h * 0.42), (x + q * h - h * 0.02, y)], h * 0.07, colour)
    c.ellipse(x + h * 0.02, y - h * 0.6, h * 0.2, h * 0.06, light(colour, 0.25))


def bird(c: Canvas, x: float, y: float, h: float, colour: Colour) -> None:
    """A round songbird, looking to the right."""
    for q in (-0.05, 0.08):
        c.line([(x + q * h, y - h * 0.2), (x + q * h, y)], h * 0.03, (120, 84, 50))
    c.polygon([(x - h * 0.3, y - h * 0.42), (x - h * 0.66, y - h * 0.22), (x - h * 0.6, y - h * 0.12), (x - h * 0.16, y - h * 0.26)], dark(colour, 0.3))
    c.ellipse(x, y - h * 0.42, h * 0.36, h * 0.28, colour)
    c.disc(x + h * 0.24, y - h * 0.74, h * 0.21, colour)
    c.polygon([(x + h * 0.42, y - h * 0.8), (x + h * 0.62, y - h * 0.7), (x + h * 0.42, y - h * 0.66)], (240, 170, 50))
    c.disc(x + h * 0.3, y - h * 0.79, h * 0.035, _EYE)
    c.ellipse(x - h * 0.08, y - h * 0.44, h * 0.2, h * 0.14, dark(colour, 0.25))
    c.ellipse(x + h * 0.16, y - h * 0.34, h * 0.13, h * 0.13, light(colour, 0.5))


def cat(c: Canvas, x: float, y: float, h: float, colour: Colour) -> None:
    """A sitting cat, seen from the front."""
    shade = dark(colour, 0.3)
    c.line([(x + h * 0.2, y - h * 0.06), (x + h * 0.48, y - h * 0.1), (x + h * 0.5, y - h * 0.36)], h * 0.08, shade)
    c.ellipse(x, y - h * 0.26, h * 0.29, h * 0.27, colour)
    c.ellipse(x, y - h * 0.48, h * 0.2, h * 0.22, colour)
    for q in (-1, 1):
        c.polygon([(x + q * h * 0.24, y - h * 1.02), (x + q * h * 0.04, y - h * 0.86), (x + q * h * 0.24, y - h * 0.72)], colour)
        c.polygon([(x + q * h * 0.2, y - h * 0.95), (x + q * h * 0.1, y - h * 0.86), (x + q * h * 0.2, y - h * 0.78)], shade)
    c.disc(x, y - h * 0.73, h * 0.23, colour)
    for q in (-1, 1):
        c.ellipse(x + q * h * 0.09, y - h * 0.76, h * 0.04, h * 0.05, (236, 226, 120))
        c.ellipse(x + q * h * 0.09, y - h * 0.76, h * 0.015, h * 0.045, _EYE)
        c.ellipse(x + q * h * 0.11, y - h * 0.05, h * 0.09, h * 0.05, light(colour, 0.35))
    c.polygon([(x - h * 0.03, y - h * 0.67), (x + h * 0.03, y - h * 0.67), (x, y - h * 0.63)], (220, 130, 130))
    c.ellipse(x, y - h * 0.36, h * 0.1, h * 0.14, light(colour, 0.4))


def fish(c: Canvas, x: float, y: float, h: float, colour: Colour) -> None:
    """A fish swimming to the left."""
    y -= h * 0.45
    c.polygon([(x + h * 0.4, y), (x + h * 0.74, y - h * 0.28), (x + h * 0.66, y), (x + h * 0.74, y + h * 0.28)], dark(colour, 0.25))
    c.polygon([(x - h * 0.1, y - h * 0.28), (x + h * 0.1, y - h * 0.48), (x + h * 0.28, y - h * 0.2)], dark(colour, 0.25))
    c.ellipse(x - h * 0.04, y, h * 0.54, h * 0.32, colour)
    for k in range(3):
        c.line([(x - h * 0.12 + k * h * 0.18, y - h * 0.22 + 0.02 * k), (x - h * 0.06 + k * h * 0.18, y), (x - h * 0.12 + k * h * 0.18, y + h * 0.2)], h * 0.03, dark(colour, 0.3))
    c.polygon([(x - h * 0.05, y + h * 0.06), (x + h * 0.14, y + h * 0.22), (x - h * 0.1, y + h * 0.2)], light(colour, 0.3))
    c.disc(x - h * 0.37, y - h * 0.07, h * 0.075, (250, 250, 245))
    c.disc(x - h * 0.38, y - h * 0.07, h * 0.038, _EYE)


def person(c: Canvas, x: float, y: float, h: float, colour: Colour, posture: str, look: int = 0) -> None:
    """A person in clothes of the colour.

    Args:
        posture: A posture of `facts.MOODS`.
        look: Chooses skin and hair.
    """
    skin, hair = SKIN[look % len(SKIN)], HAIR[look // 2 % len(HAIR)]
    _POSTURES[posture](_Body(c, x, y, h, colour, skin, hair))


class _Body:
    """A person's parts around a middle and a foot line; `up` of 1 is the height of a standing person."""

    def __init__(self, c: Canvas, x: float, y: float, h: float, colour: Colour, skin: Colour, hair: Colour) -> None:
        self.c, self.x, self.y, self.h = c, x, y, h
        self.colour, self.skin, self.hair = colour, skin, hair

    def at(self, right: float, up: float) -> Point:
        return self.x + right * self.h, self.y - up * self.h

    def shape(self, points: list[Point], colour: Colour) -> None:
        self.c.polygon([self.at(*p) for p in points], colour)

    def limb(self, points: list[Point], width: float, colour: Colour) -> None:
        self.c.line([self.at(*p) for p in points], width * self.h, colour)

    def arm(self, *points: Point) -> None:
        self.limb(list(points), 0.09, dark(self.colour, 0.18))
        self.c.disc(*self.at(*points[-1]), self.h * 0.06, self.skin)

    def leg(self, *points: Point) -> None:
        self.limb(list(points), 0.095, (58, 50, 66))

    def head(self, right: float, up: float, face: bool = True) -> None:
        x, y = self.at(right, up)
        r = self.h * 0.092
        self.c.disc(x, y - r * 0.18, r * 1.12, self.hair)
        if face:
            self.c.ellipse(x, y + r * 0.14, r * 0.88, r * 0.9, self.skin)

    def coat(self, *points: Point) -> None:
        self.shape(list(points), self.colour)


def _handstand(b: _Body) -> None:
    b.leg((-0.03, 0.6), (-0.2, 0.98))
    b.leg((0.03, 0.6), (0.24, 0.92))
    b.head(0, 0.13)
    b.coat((-0.1, 0.64), (0.1, 0.64), (0.14, 0.24), (-0.14, 0.24))
    b.arm((-0.12, 0.28), (-0.2, 0.02))
    b.arm((0.12, 0.28), (0.2, 0.02))


def _arms_spread(b: _Body) -> None:
    b.leg((-0.06, 0.3), (-0.07, 0))
    b.leg((0.06, 0.3), (0.07, 0))
    b.arm((-0.1, 0.74), (-0.46, 0.78))
    b.arm((0.1, 0.74), (0.46, 0.78))
    b.coat((-0.12, 0.79), (0.12, 0.79), (0.2, 0.22), (-0.2, 0.22))
    b.head(0, 0.91)


def _sitting(b: _Body) -> None:
    b.c.ellipse(*b.at(0.02, 0.06), b.h * 0.3, b.h * 0.07, (96, 84, 78))
    b.leg((0.04, 0.2), (0.28, 0.22), (0.3, 0.0))
    b.coat((-0.14, 0.1), (-0.12, 0.52), (0.08, 0.52), (0.16, 0.3), (0.26, 0.26), (0.22, 0.1))
    b.arm((0.02, 0.46), (0.1, 0.3), (0.22, 0.29))
    b.head(-0.01, 0.63)


def _arms_raised(b: _Body) -> None:
    b.leg((-0.06, 0.3), (-0.15, 0))
    b.leg((0.06, 0.3), (0.13, 0.06))
    b.arm((-0.1, 0.74), (-0.24, 0.92), (-0.25, 1.1))
    b.arm((0.1, 0.74), (0.24, 0.92), (0.25, 1.1))
    b.coat((-0.12, 0.79), (0.12, 0.79), (0.17, 0.24), (-0.17, 0.24))
    b.head(0, 0.91)


def _fist_raised(b: _Body) -> None:
    b.leg((-0.08, 0.34), (-0.24, 0))
    b.leg((0.08, 0.34), (0.24, 0))
    b.arm((0.12, 0.74), (0.26, 0.8), (0.26, 1.08))
    b.c.disc(*b.at(0.26, 1.1), b.h * 0.065, b.skin)
    b.arm((-0.12, 0.74), (-0.28, 0.6), (-0.16, 0.46))
    b.coat((-0.16, 0.79), (0.16, 0.79), (0.13, 0.3), (-0.13, 0.3))
    b.head(0.02, 0.91)


def _face_covered(b: _Body) -> None:
    b.leg((-0.02, 0.3), (0.05, 0))
    b.leg((0.06, 0.3), (0.17, 0))
    b.coat((-0.2, 0.76), (0.04, 0.8), (0.2, 0.24), (-0.12, 0.24))
    b.head(-0.1, 0.9)
    b.arm((-0.16, 0.72), (-0.34, 0.78), (-0.14, 0.9))
    b.arm((0.02, 0.74), (0.16, 0.8), (-0.03, 0.89))


def _crouching(b: _Body) -> None:
    b.leg((0.1, 0.12), (0.24, 0.28), (0.26, 0.0))
    b.coat((-0.2, 0.02), (-0.24, 0.28), (-0.1, 0.44), (0.12, 0.4), (0.24, 0.24), (0.2, 0.02))
    b.head(0.1, 0.45, face=False)
    b.arm((-0.08, 0.38), (0.0, 0.58), (0.09, 0.55))
    b.arm((0.14, 0.34), (0.28, 0.5), (0.15, 0.55))


def _head_bowed(b: _Body) -> None:
    b.leg((-0.05, 0.3), (-0.05, 0))
    b.leg((0.05, 0.3), (0.05, 0))
    b.coat((-0.14, 0.66), (-0.08, 0.78), (0.06, 0.77), (0.13, 0.6), (0.16, 0.2), (-0.16, 0.2))
    b.arm((-0.1, 0.7), (-0.1, 0.36))
    b.arm((0.08, 0.68), (0.13, 0.36))
    b.head(0.13, 0.77, face=False)


def _back_turned(b: _Body) -> None:
    b.coat((-0.08, 0.82), (0.08, 0.82), (0.17, 0.7), (0.26, 0.0), (-0.26, 0.0), (-0.17, 0.7))
    b.limb([(0, 0.72), (0, 0.04)], 0.03, dark(b.colour, 0.3))
    b.head(0, 0.9, face=False)


_POSTURES = {
    "handstand": _handstand,
    "arms spread": _arms_spread,
    "sitting": _sitting,
    "arms raised": _arms_raised,
    "fist raised": _fist_raised,
    "face covered": _face_covered,
    "crouching": _crouching,
    "head bowed": _head_bowed,
    "back turned": _back_turned,
}
