"""Writing the file of a new entry."""

from datetime import date
from pathlib import Path

import msgspec

from site_builder.authoring.drafts import Draft, render_draft
from site_builder.content.countries import country_data
from site_builder.content.parse import parse
from site_builder.content.slugs import slugify
from site_builder.graph.encyclopedia import Encyclopedia
from site_builder.model.config import SiteConfig
from site_builder.model.diagnostic import Diagnostic
from site_builder.model.identity import COUNTRIES, MAX_SLUG_BYTES, entity_id, is_slug
from site_builder.model.source import Source

CONTENT = "content"


class NewEntry(msgspec.Struct, frozen=True):
    path: str
    """Relative to the site's folder, with forward slashes."""
    text: str


class Refusal(msgspec.Struct, frozen=True):
    """Why an entry is not written, and what to do."""

    message: str
    hint: str


def new_entry(draft: Draft, encyclopedia: Encyclopedia, *, today: date, slug: str = "") -> NewEntry | Refusal:
    """The file for a draft, under the address made from its name, or `slug`; a refusal if that is not free."""
    address = slug or slugify(draft.name)
    if not address:
        return Refusal(
            f'no address can be made from the name "{draft.name}": it has no letter or digit',
            "choose one of a-z, 0-9 and hyphens with --slug",
        )
    if not is_slug(address):
        return Refusal(
            f'"{address}" can be no address',
            f"an address has only a-z, 0-9 and single hyphens, and at most {MAX_SLUG_BYTES} of them",
        )
    holder = encyclopedia.entities.get(entity_id(draft.kind, address))
    if holder is not None and holder.facts is not None:
        return _taken(holder.facts.path, address, draft)
    text = render_draft(_with_country_code(draft), updated=today.isoformat())
    return NewEntry(f"{CONTENT}/{draft.kind}/{address}.md", text)


def write_entry(root: Path, entry: NewEntry) -> Refusal | None:
    """Writes the file and answers nothing, or refuses: it never overwrites, and never leaves the site's folder."""
    refusal = _way_out(root, entry)
    if refusal is not None:
        return refusal
    path = root / entry.path
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(entry.text)
    except FileExistsError:
        return _exists(entry)
    return None


def hindrance(root: Path, entry: NewEntry) -> Refusal | None:
    """What forbids writing the file, as far as can be seen before it is tried."""
    path = root / entry.path
    taken = _exists(entry) if path.exists() or path.is_symlink() else None
    return _way_out(root, entry) or taken


def faults_of(entry: NewEntry, config: SiteConfig) -> tuple[Diagnostic, ...]:
    """What a build would say of the file alone: a date that is none, a summary that is too long …"""
    return parse(Source(entry.path, entry.text.encode()), config).diagnostics


def _way_out(root: Path, entry: NewEntry) -> Refusal | None:
    path = root / entry.path
    for folder in (path.parent, path.parent.parent):
        if folder.is_symlink():
            return Refusal(
                f"{folder.relative_to(root).as_posix()} is a symbolic link, which a build does not follow",
                "put the folder itself there",
            )
    return None


def _exists(entry: NewEntry) -> Refusal:
    return Refusal(f"{entry.path} exists already", "edit that file, or choose another address with --slug")


def _with_country_code(draft: Draft) -> Draft:
    country = country_data().named(draft.name) if draft.kind == COUNTRIES else None
    if country is None or not country.code or "code" in draft.fields:
        return draft
    return msgspec.structs.replace(draft, fields={**draft.fields, "code": (country.code,)})


def _taken(path: str, address: str, draft: Draft) -> Refusal:
    years = [text for text in draft.fields.get("born", ()) if text.isdecimal()]
    other = f"{address[: MAX_SLUG_BYTES - 5]}-{years[0] if years else '2'}"
    return Refusal(
        f'{path} has the address "{address}" already',
        f"edit that file; or, if this is somebody else of that name, choose another address, such as --slug {other}",
    )
