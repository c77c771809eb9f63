import pytest

from site_builder.content.pictures import is_picture, path_in_url, picture_address, picture_path


@pytest.mark.parametrize(
    ("written", "path"),
    [
        ("taro.jpg", "musicians/taro.jpg"),
        ("photos/taro.jpg", "musicians/photos/taro.jpg"),
        ("./taro.jpg", "musicians/taro.jpg"),
        ("../venues/hall.jpg", "venues/hall.jpg"),
        ("../logo.png", "logo.png"),
        ("my photo.jpg", "musicians/my photo.jpg"),
        ("../../x.jpg", None),
        ("a/../../../x.jpg", None),
        ("/etc/passwd", None),
        ("C:\\x.jpg", None),
        ("C:x.jpg", None),
        ("..\\x.jpg", None),
        ("x\0.jpg", None),
        ("", None),
    ],
)
def test_a_picture_is_found_from_the_folder_of_its_entry_and_never_outside(written, path):
    assert picture_path(written, "musicians") == path


@pytest.mark.parametrize(
    ("name", "known"), [("a.jpg", True), ("a.JPEG", True), ("a.avif", True), ("a.svg", False), ("passwd", False)]
)
def test_a_picture_is_known_by_its_name(name, known):
    assert is_picture(name) is known


def test_an_address_is_a_path_in_disguise():
    assert path_in_url("my%20photo.jpg?x#y") == "my photo.jpg"


@pytest.mark.parametrize(
    ("kind", "address"),
    [("musicians", "../media/musicians/my%20photo%231.jpg"), ("pages", "media/musicians/my%20photo%231.jpg")],
)
def test_a_page_finds_its_picture_from_where_it_lies(kind, address):
    assert picture_address("musicians/my photo#1.jpg", kind) == address
