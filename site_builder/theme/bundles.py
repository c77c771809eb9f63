"""Style sheets and scripts that are kept in parts: `static/style.css/` is a folder of files that become one.

The parts of all layers are joined in the order of their names, and minified. So a theme is read and changed part by
part, a theme above adds a part or replaces one, and readers still fetch one small file.
"""

import re
from collections.abc import Iterable

JOINED = (".css", ".js")

_CSS = re.compile(
    r"""
      ("(?:[^"\\]|\\.)*" | '(?:[^'\\]|\\.)*' | \\. | url\([^"')]*\))  # left as it is
    | (?:\s|(?>/\*.*?\*/))* ([{};]) (?:\s|(?>/\*.*?\*/))*        # no space is needed on either side of these,
    | ([,:]) (?:\s|(?>/\*.*?\*/))+                           # and after these: before a colon it is a combinator
    | ((?:\s|(?>/\*.*?\*/))+)
    """,
    re.VERBOSE | re.DOTALL,
)


def bundle_of(name: str) -> str:
    """The file that an asset is a part of; "" where it is a file by itself.

    >>> bundle_of("style.css/50-lists.css"), bundle_of("fonts/text.woff2")
    ('style.css', '')
    """
    folder = name.rpartition("/")[0]
    return folder if folder.endswith(JOINED) else ""


def joined(name: str, parts: Iterable[bytes]) -> bytes:
    """The file `name`, made of its parts, without comments and needless spaces."""
    # Two newlines: a part may end in a comment, or in a statement that the next one must not continue.
    text = b"\n\n".join(parts)
    if name.endswith(".css"):
        return _without_spaces(text.decode(errors="surrogateescape")).encode(errors="surrogateescape")
    from rjsmin import jsmin

    return bytes(jsmin(text))


def _without_spaces(style: str) -> str:
    """The style sheet in one line. (rcssmin 1.3 makes `.a:is(.b)` of `.a :is(.b)`, which selects something else.)

    >>> _without_spaces("/* x */ .a :is(b, i) { margin: 0 auto; content: ' ; ' }")
    ".a :is(b,i){margin:0 auto;content:' ; '}"
    """
    return _CSS.sub(lambda found: found[1] or found[2] or found[3] or " ", style).strip()
