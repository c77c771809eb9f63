"""Steps that change the sources of a site, each a value. An entry is named by its place among the entries, wrapping
round, so that a step can be taken on every site, and a sequence of steps stays one when some are left out."""

from collections.abc import Callable

import msgspec
from msgspec.structs import replace

from site_builder.content.slugs import slugify
from tests.rebuilds.sources import Entry, Site


class Edit(msgspec.Struct, frozen=True):
    def edited(self, site: Site) -> Site:
        """The site after the step; the same where there is nothing to do it to."""
        raise NotImplementedError


class EditProse(Edit, frozen=True):
    """The first paragraph of an entry becomes another."""

    entry: int
    text: str

    def edited(self, site: Site) -> Site:
        return _with(site, self.entry, lambda entry: replace(entry, body=(self.text, *entry.body[1:])))


class AddParagraph(Edit, frozen=True):
    """An entry gets one more paragraph, and loses the first if it has many."""

    entry: int
    text: str

    def edited(self, site: Site) -> Site:
        return _with(site, self.entry, lambda entry: replace(entry, body=(*entry.body[-3:], self.text)))


class DropText(Edit, frozen=True):
    entry: int

    def edited(self, site: Site) -> Site:
        return _with(site, self.entry, lambda entry: replace(entry, body=()))


class CountUp(Edit, frozen=True):
    """The text of an entry changes, and keeps its length."""

    entry: int

    def edited(self, site: Site) -> Site:
        return _with(site, self.entry, lambda entry: replace(entry, number=entry.number + 1))


class SetField(Edit, frozen=True):
    """A field of an entry gets a value as YAML has it; with None it is gone."""

    entry: int
    field: str
    value: str | None

    def edited(self, site: Site) -> Site:
        return _with(site, self.entry, lambda entry: entry.with_field(self.field, self.value))


class MoveFile(Edit, frozen=True):
    """The file of an entry gets another name."""

    entry: int
    stem: str

    def edited(self, site: Site) -> Site:
        def moved(entry: Entry) -> Entry:
            other = replace(entry, stem=self.stem)
            return entry if _has(site, other.path) else other

        return _with(site, self.entry, moved)


class Delete(Edit, frozen=True):
    entry: int

    def edited(self, site: Site) -> Site:
        gone = _chosen(site, self.entry)
        return site.with_entries(entry for entry in site.entries if entry is not gone)


class NewEntry(Edit, frozen=True):
    """A file for somebody or something, whose name others may know already."""

    kind: str
    name: str

    def edited(self, site: Site) -> Site:
        entry = Entry(self.kind, slugify(self.name), (("name", self.name),), ("Of it much is told.",))
        return site if _has(site, entry.path) else site.with_entries((*site.entries, entry))


class SecondOfOneAddress(Edit, frozen=True):
    """Another file claims the address of an entry; it comes before or after it in the folder."""

    entry: int
    first: bool

    def edited(self, site: Site) -> Site:
        entry = _chosen(site, self.entry)
        if entry is None:
            return site
        slug = dict(entry.fields).get("slug", entry.stem)
        other = Entry(entry.kind, "aa" if self.first else "zz", (("name", "Another"), ("slug", slug)), ("Who?",))
        return site if _has(site, other.path) else site.with_entries((*site.entries, other))


class SetSetting(Edit, frozen=True):
    """A setting gets a value as TOML has it; with None it is gone."""

    setting: str
    value: str | None

    def edited(self, site: Site) -> Site:
        return site.with_setting(self.setting, self.value)


class SetFile(Edit, frozen=True):
    """Any other file, such as a template, a style sheet or a picture: new, changed, or with None gone."""

    path: str
    text: str | None

    def edited(self, site: Site) -> Site:
        return site.with_other(self.path, self.text)


class SpoilEntry(Edit, frozen=True):
    """An entry can no longer be read, or a part of it."""

    entry: int
    how: str

    def edited(self, site: Site) -> Site:
        entry = _chosen(site, self.entry)
        return replace(site, spoilt=(*site.spoilt, (entry.path, self.how))) if entry else site


class SpoilFile(Edit, frozen=True):
    """Another file can no longer be read."""

    path: str

    def edited(self, site: Site) -> Site:
        return replace(site, spoilt=(*site.spoilt, (self.path, "ending")))


class Mend(Edit, frozen=True):
    """What was spoilt can be read again."""

    def edited(self, site: Site) -> Site:
        return replace(site, spoilt=())


def _chosen(site: Site, entry: int) -> Entry | None:
    return site.entries[entry % len(site.entries)] if site.entries else None


def _has(site: Site, path: str) -> bool:
    return any(entry.path == path for entry in site.entries)


def _with(site: Site, number: int, change: Callable[[Entry], Entry]) -> Site:
    """The site with that entry changed."""
    chosen = _chosen(site, number)
    return site.with_entries(change(entry) if entry is chosen else entry for entry in site.entries)
