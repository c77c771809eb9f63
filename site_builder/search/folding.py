"""Words as a search compares them: the same for every spelling that a reader may use for one name.

A *folded* word is made of the letters a-z and digits, as far as its script is in `LETTERS`: "Бахыт", "Bakhyt" and
"bakhyt" are one, and so are "қобыз", "кобыз" and "qobyz". The reader's browser folds in the same steps, from the same
table, which is handed to it with the index; `themes/encyclopedia/static/search.js/` has the other half.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator

_KAZAKH = zip("әғқңөұүһі", "агкноуухи", strict=True)
_CYRILLIC = {
    **dict(zip("абвгдезийклмнопрстуфыэґђјћѓќѕѣ", "abvgdeziiklmnoprstufiegdjcgkze", strict=True)),
    **{"ж": "zh", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ь": "", "ю": "iu", "я": "ia"},
    **{"є": "ie", "љ": "lj", "њ": "nj", "џ": "dz"},
}
_GREEK = {
    **dict(zip("αβγδεζηικλμνορςστυφω", "abgdeziiklmnorsstifo", strict=True)),
    **{"θ": "th", "ξ": "ks", "χ": "kh", "ψ": "ps"},
}
_GEORGIAN = {
    **dict(zip("აბგდევზთიკლმნოპრსტუფქყჯჰ", "abgdevztiklmnoprstupkkjh", strict=True)),
    **{"ჟ": "zh", "ღ": "gh", "შ": "sh", "ჩ": "ch", "ც": "ts", "ძ": "dz", "წ": "ts", "ჭ": "ch", "ხ": "kh"},
}
_ARMENIAN = {
    **dict(zip("աբգդեզէըթիլկհմյնոպջռսվտրւփքօֆ", "abgdezeetilkhminopjrsvtrvpkof", strict=True)),
    **{"ժ": "zh", "խ": "kh", "ծ": "ts", "ձ": "dz", "ղ": "gh", "ճ": "ch", "շ": "sh", "չ": "ch", "ց": "ts", "և": "ev"},
}
_LATIN = {
    **dict(zip("qwyłøđðħıŋəĸ", "kviloddhinak", strict=True)),
    **{"x": "ks", "ß": "ss", "þ": "th", "æ": "ae", "œ": "oe"},
}

LETTERS = {
    **_LATIN,
    **_CYRILLIC,
    **{letter: _CYRILLIC.get(russian, russian) for letter, russian in _KAZAKH},
    **_GREEK,
    **_GEORGIAN,
    **_ARMENIAN,
}
"""What stands for a small letter without its marks. What is not here stands for itself."""

WORD = re.compile(r"[^\W_]+")
_TABLE = str.maketrans(LETTERS)
# "kh", "zh", "sh" … lose their h: who has typed "Bak" is on the way to "Bakhyt", and must find him already.
_BREATH = re.compile(r"(?<=[bcdgkprstz])h")
_DOUBLE = re.compile(r"([a-z])\1+")


def fold(word: str) -> str:
    """The folded form of a word; "" where no letter and no digit is left.

    >>> fold("Бахыт"), fold("Bakhyt"), fold("Қобыз"), fold("qobyz"), fold("Dvořák"), fold("Yuriy"), fold("Юрий")
    ('bakit', 'bakit', 'kobiz', 'kobiz', 'dvorak', 'iuri', 'iuri')
    """
    if not word.isascii():
        word = "".join([c for c in unicodedata.normalize("NFKD", word) if not unicodedata.category(c).startswith("M")])
    folded = word.lower().translate(_TABLE)
    return _DOUBLE.sub(r"\1", _BREATH.sub("", folded))


def words(text: str) -> list[str]:
    """The words of a text as they are written: letters and digits in a row."""
    return WORD.findall(text if text.isascii() else unicodedata.normalize("NFC", text))


def folded_words(text: str) -> Iterator[str]:
    """The words of a text, folded."""
    return filter(None, map(fold, words(text)))


def folder() -> Callable[[str], str]:
    """`fold`, with a memory of its own: a text repeats most of its words."""
    known: dict[str, str] = {}

    def recall(word: str) -> str:
        try:
            return known[word]
        except KeyError:
            folded = known[word] = fold(word)
            return folded

    return recall
