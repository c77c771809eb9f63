"""Which pages of a preview are made first: those that somebody is about to look at."""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from time import perf_counter
from typing import TYPE_CHECKING, TypeVar

from site_builder.build.publishing.files import KnownFile
from site_builder.model.identity import OutputPath
from site_builder.pages.page_id import PageId

if TYPE_CHECKING:
    from site_builder.build.linking import Linking

A_TURN_SECONDS = 0.1
"""How long pages are made that can wait, while an author may save again."""
A_BREATH_SECONDS = 0.01
"""How long in the same build with pages that cannot: after most edits that is enough for all."""
_LAST_RANK = 1
"""Of the pages that are about an entity itself."""

Value = TypeVar("Value")
Wanted = Sequence[tuple[OutputPath, PageId]]


def in_turn(
    pages: Wanted, concerned: Container[str], files: Mapping[OutputPath, KnownFile], shown: AbstractSet[OutputPath]
) -> tuple[Wanted, int]:
    """The pages in the order in which they will be missed, and how many of them cannot wait.

    What is about one of the entities `concerned` cannot, nor what was `shown` to somebody, nor what is new: until it
    is there, links to it lead nowhere.
    """
    first: list[tuple[OutputPath, PageId]] = []
    others: list[tuple[OutputPath, PageId]] = []
    for path, page in pages:
        is_about = page.rank <= _LAST_RANK and page.key in concerned
        (first if is_about or path in shown or path not in files else others).append((path, page))
    others.sort(key=lambda item: item[1].rank)
    return [*first, *others], len(first)


def as_time_allows(pages: Iterable[Value], *, others: int) -> Iterator[Value]:
    """Of pages that can wait those that this build has the time to make, one at least. It made so many `others`."""
    end = perf_counter() + (A_BREATH_SECONDS if others else A_TURN_SECONDS)
    for page in pages:
        yield page
        if perf_counter() > end:
            return


def concerned(linking: "Linking | None") -> frozenset[str]:
    """The entities whose own pages an author looks at after an edit: what was written, and the lists it is on."""
    if linking is None:
        return frozenset()
    return frozenset([*linking.rewritten, *linking.changes.entities, *linking.changes.members])
