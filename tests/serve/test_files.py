from pathlib import Path

import pytest

from site_builder.serve.files import Folder, find, type_of


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "secret.txt").write_text("not of the site")
    output = tmp_path / "site"
    for name in ("index.html", "halls/index.html", "halls/Małopolska hall.html", ".env", ".git/config", "empty/a.css"):
        (output / name).parent.mkdir(parents=True, exist_ok=True)
        (output / name).write_text("x")
    return output


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("", "index.html"),
        ("index.html", "index.html"),
        ("halls/", "halls/index.html"),
        ("halls/Małopolska hall.html", "halls/Małopolska hall.html"),
    ],
)
def test_an_address_leads_to_its_file(site: Path, address: str, name: str) -> None:
    assert find(site, address) == site / name


@pytest.mark.parametrize(
    "address",
    [
        *(
            "../secret.txt",
            "halls/../../secret.txt",
            "./index.html",
            "/etc/passwd",
            "//etc/passwd",
            "halls//index.html",
        ),
        *(".env", ".git/config", ".git/", "halls/.hidden", "..\\secret.txt", "index.html\0.css", "x" * 5000),
        *("empty", "empty/", "nowhere", "index.html/", "index.html/x"),
    ],
)
def test_an_address_that_leads_out_or_to_a_dot_file_or_nowhere_finds_nothing(site: Path, address: str) -> None:
    assert find(site, address) is None


def test_a_symbolic_link_out_of_the_site_finds_nothing(site: Path) -> None:
    (site / "way-out.txt").symlink_to(site.parent / "secret.txt")
    (site / "up").symlink_to(site.parent)
    (site / "circle").symlink_to(site / "circle")

    assert [find(site, name) for name in ("way-out.txt", "up/secret.txt", "circle")] == [None, None, None]


def test_a_folder_with_an_index_wants_a_slash(site: Path) -> None:
    assert find(site, "halls") == Folder()


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a.html", "text/html; charset=utf-8"),
        ("a.CSS", "text/css; charset=utf-8"),
        ("a.js", "text/javascript; charset=utf-8"),
        ("a.json", "application/json; charset=utf-8"),
        ("feed.xml", "application/xml; charset=utf-8"),
        ("a.svg", "image/svg+xml; charset=utf-8"),
        ("a.woff2", "font/woff2"),
        ("a.avif", "image/avif"),
        ("nothing", "application/octet-stream"),
    ],
)
def test_a_file_is_called_what_it_is(name: str, kind: str) -> None:
    assert type_of(name) == kind
