"""The order of the alphabet, over several scripts.

A text is compared by its *letters* first: without case, accents and punctuation, each in its place in its own
alphabet, and numbers by value. Accents and case decide only between texts of the same letters.
"""

import re
import unicodedata

_LATIN = "abcdefghijklmnopqrstuvwxyz"
# The Kazakh alphabet, with the letters that other languages add beside the ones they come from.
_CYRILLIC = "аәбвгґғдђеёєжҗзѕийӣјкқлљмнңњоөпрстћуўӯұүфхҳһцчҷџшщъыіїьэюя"
_GREEK = "αβγδεζηθικλμνξοπρστυφχψω"
_GEORGIAN = "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ"
_ARMENIAN = "աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆ"
_ARABIC = "ءابپتثجچحخدذرزژسشصضطظعغفقکگلمنهوی"
_HEBREW = "אבגדהוזחטיכלמנסעפצקרשת"
_KANA = "あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわゐゑをん"
_ALPHABETS = (_LATIN, _CYRILLIC, _GREEK, _GEORGIAN, _ARMENIAN, _ARABIC, _HEBREW, _KANA)

_VARIANTS = {
    **dict(zip("øđðłħıŋəɓɗƙŧĸ", "oddlhinabdktk", strict=True)),
    **dict(zip("æœßþև", ("ae", "oe", "ss", "th", "եւ"), strict=True)),
    **dict(zip("آأإٱؤئىيكةۀۃ", "ااااویییکههه", strict=True)),
    **dict(zip("ςךםןףץ", "σכמנפצ", strict=True)),
    **dict(zip("ぁぃぅぇぉっゃゅょゎゕゖ", "あいうえおつやゆよわかけ", strict=True)),
}
"""Letters that stand where others do, in small letters."""

_COMMA, _SPACE, _NUMBER = "\x02", "\x03", "0"
_FIRST_WEIGHT = 0xE000
_UNLISTED = "\uf8ff"
"""Before a letter of no alphabet above, such as a Han character: these follow all others, by code point."""
_LEVEL = "\x01"
_LONGEST_NUMBER = 0xD000

_WEIGHTS = {
    **{letter: chr(_FIRST_WEIGHT + place) for place, letter in enumerate("".join(_ALPHABETS))},
    **{letter: letter for letter in _LATIN},
    " ": _SPACE,
    ",": _COMMA,
}
_DIGITS = re.compile(r"(\d+)")
_HANGUL_INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_KATAKANA_TO_HIRAGANA = {katakana: katakana - 0x60 for katakana in range(0x30A1, 0x30F7)}

NUMBERS = "0–9"
"""The heading of names that begin with a number."""
NO_LETTER = "#"
"""The heading of names without a letter or digit."""


def sort_key(text: str) -> str:
    """A text that compares as `text` does in the order of the alphabet; different texts may have equal keys.

    A comma sorts before a space and a space before every letter: "Bach, Johann", "Bach Choir", "Bacharach".
    """
    folded = unicodedata.normalize("NFC", text.casefold())
    return f"{_weights(folded).strip(_COMMA + _SPACE)}{_LEVEL}{folded}"


def initial(text: str) -> str:
    """The heading under which `text` stands in an A–Z: "É…" under "E", "Қ…" under "Қ", "2…" under "0–9"."""
    for character in unicodedata.normalize("NFC", text.casefold()):
        if character.isdecimal():
            return NUMBERS
        letters = _letters(character)
        if letters:
            return _heading(letters[0])
    return NO_LETTER


def _weights(folded: str) -> str:
    pieces = []
    for index, piece in enumerate(_DIGITS.split(folded)):
        pieces.append(_number(piece) if index % 2 else "".join(map(_weight, piece)))
    return "".join(pieces)


def _number(digits: str) -> str:
    # The number of digits comes first, so that 9 sorts before 10.
    value = "".join(str(unicodedata.decimal(digit)) for digit in digits).lstrip("0")
    return f"{_NUMBER}{chr(0x100 + min(len(value), _LONGEST_NUMBER))}{value}"


def _weight(character: str) -> str:
    known = _WEIGHTS.get(character)
    if known is not None:
        return known
    if character.isspace():
        return _SPACE
    return "".join(_WEIGHTS.get(letter) or _UNLISTED + letter for letter in _letters(character))


def _letters(character: str) -> str:
    """The letters that a folded character counts as; "" for punctuation and marks."""
    if character in _WEIGHTS:
        return character if character.isalpha() else ""
    if character in _VARIANTS:
        return _VARIANTS[character]
    decomposed = unicodedata.normalize("NFKD", character).translate(_KATAKANA_TO_HIRAGANA)
    if decomposed != character and not _is_hangul(character):
        return "".join(_letters(part) for part in decomposed if part != character)
    return character if unicodedata.category(character) in ("Ll", "Lu", "Lt", "Lo", "Nl", "No") else ""


def _heading(letter: str) -> str:
    if _is_hangul(letter):
        return _HANGUL_INITIALS[(ord(letter) - 0xAC00) // 588]
    # Capitals of Georgian exist for headlines only, and few fonts have them.
    return letter if letter in _GEORGIAN else letter.upper()


def _is_hangul(character: str) -> bool:
    return "가" <= character <= "힣"
