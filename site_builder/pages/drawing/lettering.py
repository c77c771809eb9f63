"""How much room words take in a drawing, guessed from their letters, since no font is known when it is made."""

_LETTER = 6.4 / 12
_WIDE_LETTER = 1.0
_FIRST_WIDE = "\u2e80"
"""From here on, letters are as wide as high."""
_ELLIPSIS = "…"


def length_of(words: str, size: int) -> float:
    """In pixels, in letters of that size."""
    return size * sum(_WIDE_LETTER if letter >= _FIRST_WIDE else _LETTER for letter in words)


def cut(words: str, most: int) -> str:
    """The words, or as many of their letters as there may be.

    >>> cut("Kazakhstan", 10), cut("Bosnia and Herzegovina", 10)
    ('Kazakhstan', 'Bosnia an…')
    """
    return words if len(words) <= most else words[: most - 1].rstrip() + _ELLIPSIS
