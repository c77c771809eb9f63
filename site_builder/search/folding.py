"""Words as a search compares them: the same for every spelling that a reader may use for one name.

A *folded* word is made of the letters a-z and digits, as far as its script is in `LETTERS`: "Бахыт", "Bakhyt" and
"bakhyt" are one, and so are "қобыз", "кобыз" and "qobyz". The reader's browser folds in the same steps, from the same
table, which is handed to it with the index; `themes/encyclopedia/static/search.js/` has the other half.
"""

import re
import unicodedata
from collections.abc import Iterator


def _spelt(pairs: str) -> dict[str, str]:
    """Letters, each with what stands for it right behind it."""
    return {pair[0]: pair[1:] for pair in pairs.split()}


_LATIN = _spelt("qk wv yi xks łl øo đd ðd þth ħh ıi ŋn əa ĸk ßss æae œoe")
_CYRILLIC = _spelt(
    "аa бb вv гg дd еe жzh зz иi кk лl мm нn оo пp рr сs тt уu фf хkh цts чch шsh щshch ъ ыi ь эe юiu яia "
    "ґg єie ђd јj љlj њnj ћc џdz ѕz ѣe"
)
_KAZAKH = _spelt("әa ғg қk ңn өo ұu үu һkh іi")
_GREEK = _spelt("αa βb γg δd εe ζz ηi θth ιi κk λl μm νn ξks οo πp ρr σs ςs τt υi φf χkh ψps ωo")
_GEORGIAN = _spelt(
    "აa ბb გg დd ეe ვv ზz თt იi კk ლl მm ნn ოo პp ჟzh რr სs ტt უu ფp ქk ღgh ყk შsh ჩch ცts ძdz წts ჭch ხkh ჯj ჰh"
)
_ARMENIAN = _spelt(
    "աa բb գg դd եe զz էe ըe թt ժzh իi լl խkh ծts կk հh ձdz ղgh ճch մm յi նn շsh ոo չch պp ջj ռr սs վv տt րr ցts "
    "ւv փp քk օo ֆf ևev"
)

LETTERS = {**_LATIN, **_CYRILLIC, **_KAZAKH, **_GREEK, **_GEORGIAN, **_ARMENIAN}
"""What stands for a small letter without its marks. What is not here stands for itself."""

_WORD = re.compile(r"\w+")
_TYPOGRAPHIC = "’‘“”„–—…\u00a0"
"""All that most English texts hold beside ASCII: it stands between words, and not in them."""
_ASCII_WORDS = {code: chr(code) if chr(code).isalnum() else " " for code in range(128)}
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
    plain = text
    if not text.isascii():
        for sign in _TYPOGRAPHIC:
            plain = plain.replace(sign, " ")
    if plain.isascii():
        # A sixth of the time that a regular expression takes.
        return plain.translate(_ASCII_WORDS).split()
    return _WORD.findall(unicodedata.normalize("NFC", text).replace("_", " "))


def folded_words(text: str) -> Iterator[str]:
    """The words of a text, folded."""
    return filter(None, map(fold, words(text)))


class Folder(dict[str, str]):
    """The folded form of every word that was asked for: a text repeats most of its words."""

    def __missing__(self, word: str) -> str:
        folded = self[word] = fold(word)
        return folded
