"""All musicians from A to Z: on one page, or, where they are many, on one for each letter."""

from collections.abc import Iterator, Mapping, Sequence

from site_builder.graph.collation import NO_LETTER, NUMBERS, initial
from site_builder.graph.encyclopedia import Entity
from site_builder.model.identity import EntityId, OutputPath
from site_builder.pages.edition import Edition
from site_builder.pages.frame import collection, frame, request
from site_builder.pages.grouping import by_letter, letter_id
from site_builder.pages.request import TemplatePage
from site_builder.pages.routes import ALPHABET, letter_page, letter_slug
from site_builder.pages.views import AlphabetView, Group, LetterLink, Link, ListItem
from site_builder.pages.wording import counted

MOST_ON_ONE_PAGE = 500
_NAME = "Musicians from A to Z"

_Letters = Mapping[str, Sequence[Entity]]


def alphabet_pages(edition: Edition) -> Iterator[TemplatePage]:
    musicians = edition.census.musicians
    letters: dict[str, list[Entity]] = {}
    for musician in musicians:
        letters.setdefault(initial(musician.sort_name), []).append(musician)
    if len(musicians) <= MOST_ON_ONE_PAGE:
        links = tuple(LetterLink(letter, f"#{letter_id(letter)}", len(held)) for letter, held in letters.items())
        yield _overview(edition, links, by_letter(musicians, edition.top.items))
        return
    yield _overview(edition, _links_to_pages(edition.top.root, letters, here=""), ())
    for letter, held in letters.items():
        yield _letter(edition, letter, held, _links_to_pages(edition.below.root, letters, here=letter))


def _links_to_pages(root: str, letters: _Letters, *, here: str) -> tuple[LetterLink, ...]:
    return tuple(
        LetterLink(letter, "" if letter == here else root + letter_page(letter_slug(letter)), len(held))
        for letter, held in letters.items()
    )


def _overview(edition: Edition, letters: tuple[LetterLink, ...], groups: tuple[Group, ...]) -> TemplatePage:
    count = len(edition.census.musicians)
    page_description = f"All {counted(count, 'musician')} in the order of the alphabet"
    view = AlphabetView(_NAME, letters, count, groups)
    return _request(edition, ALPHABET, _NAME, page_description, (), view)


def _letter(edition: Edition, letter: str, held: Sequence[Entity], letters: tuple[LetterLink, ...]) -> TemplatePage:
    name = f"Musicians: {letter}"
    description = f"{counted(len(held), 'musician')} under {letter}, from {held[0].sort_name} to {held[-1].sort_name}"
    trail = (Link(_NAME, edition.below.root + ALPHABET),)
    view = AlphabetView(name, letters, len(held), _openings(held, edition.below.items))
    return _request(edition, letter_page(letter_slug(letter)), name, description, trail, view)


def _request(
    edition: Edition, path: OutputPath, name: str, description: str, trail: Sequence[Link], view: AlphabetView
) -> TemplatePage:
    about = collection(edition, path, name, description)
    page = frame(edition, path, title=name, description=description, type="alphabet", trail=trail, about=about)
    return request(edition, "alphabet.html", page, view)


def _openings(musicians: Sequence[Entity], items: Mapping[EntityId, ListItem]) -> tuple[Group, ...]:
    """The musicians of one letter under the first two of their names: "Sa", "Sc" …"""
    found: dict[tuple[str, ...], list[ListItem]] = {}
    for musician in musicians:
        found.setdefault(_opening(musician.sort_name), []).append(items[musician.id])
    return tuple(
        Group("".join(opening).capitalize(), "-".join(["letter", *map(letter_slug, opening)]), "", tuple(held))
        for opening, held in found.items()
    )


def _opening(name: str) -> tuple[str, ...]:
    """The first two letters: of "O'Brien, Flann" O and B. Numbers, and names without letters, have one sign."""
    word = next((word for word in name.split() if any(map(str.isalnum, word))), "")
    first = initial(name)
    second = [initial(character) for character in word if character.isalnum()][1:2]
    return (first,) if first in (NUMBERS, NO_LETTER) else (first, *second)
