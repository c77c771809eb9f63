"""All musicians from A to Z: on one page, or, where they are many, on one for each letter."""

from collections.abc import Sequence

from site_builder.graph.collation import NO_LETTER, NUMBERS, initial
from site_builder.model.identity import EntityId, OutputPath
from site_builder.pages.edition import Edition
from site_builder.pages.frame import collection, frame, request
from site_builder.pages.grouping import letter_id
from site_builder.pages.request import TemplatePage
from site_builder.pages.routes import ALPHABET, letter_page, letter_slug
from site_builder.pages.views import AlphabetView, Group, LetterLink, Link, ListItem
from site_builder.pages.wording import counted

MOST_ON_ONE_PAGE = 500
_NAME = "Musicians from A to Z"


def alphabet_page(edition: Edition) -> TemplatePage:
    """a-z.html: everybody, or, where they are many, the letters that lead to pages of their own."""
    alphabet, vantage = edition.tables.alphabet(), edition.top
    count = sum(letter.count for letter in alphabet)
    groups: tuple[Group, ...] = ()
    if count > MOST_ON_ONE_PAGE:
        letters = _links_to_pages(edition, vantage.root, here="")
    else:
        letters = tuple(LetterLink(letter.name, f"#{letter_id(letter.name)}", letter.count) for letter in alphabet)
        groups = tuple(_group(edition, letter.name) for letter in alphabet)
    page_description = f"All {counted(count, 'musician')} in the order of the alphabet"
    view = AlphabetView(_NAME, letters, count, groups)
    return _request(edition, ALPHABET, _NAME, page_description, (), view)


def letter_of_alphabet(edition: Edition, letter: str) -> TemplatePage:
    """a-z/*.html: the musicians under one letter, where all are too many for one page."""
    name, held = f"Musicians: {letter}", edition.tables.letters[letter]
    first, last = edition.outline(held[0]).sort_name, edition.outline(held[-1]).sort_name
    description = f"{counted(len(held), 'musician')} under {letter}, from {first} to {last}"
    letters = _links_to_pages(edition, edition.below.root, here=letter)
    trail = (Link(_NAME, edition.below.root + ALPHABET),)
    view = AlphabetView(name, letters, len(held), _openings(edition, held))
    return _request(edition, letter_page(letter_slug(letter)), name, description, trail, view)


def _links_to_pages(edition: Edition, root: str, *, here: str) -> tuple[LetterLink, ...]:
    return tuple(
        LetterLink(
            letter.name, "" if letter.name == here else root + letter_page(letter_slug(letter.name)), letter.count
        )
        for letter in edition.tables.alphabet()
    )


def _group(edition: Edition, letter: str) -> Group:
    return Group(letter, letter_id(letter), "", tuple(map(edition.top.item, edition.tables.letters[letter])))


def _request(
    edition: Edition, path: OutputPath, name: str, description: str, trail: Sequence[Link], view: AlphabetView
) -> TemplatePage:
    about = collection(edition, path, name, description)
    page = frame(edition, path, title=name, description=description, type="alphabet", trail=trail, about=about)
    return request(edition, "alphabet.html", page, view)


def _openings(edition: Edition, musicians: Sequence[EntityId]) -> tuple[Group, ...]:
    """The musicians of one letter under the first two of their names: "Sa", "Sc" …"""
    found: dict[tuple[str, ...], list[ListItem]] = {}
    for musician in musicians:
        found.setdefault(_opening(edition.outline(musician).sort_name), []).append(edition.below.item(musician))
    return tuple(
        Group("".join(opening).capitalize(), "-".join(["letter", *map(letter_slug, opening)]), "", tuple(held))
        for opening, held in found.items()
    )


def _opening(name: str) -> tuple[str, ...]:
    """The first two letters: of "O'Brien, Flann" O and B. Numbers, and names without letters, have one sign."""
    word = next((word for word in name.split() if any(map(str.isalnum, word))), "")
    first = initial(name)
    second = [character for character in word if character.isalnum()][1:2]
    return (first,) if first in (NUMBERS, NO_LETTER) else (first, *map(initial, second))
