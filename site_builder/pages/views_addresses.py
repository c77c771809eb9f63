"""The part of the theme contract that is about addresses which lead to several entries, to another one, or nowhere."""

from site_builder.pages.views import Link, ListItem, View


class DisambiguationView(View, frozen=True, gc=False):
    """disambiguation/*.html, by `disambiguation.html`: several entries of one name."""

    name: str
    items: tuple[ListItem, ...]


class RedirectView(View, frozen=True, gc=False):
    """An alias or a former address, by `redirect.html`."""

    name: str
    """The alias, or the name of the entry."""
    target: Link
    address: str
    """The page it leads on to by itself: the target, with the alias behind "#from=", for a script there to tell."""


class NotFoundView(View, frozen=True, gc=False):
    """404.html, by `404.html`. A host shows it at any depth, so its links begin at the host's top."""

    name: str
    links: tuple[Link, ...]
