"""What is made of photographs."""

import io
from pathlib import Path

import pytest
from PIL import Image

from site_builder.build.darkroom import Developed, develop
from site_builder.pages.photographs import Photograph


def picture(width: int, height: int, kind: str = "JPEG", mode: str = "RGB", **options: object) -> bytes:
    """A picture whose left half is red."""
    image = Image.new(mode, (width, height), "white" if mode != "P" else 0)
    image.paste((200, 20, 20) if mode in ("RGB", "RGBA") else 1, (0, 0, max(1, width // 2), height))
    buffer = io.BytesIO()
    image.save(buffer, kind, **options)  # type: ignore[arg-type]
    return buffer.getvalue()


def opened(made: Developed, file: str) -> Image.Image:
    return Image.open(io.BytesIO(dict(made.files)[file]))


def test_a_large_photograph_gets_three_versions_and_is_made_smaller_itself() -> None:
    made = develop("m/taro.jpg", picture(2000, 1000))

    assert made.photograph == Photograph(960, 480, (320, 640, 960))
    assert {file: (opened(made, file).format, *opened(made, file).size) for file, _ in made.files} == {
        "m/taro.jpg": ("JPEG", 960, 480),
        "m/taro.jpg.320.webp": ("WEBP", 320, 160),
        "m/taro.jpg.640.webp": ("WEBP", 640, 320),
        "m/taro.jpg.960.webp": ("WEBP", 960, 480),
    }


@pytest.mark.parametrize(("width", "widths"), [(200, (200,)), (320, (320,)), (500, (320, 500)), (960, (320, 640, 960))])
def test_nothing_is_made_larger_than_it_was(width: int, widths: tuple[int, ...]) -> None:
    assert develop("a.png", picture(width, 100, "PNG")).photograph == Photograph(width, 100, widths)


def test_what_a_camera_wrote_turns_the_picture_and_is_gone_from_it() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # to be turned by a quarter
    exif[0x010F] = "Secret Camera"
    exif.get_ifd(0x8825)[1] = "N"

    made = develop("a.jpg", picture(400, 200, exif=exif))

    assert made.photograph == Photograph(200, 400, (200,))
    for file, content in made.files:
        assert b"Secret" not in content
        assert not opened(made, file).getexif()


def test_the_meaning_of_colours_is_kept() -> None:
    made = develop("a.jpg", picture(400, 200, icc_profile=b"a profile"))

    assert {opened(made, file).info.get("icc_profile") for file, _ in made.files} == {b"a profile"}


@pytest.mark.parametrize(
    ("kind", "mode"), [("PNG", "P"), ("PNG", "RGBA"), ("PNG", "1"), ("JPEG", "CMYK"), ("WEBP", "RGBA")]
)
def test_every_way_to_have_colours_is_understood(kind: str, mode: str) -> None:
    made = develop(f"a.{kind.lower()}", picture(700, 30, kind, mode))

    assert made.photograph == Photograph(700, 30, (320, 640, 700))


def test_the_same_bytes_give_the_same_versions() -> None:
    data = picture(1200, 900)

    assert develop("a.jpg", data) == develop("a.jpg", data)


def test_what_moves_stays_as_it_is() -> None:
    frames = [Image.new("RGB", (500, 40), colour) for colour in ("red", "blue")]
    buffer = io.BytesIO()
    frames[0].save(buffer, "GIF", save_all=True, append_images=frames[1:])

    assert develop("a.gif", buffer.getvalue()) == Developed(Photograph(500, 40))


def test_what_is_no_picture_is_told() -> None:
    made = develop("a.jpg", b"a poem")

    assert (made.photograph, made.files) == (None, ())
    assert made.fault == "its bytes are not those of a picture"


def test_a_picture_cut_short_is_told() -> None:
    made = develop("a.jpg", picture(1000, 1000)[:2000])

    assert made.photograph is None
    assert made.fault.startswith("it is damaged (")


def test_a_picture_that_would_fill_the_memory_is_not_unpacked() -> None:
    made = develop("a.png", picture(20_000, 10_000, "PNG", "1"))

    assert made.photograph is None
    assert "million pixels" in made.fault


def test_a_name_does_not_decide_which_program_reads_the_file(tmp_path: Path) -> None:
    script = b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n(poem) print\n"

    assert develop("a.png", script).fault == "its bytes are not those of a picture"
