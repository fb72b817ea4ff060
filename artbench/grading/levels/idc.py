"""The level of a description (IDC).

0  It says nothing about a picture.
1  The main thing is not named.
2  It is, but its colour or the technique is missing or wrong, or fewer than half of the other
   things are named, or more than one thing is told wrongly (four and more than rightly: level 1).
3  All of that is right, and there is no appreciation.
4  It also tells a mood, a feeling or a praise that fits.
5  It explains an effect by technique, palette or light, and has nothing wrong.
"""

from artbench.grading.checking.findings import Findings, fits

_TOLERATED = 1
_RUINED = 4  # errors beyond which even the right main thing is one of many guesses


def level(found: Findings) -> int:
    """Return the level of a description."""
    main, *others = found.things.values()
    if not found.says:
        return 0
    if not main.named:
        return 1
    named = sum(check.named for check in others)
    enough = 2 * named >= len(others) if others else found.right > 3
    whole = main.colour == "right" and found.traits["technique"] == "right" and enough
    if not whole or found.errors > _TOLERATED:
        return 1 if found.errors >= _RUINED and found.errors > found.right else 2
    return _appreciation(found)


def _appreciation(found: Findings) -> int:
    felt = fits(found.viewer.match)
    if found.viewer.match in ("wrong", "mixed") or not (felt or found.praise):
        return 3
    return 5 if found.artful and not found.errors and found.right > 4 else 4
