"""Pictures as models want them: upright, RGB, or an error that says what is wrong with one."""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image


class PictureError(Exception):
    """A picture cannot be read; it costs one answer, not the run."""


def open_picture(path: Path) -> "Image":
    """Return a picture in RGB, turned as its EXIF data say.

    Raises:
        PictureError: The file is missing, damaged or no picture.
    """
    from PIL import Image, ImageOps

    try:
        with Image.open(path) as picture:
            upright = ImageOps.exif_transpose(picture)
            return upright.convert("RGB")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        found = str(error).replace(str(path), path.name)  # a folder's name is nobody's business
        raise PictureError(f"picture {path.name} cannot be read: {found}") from error
