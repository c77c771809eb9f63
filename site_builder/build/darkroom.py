"""Photographs made fit for pages: upright, no wider than needed, without what a camera wrote into them.

Pillow is loaded here, and only where there is a photograph to be made. The same bytes give the same versions.
"""

import io
import warnings
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

import msgspec

from site_builder.pages.photographs import Photograph, version_of

if TYPE_CHECKING:
    from PIL.Image import Image

WIDTHS = (320, 640, 960)
"""Of the versions, as far as the original is wider. The last is also the most that the original keeps."""
_FORMATS = {".jpg": "JPEG", ".jpeg": "JPEG", ".png": "PNG", ".webp": "WEBP", ".avif": "AVIF"}
"""What is made anew. A GIF, and whatever moves, stays as it is."""
_DECODERS = ("AVIF", "GIF", "JPEG", "PNG", "WEBP")
"""What is opened, whatever the name says. Others are not asked: one of them would run another program."""
_OPTIONS: dict[str, dict[str, int | bool]] = {
    "JPEG": {"quality": 84, "optimize": True, "progressive": True},
    "PNG": {"optimize": True},
    "WEBP": {"quality": 80, "method": 4},
    "AVIF": {"quality": 70, "speed": 7, "max_threads": 1},
}


class Developed(msgspec.Struct, frozen=True):
    """What was made of one file."""

    photograph: Photograph | None = None
    """None where it cannot be used."""
    fault: str = ""
    """Why not."""
    hint: str = ""
    files: tuple[tuple[str, bytes], ...] = ()
    """The names, below media/, and the bytes. Empty where the file goes there as it is."""


def develop(file: str, data: bytes) -> Developed:
    """The versions of a picture with these bytes; `file` is its path below content/. Never raises for bad bytes."""
    from PIL import Image, UnidentifiedImageError

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            # Of a decompression bomb Pillow warns, and only from twice that size on it raises by itself.
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data), formats=_DECODERS) as image:
                return _developed(file, image)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        most = (Image.MAX_IMAGE_PIXELS or 0) // 1_000_000
        return Developed(
            fault=f"it has more than {most} million pixels", hint="make it smaller: a page shows 960 across"
        )
    except UnidentifiedImageError:
        return Developed(fault="its bytes are not those of a picture", hint="save it again as JPEG, PNG or WebP")
    except Exception as error:
        return Developed(fault=f"it is damaged ({error})", hint="save it again as JPEG, PNG or WebP")


def _developed(file: str, image: "Image") -> Developed:
    from PIL import ImageOps

    kind = _FORMATS.get(PurePosixPath(file).suffix.lower(), "")
    # Some cameras put a second picture into a JPEG, which is no motion.
    if not kind or (kind != "JPEG" and getattr(image, "n_frames", 1) > 1):
        image.load()
        return Developed(Photograph(*image.size))
    image.draft("RGB", (2 * WIDTHS[-1], 2 * WIDTHS[-1]))
    upright = _plain(ImageOps.exif_transpose(image))
    profile = image.info.get("icc_profile")
    width = min(upright.width, WIDTHS[-1])
    widths = (*(one for one in WIDTHS if one < width), width)
    own = _resized(upright, width)
    files = [(file, _encoded(own, kind, profile))]
    files += [(version_of(file, one), _encoded(_resized(upright, one), "WEBP", profile)) for one in widths]
    return Developed(Photograph(own.width, own.height, widths), files=tuple(files))


def _plain(image: "Image") -> "Image":
    """In colours that every format has."""
    if image.mode in ("RGB", "L", "RGBA"):
        return image
    return image.convert("RGBA" if image.has_transparency_data else "RGB")


def _resized(image: "Image", width: int) -> "Image":
    from PIL import Image

    if width == image.width:
        return image
    return image.resize((width, max(1, round(image.height * width / image.width))), Image.Resampling.LANCZOS)


def _encoded(image: "Image", kind: str, profile: bytes | None) -> bytes:
    """Nothing of the original's metadata but the meaning of its colours."""
    buffer = io.BytesIO()
    image.info = {}
    colours = {"icc_profile": profile} if profile else {}
    (image.convert("RGB") if kind == "JPEG" and image.mode == "RGBA" else image).save(
        buffer, kind, **_OPTIONS[kind], **colours
    )
    return buffer.getvalue()
