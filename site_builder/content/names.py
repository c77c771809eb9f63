"""Names as people compare them: "Türkiye" typed on two keyboards is one name, and so are "O'Brien" and "O’Brien"."""

import unicodedata

_APOSTROPHES = "’‘ʼ"
_HYPHENS = "‐‑–"
_UNIFIED = str.maketrans(_APOSTROPHES + _HYPHENS, "'" * len(_APOSTROPHES) + "-" * len(_HYPHENS))


def name_key(text: str) -> str:
    """The form under which names are compared: no case, one kind of space, apostrophe and hyphen, NFC.

    Source: the canonical caseless match of the Unicode Standard (D145), composed again at the end.
    """
    if text.isascii():
        return " ".join(text.lower().split())
    folded = unicodedata.normalize("NFD", text).casefold()
    return " ".join(unicodedata.normalize("NFC", folded).translate(_UNIFIED).split())
