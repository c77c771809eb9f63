"""How names stand in running prose: the *spellings* to look for, and a quick way to see which can be in a text.

A text and a spelling are compared *folded*: one kind of space, apostrophe, quotation mark and hyphen. Folding never
changes the length, so that places in the folded text are places in the text. A *word* is what a spelling can be
looked up by; in scripts without spaces between words (Han, kana, Thai …) any two neighbouring characters are one.
"""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from itertools import pairwise

import msgspec

from site_builder.model.identity import EntityId

_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"  # Thai, Lao, Burmese, Khmer
    "々〇\u3041-\u30ff\u31f0-\u31ffｦ-ﾟ㐀-䶿一-鿿豈-﫿\U00020000-\U0003ffff"  # kana, Han
)
# Not the letters are listed but what stands between words: a combining mark belongs to the word, and \w leaves it out.
_BETWEEN = (
    r"\s\x00-/:-@\[-`{-©«-´¶-¹»-¿×÷\u02c2-\u02c5՚-՟։֊־׀׃׆׳״؉-؍؛-؟٪-٭۔।॥"
    r"\u2000-\u206f\u20a0-\u20cf\u2100-\u2bff\u2e00-\u2e7f\u3000-\u3004\u3008-\u3020\u3030\uff01-\uff0f\uff1a-\uff20"
)
WORD = re.compile(rf"[^{_BETWEEN}{_UNSPACED}]+|[{_UNSPACED}]+")
_ASCII_BETWEEN = str.maketrans({chr(code): " " for code in range(128) if not chr(code).isalnum()})
_UNSPACED_RUN = re.compile(f"[{_UNSPACED}]+")
_APOSTROPHES = "'’‘ʼ"
_HYPHENS = "-‐‑"
_FOLDS = (
    *((character, " ") for character in "\n\t\u00a0\u202f\u2009"),
    *((character, "'") for character in _APOSTROPHES[1:]),
    *((character, '"') for character in "“”„"),
    *((character, "-") for character in "‐‑–"),
)
_ASCII_FOLDS = tuple(fold for fold in _FOLDS if fold[0].isascii())


class Spelling(msgspec.Struct, frozen=True, gc=False):
    """One way in which prose can name one or several entities."""

    text: str
    """Folded; in small letters where case does not matter."""
    any_case: bool
    words: tuple[str, ...]
    """The rarest first."""
    entities: tuple[EntityId, ...]


class Lexicon(msgspec.Struct, frozen=True):
    """All spellings, each under the one of its words that the fewest others have."""

    spellings: Mapping[str, tuple[Spelling, ...]] = {}

    def possible_in(self, words: set[str]) -> list[Spelling]:
        """The spellings whose words are all among `words`, in no particular order."""
        # Most spellings have two words, so that one more look tells; a superset is asked for three times as slowly.
        return [
            spelling
            for rarest in self.spellings.keys() & words
            for spelling in self.spellings[rarest]
            if spelling.words[-1] in words and words.issuperset(spelling.words)
        ]


def build_lexicon(names: Iterable[tuple[str, EntityId]], any_case: frozenset[str]) -> Lexicon:
    """The lexicon of these names; those of the kinds in `any_case` are ordinary words, found in small letters too."""
    entities: dict[tuple[str, bool], set[EntityId]] = defaultdict(set)
    for name, entity in names:
        folded = fold(unicodedata.normalize("NFC", " ".join(name.split())))
        if _can_be_found(folded):
            ignores_case = entity.partition("/")[0] in any_case
            entities[lower(folded) if ignores_case else folded, ignores_case].add(entity)
    words = {text: words_of(lower(text)) for text, _ in entities}
    frequency = Counter(word for text, _ in entities for word in words[text])
    by_word: dict[str, list[Spelling]] = defaultdict(list)
    for text, ignores_case in sorted(entities):
        rarest_first = tuple(sorted(words[text], key=lambda word: (frequency[word], word)))
        meant = tuple(sorted(entities[text, ignores_case]))
        by_word[rarest_first[0]].append(Spelling(text, ignores_case, rarest_first, meant))
    return Lexicon({word: tuple(by_word[word]) for word in sorted(by_word)})


def fold(text: str) -> str:
    """The text with one kind of space, apostrophe, quotation mark and hyphen, each at its place."""
    for character, replacement in _ASCII_FOLDS if text.isascii() else _FOLDS:
        text = text.replace(character, replacement)
    return text


def lower(text: str) -> str:
    """The text in small letters, each at its place."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(small if len(small := character.lower()) == 1 else character for character in text)


def words_of(lowered: str) -> set[str]:
    """The words of a folded text in small letters."""
    if lowered.isascii():
        return set(lowered.translate(_ASCII_BETWEEN).split())  # three times as quick
    words = set(WORD.findall(lowered))
    for run in _UNSPACED_RUN.findall(lowered):
        words.discard(run)
        words.update(run, map("".join, pairwise(run)))
    return words


def is_bounded(text: str, start: int, end: int) -> bool:
    """Whether a name at this place of a text, as written, stands by itself and not inside a longer word or name.

    "Taro's" and "Almaty-born" hold the names "Taro" and "Almaty"; "O'Brien" is no Brien, "Rimsky-Korsakov" no Rimsky.
    """
    if _is_inside_word(text, start) or _is_inside_word(text, end):
        return False
    before, after = text[max(0, start - 2) : start], text[end : end + 2]
    if len(before) == 2 and _is_letter(before[0]) and before[1] in _HYPHENS:
        return False
    if len(before) == 2 and before[0].isupper() and before[1] in _APOSTROPHES:
        return False
    return not (len(after) == 2 and after[0] in _HYPHENS and after[1].isupper())


def _can_be_found(folded: str) -> bool:
    """Whether prose that has this text speaks of the name: single letters and numbers stand for too much else."""
    letters = "".join(WORD.findall(folded))
    return len(letters) > 1 and any(character.isalpha() for character in letters)


def _is_inside_word(text: str, place: int) -> bool:
    return 0 < place < len(text) and _is_letter(text[place - 1]) and _is_letter(text[place])


def _is_letter(character: str) -> bool:
    """Whether the character is part of words that have spaces between them."""
    if character.isascii():
        return character.isalnum()
    return WORD.match(character) is not None and _UNSPACED_RUN.match(character) is None
