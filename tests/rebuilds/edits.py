"""Steps that change the sources of a site, each a value. Numbers choose among what is there, wrapping round, so that
every step can be taken on every site, and a sequence of steps stays one when some are left out."""

from collections.abc import Callable, Sequence
from typing import TypeVar

import msgspec
from msgspec.structs import replace

from site_builder.content.slugs import slugify
from tests.rebuilds.sources import SPOILS, Entry, Site
from tests.rebuilds.words import ASSETS, FIELDS, KINDS, LAYERS, NAMES, SENTENCES, SETTINGS, TEMPLATES, TERMS

Choice = TypeVar("Choice")


class Edit(msgspec.Struct, frozen=True):
    def edited(self, site: Site) -> Site:
        """The site after the step; the same where there is nothing to do it to."""
        raise NotImplementedError


class EditProse(Edit, frozen=True):
    """The first paragraph of an entry becomes another."""

    entry: int
    sentence: int

    def edited(self, site: Site) -> Site:
        sentence = _chosen(SENTENCES, self.sentence)
        return _with(site, self.entry, lambda entry: replace(entry, body=(sentence, *entry.body[1:])))


class AddParagraph(Edit, frozen=True):
    entry: int
    sentence: int

    def edited(self, site: Site) -> Site:
        sentence = _chosen(SENTENCES, self.sentence)
        return _with(site, self.entry, lambda entry: replace(entry, body=(*entry.body[-3:], sentence)))


class MentionName(Edit, frozen=True):
    """An entry speaks of a name, or links to it."""

    entry: int
    name: int
    linked: bool

    def edited(self, site: Site) -> Site:
        name = _chosen(NAMES, self.name)
        sentence = f"Then came [[{name}]]." if self.linked else f"Then came {name}."
        return _with(site, self.entry, lambda entry: replace(entry, body=(*entry.body[-3:], sentence)))


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
    """A field of an entry gets a value; 0 takes it away."""

    entry: int
    field: int
    value: int

    def edited(self, site: Site) -> Site:
        def changed(entry: Entry) -> Entry:
            field = _chosen(sorted(FIELDS[entry.kind]), self.field)
            return entry.with_field(field, _chosen((None, *FIELDS[entry.kind][field]), self.value))

        return _with(site, self.entry, changed)


class Rename(Edit, frozen=True):
    """An entry gets another name."""

    entry: int
    name: int

    def edited(self, site: Site) -> Site:
        return _with(
            site, self.entry, lambda entry: entry.with_field("name", _chosen((*TERMS[entry.kind], *NAMES), self.name))
        )


class MoveFile(Edit, frozen=True):
    """The file of an entry gets another name, or another folder."""

    entry: int
    kind: int
    name: int

    def edited(self, site: Site) -> Site:
        def moved(entry: Entry) -> Entry:
            # A folder is changed seldom: what an entry says rarely fits another kind.
            kind = _chosen((*(entry.kind for _ in range(6)), *KINDS), self.kind)
            other = replace(entry, kind=kind, stem=slugify(_chosen(NAMES, self.name)))
            return entry if _has(site, other.path) else other

        return _with(site, self.entry, moved)


class Delete(Edit, frozen=True):
    entry: int

    def edited(self, site: Site) -> Site:
        gone = _chosen(site.entries, self.entry) if site.entries else None
        return site.with_entries(entry for entry in site.entries if entry is not gone)


class NewEntry(Edit, frozen=True):
    """A file for somebody or something, whose name others may know already."""

    kind: int
    name: int

    def edited(self, site: Site) -> Site:
        kind = _chosen(KINDS, self.kind)
        name = _chosen(TERMS[kind], self.name)
        entry = Entry(kind, slugify(name), (("name", name),), ("Of it much is told.",))
        return site if _has(site, entry.path) else site.with_entries((*site.entries, entry))


class SecondOfOneAddress(Edit, frozen=True):
    """Another file claims the address of an entry; it comes before or after it in the folder."""

    entry: int
    first: bool

    def edited(self, site: Site) -> Site:
        if not site.entries:
            return site
        entry = _chosen(site.entries, self.entry)
        slug = dict(entry.fields).get("slug", entry.stem)
        other = Entry(entry.kind, "aa" if self.first else "zz", (("name", "Another"), ("slug", slug)), ("Who?",))
        return site if _has(site, other.path) else site.with_entries((*site.entries, other))


class SetSetting(Edit, frozen=True):
    """A setting gets a value; 0 takes it away."""

    setting: int
    value: int

    def edited(self, site: Site) -> Site:
        key = _chosen(sorted(SETTINGS), self.setting)
        return site.with_setting(key, _chosen((None, *SETTINGS[key]), self.value))


class SetTemplate(Edit, frozen=True):
    """A template of the site's own: it changes, it shadows another, and with 0 it is gone again."""

    layer: int
    template: int
    text: int

    def edited(self, site: Site) -> Site:
        name = _chosen(sorted(TEMPLATES), self.template)
        path = f"{_chosen(LAYERS, self.layer)}/templates/{name}"
        return site.with_other(path, _chosen((None, *TEMPLATES[name]), self.text))


class SetAsset(Edit, frozen=True):
    """The same for style sheets."""

    layer: int
    asset: int
    text: int

    def edited(self, site: Site) -> Site:
        name = _chosen(sorted(ASSETS), self.asset)
        path = f"{_chosen(LAYERS, self.layer)}/static/{name}"
        return site.with_other(path, _chosen((None, *ASSETS[name]), self.text))


class SetFile(Edit, frozen=True):
    """A picture comes, changes and goes; files lie where they mean nothing."""

    file: int
    text: int

    def edited(self, site: Site) -> Site:
        path = _chosen(
            ("content/musicians/hall.png", "content/musicians/face.jpg", "content/musicians/notes.txt", "content/x.md"),
            self.file,
        )
        return site.with_other(path, _chosen((None, "a picture", "another"), self.text))


class Spoil(Edit, frozen=True):
    """A file can no longer be read, or a part of it."""

    file: int
    how: int

    def edited(self, site: Site) -> Site:
        readable = [path for path in sorted(site.files()) if path.endswith((".md", ".toml", ".html"))]
        return replace(site, spoilt=(*site.spoilt, (_chosen(readable, self.file), _chosen(SPOILS, self.how))))


class Mend(Edit, frozen=True):
    """What was spoilt can be read again."""

    def edited(self, site: Site) -> Site:
        return replace(site, spoilt=())


class Together(Edit, frozen=True):
    """Several edits between two builds."""

    edits: tuple[Edit, ...]

    def edited(self, site: Site) -> Site:
        for edit in self.edits:
            site = edit.edited(site)
        return site


def _chosen(choices: Sequence[Choice], number: int) -> Choice:
    return choices[number % len(choices)]


def _has(site: Site, path: str) -> bool:
    return any(entry.path == path for entry in site.entries)


def _with(site: Site, number: int, change: Callable[[Entry], Entry]) -> Site:
    """The site with that entry changed."""
    if not site.entries:
        return site
    chosen = number % len(site.entries)
    return site.with_entries(change(entry) if index == chosen else entry for index, entry in enumerate(site.entries))
