"""Pictures: which file is meant, as a path below content/, and where the finished page finds it."""

import posixpath

from site_builder.model.identity import PAGES

FORMATS = (".jpg", ".jpeg", ".png", ".webp", ".avif", ".gif")
MEDIA = "media"
"""The folder of the finished site with the pictures, under the paths that they have below content/."""

_NEVER_IN_A_PATH = frozenset("\\:\0")


def picture_path(written: str, folder: str) -> str | None:
    """The path below content/ of a picture written in an entry in `folder`; None if it leads out of content/."""
    path = posixpath.normpath(posixpath.join(folder, written))
    if not written or written.startswith("/") or path.startswith("..") or not _NEVER_IN_A_PATH.isdisjoint(path):
        return None
    return path


def is_picture(path: str) -> bool:
    """Whether the name ends like that of a picture."""
    return path.lower().endswith(FORMATS)


def path_in_url(address: str) -> str:
    """The path that a relative address means: "my%20photo.jpg" is "my photo.jpg"."""
    from urllib.parse import unquote

    return unquote(address.partition("#")[0].partition("?")[0])


def picture_address(path: str, kind: str) -> str:
    """Where a page of that kind finds the picture at `path` below content/, as a relative address."""
    from urllib.parse import quote

    up = "" if kind == PAGES else "../"
    return f"{up}{MEDIA}/{quote(path)}"
