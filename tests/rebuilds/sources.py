"""A small site as a value, and the files that it is on disk."""

from collections.abc import Callable, Iterable, Mapping

import msgspec

_SPOILING: Mapping[str, Callable[[str], str]] = {
    "field": lambda text: text.replace("\n---\n", "\nbroken: [\n---\n", 1),
    "opening": lambda text: text.replace("-", "", 1),
    "ending": lambda text: f"{text}\n{{% broken [\n",
}
SPOILS = ("field", "opening")
"""One field of an entry cannot be read; nothing of it can. An odd ending is for site.toml and templates."""


class Entry(msgspec.Struct, frozen=True):
    """A content file: its front matter, each value as YAML has it, and its paragraphs."""

    kind: str
    stem: str
    fields: tuple[tuple[str, str], ...]
    body: tuple[str, ...] = ()
    number: int = 0
    """Stands in the text with three digits, so that a text can change and keep its length."""

    @property
    def path(self) -> str:
        return f"content/{self.kind}/{self.stem}.md"

    def with_field(self, key: str, value: str | None) -> "Entry":
        """The same with that field, in its old place if it had one; without it if the value is None."""
        fields = {**dict(self.fields), key: value}
        kept = tuple((key, value) for key, value in fields.items() if value is not None)
        return msgspec.structs.replace(self, fields=kept)

    def text(self) -> str:
        front_matter = "".join(f"{key}: {value}\n" for key, value in self.fields)
        paragraphs = (*self.body, f"No. {self.number % 1000:03}.")
        return f"---\n{front_matter}---\n\n" + "\n\n".join(paragraphs) + "\n"


class Site(msgspec.Struct, frozen=True):
    """All sources of a site."""

    entries: tuple[Entry, ...] = ()
    settings: tuple[tuple[str, str], ...] = ()
    """In the order of site.toml, each value as TOML has it."""
    others: tuple[tuple[str, str], ...] = ()
    """Every other file and its text: themes, overrides, pictures, strays."""
    spoilt: tuple[tuple[str, str], ...] = ()
    """Files whose text is no longer what it should be, each with one of `SPOILS`."""

    def with_entries(self, entries: Iterable[Entry]) -> "Site":
        return msgspec.structs.replace(self, entries=tuple(entries))

    def with_setting(self, key: str, value: str | None) -> "Site":
        settings = {**dict(self.settings), key: value}
        kept = tuple((key, value) for key, value in settings.items() if value is not None)
        return msgspec.structs.replace(self, settings=kept)

    def with_other(self, path: str, text: str | None) -> "Site":
        others = {**dict(self.others), path: text}
        kept = tuple((path, text) for path, text in others.items() if text is not None)
        return msgspec.structs.replace(self, others=kept)

    def files(self) -> Mapping[str, bytes]:
        """What each file of the site holds, by its path below the site's folder."""
        texts = {
            "site.toml": "".join(f"{key} = {value}\n" for key, value in self.settings),
            **dict(self.others),
            **{entry.path: entry.text() for entry in self.entries},
        }
        spoilt = {path: _SPOILING[how](texts[path]) for path, how in self.spoilt if path in texts}
        return {path: text.encode() for path, text in {**texts, **spoilt}.items()}


def _musician(stem: str, fields: Mapping[str, str], *body: str) -> Entry:
    return Entry("musicians", stem, tuple(fields.items()), body)


def _theme(name: str, parent: str) -> tuple[str, str]:
    return f"themes/{name}/theme.toml", f'name = "{name}"\napi = 1\nparent = "{parent}"\n'


START = Site(
    entries=(
        _musician(
            "mara-lind",
            {
                "name": "Mara Lind",
                "aliases": "[Lind]",
                "instruments": "[violin]",
                "countries": "Georgia",
                "venues": "[Amber Hall]",
            },
            "Mara Lind met Oto Kvist in Amber Hall.",
            "She wrote to [[Oto Kvist]] of the [[venue:Small Hall]].",
        ),
        _musician(
            "oto-kvist",
            {"name": "Oto Kvist", "instruments": "[violin, piano]", "countries": "Georgia", "teachers": "[Mara Lind]"},
            "Lind played the violin, and Tara the piano, at the Old Mill in Georgia.",
        ),
        _musician(
            "tara",
            {"name": "Tara", "instruments": "piano", "venues": "[{name: Amber Hall, year: 1979}]", "born": '"1901"'},
            "## Years in Georgia\n\nSee [[Mara Lind|her teacher]] and [[Kvist]].",
        ),
        _musician("sabine-orn", {"name": "Sabine Ørn", "genres": "waltz", "venues": "Old Mill"}, "Nobody knows more."),
        Entry("venues", "amber-hall", (("name", "Amber Hall"), ("country", "Georgia")), ("Here played Tara.",)),
        Entry("instruments", "violin", (("name", "violin"), ("family", "strings"))),
        Entry("pages", "about", (("name", "About"),), ("Of [[Tara]] and others.",)),
    ),
    settings=(("title", '"Lives"'), ("theme", '"mine"')),
    others=(
        _theme("plain", "base"),
        _theme("mine", "plain"),
        ("content/musicians/hall.png", "a picture"),
    ),
)
