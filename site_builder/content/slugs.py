"""Addresses: *slugs* of pages, made of a-z and 0-9, and *ids* of headings, which keep every script."""

import re
import unicodedata
from collections.abc import Container

from site_builder.model.identity import MAX_SLUG_BYTES, WINDOWS_DEVICES

MAX_ID_LENGTH = 80
"""Characters of a heading's id, without the number that tells it from another."""

# Cyrillic after the Kazakh Latin alphabet of 2021, without its marks (Ä → a, Ğ → g, Ŋ → n); Ş keeps its sound as "sh".
# Letters that alphabet does not have follow ICAO Doc 9303, which passports use.
_CYRILLIC = str.maketrans(
    {
        **dict(zip("аәбвгғдеёжзийкқлмнңоөпрстуұүфхһыіэ", "aabvggdeejziikqlmnnooprstuuufhhyie", strict=True)),
        **dict(zip("ґїѓќўјѕђћ", "gigkujzdc", strict=True)),
    }
    | {"ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ь": "", "ю": "iu", "я": "ia"}
    | {"є": "ie", "љ": "lj", "њ": "nj", "џ": "dz"}
)
_NOT_IN_SLUG = re.compile(r"[^a-z0-9]+")
_APOSTROPHES = str.maketrans("", "", "'’‘ʼ`´")
_DEVICE_SUFFIX = "-x"
_EMPTY_ID = "section"


def slugify(name: str) -> str:
    """The address made from a name, `[a-z0-9]+(-[a-z0-9]+)*`, at most 80 bytes; "" if no letter or digit remains.

    Letters are transliterated one by one, so the same name always has the same address.
    """
    slug = _NOT_IN_SLUG.sub("-", _ascii(name.translate(_APOSTROPHES)).lower()).strip("-")
    if len(slug) > MAX_SLUG_BYTES:
        whole_words, hyphen, _ = slug[: MAX_SLUG_BYTES + 1].rpartition("-")
        slug = whole_words if hyphen else slug[:MAX_SLUG_BYTES]
    return slug + _DEVICE_SUFFIX if slug in WINDOWS_DEVICES else slug


def heading_id(text: str, taken: Container[str]) -> str:
    """An id for a heading that is not in `taken`: letters and digits of every script, small, with hyphens."""
    letters = unicodedata.normalize("NFC", text).lower().translate(_APOSTROPHES)
    words = "".join(c if c == "_" or _is_letter(c) else " " for c in letters).split()
    stem = "-".join(words)[:MAX_ID_LENGTH].rstrip("-") or _EMPTY_ID
    if stem not in taken:
        return stem
    return f"{stem}-{_first_free(stem, taken)}"


def _ascii(text: str) -> str:
    if text.isascii():
        return text
    from anyascii import anyascii

    composed = unicodedata.normalize("NFC", text.lower()).translate(_CYRILLIC)
    if composed.isascii():
        return composed
    words = "".join(c if _is_letter(c) else " " for c in composed)
    return anyascii(words).translate(_APOSTROPHES)


def _is_letter(character: str) -> bool:
    # Vowel signs of Indian scripts are marks, not letters, and are as much a part of the word.
    return character.isalnum() or unicodedata.category(character).startswith("M")


def _first_free(stem: str, taken: Container[str]) -> int:
    # By doubling, then halving: thousands of equal headings on one page must not take quadratic time.
    free = 2
    while f"{stem}-{free}" in taken:
        free *= 2
    used = free // 2
    while free - used > 1:
        middle = (free + used) // 2
        if f"{stem}-{middle}" in taken:
            used = middle
        else:
            free = middle
    return free
