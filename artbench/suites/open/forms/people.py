"""People, whose posture shows what they feel."""

from dataclasses import dataclass

from artbench.suites.open.canvas import Colour, Point, dark
from artbench.suites.open.forms.frame import Frame

SKIN: tuple[Colour, ...] = ((236, 196, 164), (204, 152, 112), (142, 94, 66))
HAIR: tuple[Colour, ...] = ((62, 42, 34), (30, 26, 30), (150, 100, 56))


def person(f: Frame, colour: Colour, posture: str, look: int = 0) -> None:
    """A person in clothes of the colour.

    Args:
        f: One high is a standing person.
        colour: Of the clothes.
        posture: A posture of `facts.MOODS`.
        look: Chooses skin and hair.
    """
    skin, hair = SKIN[look % len(SKIN)], HAIR[look // 2 % len(HAIR)]
    _POSTURES[posture](_Body(f, colour, skin, hair))


@dataclass(frozen=True, slots=True)
class _Body:
    """The parts that a person is put together from."""

    frame: Frame
    colour: Colour
    skin: Colour
    hair: Colour

    def arm(self, *points: Point) -> None:
        self.frame.line(points, 0.09, dark(self.colour, 0.18))
        self.frame.disc(*points[-1], 0.06, self.skin)

    def leg(self, *points: Point) -> None:
        self.frame.line(points, 0.095, (58, 50, 66))

    def head(self, right: float, up: float, face: bool = True) -> None:
        r = 0.092
        self.frame.disc(right, up + r * 0.18, r * 1.12, self.hair)
        if face:
            self.frame.ellipse(right, up - r * 0.14, r * 0.88, r * 0.9, self.skin)

    def coat(self, *points: Point) -> None:
        self.frame.polygon(points, self.colour)


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
    b.frame.ellipse(0.02, 0.06, 0.3, 0.07, (96, 84, 78))
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
    b.frame.disc(0.26, 1.1, 0.065, b.skin)
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
    b.frame.line([(0, 0.72), (0, 0.04)], 0.03, dark(b.colour, 0.3))
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
