"""Which file of the site answers an address."""

import mimetypes
from pathlib import Path

import msgspec

INDEX = "index.html"
NOT_FOUND = "404.html"

# What a system's own table says of these differs between systems, or is missing.
_TYPES = {
    ".html": "text/html",
    ".css": "text/css",
    ".js": "text/javascript",
    ".mjs": "text/javascript",
    ".json": "application/json",
    ".map": "application/json",
    ".webmanifest": "application/manifest+json",
    ".xml": "application/xml",
    ".txt": "text/plain",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
    ".webp": "image/webp",
    ".avif": "image/avif",
    ".ico": "image/x-icon",
    ".woff": "font/woff",
    ".woff2": "font/woff2",
}
_TEXTS = frozenset(["application/json", "application/xml", "application/manifest+json", "image/svg+xml"])


class Folder(msgspec.Struct, frozen=True):
    """A folder with an index, asked for without the slash at the end that its relative links need."""


def find(site: Path, address: str) -> Path | Folder | None:
    """The file that the decoded path of an address, without its first slash, stands for.

    None where there is nothing to show: folders without an index, whatever has a name with a dot before it, and every
    way out of the site.
    """
    *folders, name = address.split("/")
    if any(part == "" for part in folders) or any(part.startswith(".") for part in (*folders, name)):
        return None
    if any(sign in address for sign in "\\\0"):
        return None
    try:
        target = site.joinpath(*folders, name or INDEX).resolve()
        if not target.is_relative_to(site.resolve()):
            return None
        if name and (target / INDEX).is_file():
            return Folder()
        return target if target.is_file() else None
    except (OSError, RuntimeError):
        # The name is longer than the system allows, or symbolic links run in a circle.
        return None


def type_of(name: str) -> str:
    """What to call the content of a file; text is UTF-8."""
    suffix = f".{name.rpartition('.')[2].lower()}"
    kind = _TYPES.get(suffix) or mimetypes.guess_type(name)[0] or "application/octet-stream"
    return f"{kind}; charset=utf-8" if kind.startswith("text/") or kind in _TEXTS else kind
