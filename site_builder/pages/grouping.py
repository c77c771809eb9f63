"""Lists in parts, each under a heading of its own. What has no heading ends in a part of its own, so nobody is lost."""

from collections.abc import Callable, Iterable, Mapping, Sequence

import msgspec

from site_builder.content.slugs import slugify
from site_builder.graph.collation import initial
from site_builder.graph.encyclopedia import Membership, Occasion
from site_builder.model.dates import PartialDate
from site_builder.model.identity import EntityId
from site_builder.pages.routes import letter_slug
from site_builder.pages.views import Group, ListItem
from site_builder.pages.wording import year_of

_REST = "rest"

Order = tuple[int, str]


class Heading(msgspec.Struct, frozen=True):
    order: Order
    title: str
    id: str
    href: str = ""


def rest(title: str) -> Heading:
    """The heading of what has none, after all others: "Year not known"."""
    return Heading((10_000, ""), title, _REST)


def in_groups(entries: Iterable[tuple[Heading, ListItem]]) -> tuple[Group, ...]:
    """The parts in the order of their headings, each with its items in the order they come in.

    Where nothing has a heading the whole is one part without a title.
    """
    found: dict[str, tuple[Heading, list[ListItem]]] = {}
    for heading, item in entries:
        part = found.get(heading.id)
        if part is None:
            part = found[heading.id] = heading, []
        part[1].append(item)
    if found.keys() == {_REST}:
        return in_one_group(found[_REST][1])
    ordered = sorted(found.values(), key=lambda part: part[0].order)
    return tuple(Group(heading.title, heading.id, heading.href, tuple(items)) for heading, items in ordered)


def in_one_group(items: Iterable[ListItem]) -> tuple[Group, ...]:
    """The whole list as one part without a title; nothing where the list is empty."""
    everything = tuple(items)
    return (Group("", _REST, "", everything),) if everything else ()


def by_letter(entries: Iterable[tuple[str, ListItem]]) -> tuple[Group, ...]:
    """Items, given in the order of the alphabet with the names they sort by, under the letters those begin with."""
    found: dict[str, list[ListItem]] = {}
    for sort_name, item in entries:
        found.setdefault(initial(sort_name), []).append(item)
    return tuple(Group(letter, letter_id(letter), "", tuple(held)) for letter, held in found.items())


def letter_id(letter: str) -> str:
    return f"letter-{letter_slug(letter)}"


def by_term(
    items: Mapping[EntityId, ListItem],
    terms_of: Callable[[EntityId], Sequence[EntityId]],
    heading_of: Callable[[EntityId], Heading],
    otherwise: Heading,
) -> tuple[Group, ...]:
    """Musicians under each of the terms that they have by `terms_of`."""
    headings: dict[EntityId, Heading] = {}
    entries: list[tuple[Heading, ListItem]] = []
    for musician, item in items.items():
        terms = terms_of(musician)
        if not terms:
            entries.append((otherwise, item))
            continue
        for term in terms:
            heading = headings.get(term)
            if heading is None:
                heading = headings[term] = heading_of(term)
            entries.append((heading, item))
    return in_groups(entries)


def by_year(members: Iterable[Membership], item_of: Callable[[EntityId], ListItem]) -> tuple[Group, ...]:
    """Members under each of the years that are told of their membership, the earliest first, with what is told."""
    otherwise = rest("Year not known")
    entries: list[tuple[Heading, ListItem]] = []
    for member in members:
        notes: dict[Heading, dict[str, None]] = {}
        item = item_of(member.musician)
        for occasion in member.occasions or (Occasion(),):
            for heading in map(_year_heading, occasion.years) if occasion.years else (otherwise,):
                notes.setdefault(heading, {})[occasion.note] = None
        entries.extend((heading, with_detail(item, *told)) for heading, told in notes.items())
    return in_groups(entries)


def with_detail(item: ListItem, *details: str) -> ListItem:
    """The item with more said of it."""
    if not any(details):
        return item
    detail = "; ".join(filter(None, (item.detail, *details)))
    return ListItem(item.text, item.href, detail, item.summary, item.count)


def _year_heading(date: PartialDate) -> Heading:
    year = year_of(date)
    doubt = "-perhaps" if date.uncertain else ""
    return Heading((date.sort_key[0], year), year, f"year-{slugify(year)}{doubt}")
