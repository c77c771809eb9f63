"""The part of the theme contract that is about searching."""

from site_builder.pages.views import Link, View


class SearchView(View, frozen=True, gc=False):
    """`search.html`: the form, and what to use instead where no script runs."""

    name: str
    texts: bool
    """Whether the texts can be searched as well, and not the names alone."""
    lists: tuple[Link, ...]
    """All lists of the site, the alphabet first."""
