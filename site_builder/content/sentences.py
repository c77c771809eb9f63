"""The sentence around a link: what a backlink shows of the entry it comes from.

A sentence never leaves its *block* (a paragraph, an item, a cell). Where it ends is decided by punctuation, with
abbreviations, initials and quotation marks in mind; it is a heuristic, as nothing else can be.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from html import unescape
from itertools import dropwhile

from site_builder.model.facts import Hole, Html, Part, Prose, Reference, Sentence

MAX_SENTENCE = 240
"""Characters of a sentence, its link included, beyond which it is shortened at a word."""
ELLIPSIS = "…"

# Twice what may be shown: enough to see whether a sentence begins or ends in there.
_REACH = 2 * MAX_SENTENCE
_MAX_MARKUP = 4_000
_STRETCH = 100
# On either side of a link. Nobody links twenty names in half a sentence.
_MAX_PARTS = 40

# "XX*" and not "X+", so that the search can skip to the first sign: it takes half the time.
_END = re.compile(r"""[.!?…。！？][.!?…。！？]*["'”’»)\]」』]*(?:\s+|(?<=[。！？」』]))""")
_UP_TO_LAST_WORD = re.compile(r".*[\s(\[“‘«\"]", re.DOTALL)
_FIRST_WORD = re.compile(r"[\s(\[“‘«\"']*(\w*)")


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_ABBREVIATIONS = _words(
    "al approx arr b bros c ca capt cf col comp d dir dr e.g ed esp fig fl fr gen gov hon i.e lt maj mme mlle mr mrs "
    "ms mt mus nr op orch p pp prof pub r rec rev sen sgt st ste sym trans v vol vs "
    "jan feb mar apr jun jul aug sep sept oct nov dec"
)
# After an initial or "U.S.S.R." a new sentence is only certain where it begins like one.
_OPENERS = _words(
    "A After An As At Before But By During For From He Her His I If In It Its Later On Since She So The Their Then "
    "There These They This Those Though Three Two Until We When While With"
)
BLOCK_TAG = re.compile(
    r"</?(?:p|li|ul|ol|dl|dd|dt|td|th|tr|table|thead|tbody|tfoot|caption|blockquote|div|h[1-6]|hr|pre|figure|figcaption|"
    r"section|details|summary)\b[^>]*>"
)
FOOTNOTE_MARK = re.compile(r'<sup id="[^"]*fnref[^"]*">.*?</sup>')
_TAG = re.compile(r"<[^>]*>")
_SPACE = re.compile(r"\s+")


def sentence_around(
    parts: Sequence[Part], references: Sequence[Reference], part_index: int, start: int, end: int
) -> Sentence:
    """The sentence around characters `start` to `end` of a prose part, or around a hole (whose bounds do not count)."""
    part = parts[part_index]
    before, after = "", ""
    if isinstance(part, Prose):
        before, link, after = part.text[:start], part.text[start:end], part.text[end:]
    else:
        link = text_of_part(part, references)
    before = _sentence_before(parts, references, part_index, before[-_REACH:], link)
    after = _sentence_after(parts, references, part_index, link, after[:_REACH])
    return _shortened(_one_line(before).lstrip(), _one_line(link), _one_line(after).rstrip())


def text_of_part(part: Part, references: Sequence[Reference]) -> str:
    """What a reader sees of the part, as plain text."""
    match part:
        case Prose():
            return part.text
        case Hole():
            reference = references[part.reference]
            return reference.label or reference.target
        case Html():
            return _plain(part.html)


def opening_of(parts: Sequence[Part], references: Sequence[Reference], limit: int) -> str:
    """The beginning of the first paragraph, as plain text in at most `limit` characters."""
    text = ""
    for part in dropwhile(lambda part: isinstance(part, Html), parts):
        piece, ended = _within_block(part, references, from_end=False)
        text += piece
        if ended or len(text) > limit:
            break
    return shorten(" ".join(text.split()), limit)


def shorten(text: str, limit: int) -> str:
    """The text, or as many of its first words as fit into `limit` characters, with an ellipsis."""
    if len(text) <= limit:
        return text
    head = text[: limit - 1]
    cut = text.rfind(" ", limit // 2, limit)
    return (head[:cut] if cut > 0 else head).rstrip(" ,;:–—-") + ELLIPSIS


def _one_line(text: str) -> str:
    return _SPACE.sub(" ", text) if "\n" in text or "  " in text else text


def _sentence_before(
    parts: Sequence[Part], references: Sequence[Reference], index: int, nearest: str, link: str
) -> str:
    """What the sentence has before the link: walks back until it begins, its block begins, or enough is known."""
    text, fresh = nearest, len(nearest)
    for position in range(index - 1, max(-1, index - 1 - _MAX_PARTS), -1):
        start = _start_of_sentence(text, link, fresh)
        if start or len(text) > _REACH:
            return text[start:]
        piece, ended = _within_block(parts[position], references, from_end=True)
        text, fresh = piece + text, len(piece) + 1
        if ended:
            break
    return text[_start_of_sentence(text, link, fresh) :]


def _sentence_after(parts: Sequence[Part], references: Sequence[Reference], index: int, link: str, nearest: str) -> str:
    """What the sentence has after the link, with the sign that ends it."""
    text, known = link + nearest, 0
    for position in range(index + 1, min(len(parts), index + 1 + _MAX_PARTS)):
        end = _end_of_sentence(text, len(link), known)
        if end or len(text) > _REACH + len(link):
            return text[len(link) : end or len(text)]
        piece, ended = _within_block(parts[position], references, from_end=False)
        # A full stop may have been the last sign so far, and the blank after it the first of the piece.
        text, known = text + piece, max(0, len(text) - 3)
        if ended:
            break
    return text[len(link) : _end_of_sentence(f"{text} ", len(link), known) or len(text)]


def _within_block(part: Part, references: Sequence[Reference], *, from_end: bool) -> tuple[str, bool]:
    """The text of a neighbouring part as far as it belongs to the same block, and whether the block ends there."""
    if isinstance(part, Prose):
        return part.text, False
    if isinstance(part, Hole):
        return text_of_part(part, references), False
    html = part.html
    if len(html) > _MAX_MARKUP:
        html = html[-_MAX_MARKUP:].partition(">")[2] if from_end else html[:_MAX_MARKUP].rpartition("<")[0]
    first, last, ended = _edges(html)
    return (last if from_end else first), ended


# A page consists of few different pieces of markup: "<em>", "</li>\n<li>" …
@lru_cache(maxsize=1024)
def _edges(html: str) -> tuple[str, str, bool]:
    """The text before the first block tag and after the last one, and whether there is any."""
    boundaries = list(BLOCK_TAG.finditer(html))
    if not boundaries:
        text = _plain(html)
        return text, text, False
    return _plain(html[: boundaries[0].start()]), _plain(html[boundaries[-1].end() :]), True


def _plain(html: str) -> str:
    if "<sup" in html:
        html = FOOTNOTE_MARK.sub("", html)
    return unescape(_TAG.sub("", html.replace("<br>", " ")))


def _start_of_sentence(before: str, link: str, fresh: int) -> int:
    """Where the last sentence begins, by the ends in the first `fresh` characters; 0 if there is none."""
    # Most begin near the link. The text is searched from its end, in stretches that no end of a sentence reaches across.
    stop = fresh
    while stop > 0:
        start = max(0, stop - _STRETCH)
        while start and not before[start - 1].isalnum():
            start -= 1
        for match in reversed(list(_END.finditer(before, start, stop))):
            if _ends_sentence(before, match, before[match.end() :] or link):
                return match.end()
        stop = start
    return 0


def _end_of_sentence(text: str, link_length: int, known: int) -> int:
    """Where the sentence of the link that `text` begins with ends, by the ends after `known`; 0 if it goes on."""
    for match in _END.finditer(text, known):
        # A full stop inside the link is part of the name.
        if match.end() > link_length and _ends_sentence(text, match, text[match.end() :]):
            return match.end()
    return 0


def _ends_sentence(text: str, match: re.Match[str], following: str) -> bool:
    first = _FIRST_WORD.match(following)
    opener = first.group(1) if first else ""
    if opener[:1].islower():
        return False
    if text[match.start()] != "." or text[match.start() : match.start() + 2] == "..":
        return True
    nearest = text[max(0, match.start() - 40) : match.start()]
    word = _last_word(nearest)
    if word.lower() in _ABBREVIATIONS or word in ("No", "Nos"):
        return False
    if (len(word) == 1 and word.isalpha()) or "." in word:
        return not opener or opener in _OPENERS
    return True


def _last_word(text: str) -> str:
    """What follows the last space or opening sign."""
    if text[-1:].isalpha():
        *_, word = text.rsplit(None, 1)
        if word.isalpha():
            return word
    others = _UP_TO_LAST_WORD.match(text)
    return text[others.end() :] if others else text


def _shortened(before: str, link: str, after: str) -> Sentence:
    room = max(0, MAX_SENTENCE - len(link))
    if len(before) + len(after) <= room:
        return Sentence(before, link, after)
    for_after = min(len(after), max(room // 2, room - len(before)))
    return Sentence(_last_words(before, room - for_after), link, shorten(after, for_after) if for_after else "")


def _last_words(text: str, limit: int) -> str:
    if len(text) <= limit:
        return text
    tail = text[len(text) - limit :] if limit else ""
    _, space, whole = tail.partition(" ")
    return f"{ELLIPSIS} {whole}" if space else ELLIPSIS
