"""Input files, and places in them."""

import msgspec


class Source(msgspec.Struct, frozen=True):
    """One input file: the bytes that were read are the bytes that are hashed and parsed."""

    path: str
    """Relative to the site's folder, with forward slashes."""
    data: bytes


class Span(msgspec.Struct, frozen=True, order=True):
    """A run of characters on one line of a file."""

    path: str
    line: int = 0
    """From 1; 0 means the file as a whole."""
    column: int = 0
    """From 1, in characters; 0 means the line as a whole."""
    length: int = 1


class Place(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A span inside a file that is known already, with the line it stands on as the author wrote it."""

    line: int
    column: int = 0
    length: int = 1
    excerpt: str = ""

    def span(self, path: str) -> Span:
        return Span(path, self.line, self.column, self.length)
