"""Readers for the fields that have rules of their own: summaries, addresses, country codes, works, pictures."""

import msgspec

from site_builder.content.countries import country_data
from site_builder.content.field_values import Reading, group_of, read_one_date, read_phrase, read_text, read_texts
from site_builder.content.pictures import FORMATS, is_picture, picture_path
from site_builder.content.slugs import slugify
from site_builder.content.yaml_tree import Mapping, Node, Sequence
from site_builder.model.facts import Image, Work
from site_builder.model.identity import is_slug

MAX_SUMMARY = 120


def read_summary(node: Node, key: str, reading: Reading) -> str:
    """One line under `MAX_SUMMARY` characters; a longer one is kept, with a fault."""
    summary = read_phrase(node, key, reading)
    if len(summary) >= MAX_SUMMARY:
        message = f"the summary has {len(summary)} characters"
        reading.faults.add("F017", reading.place(node), message, f"keep it under {MAX_SUMMARY}")
    return summary


def read_slug(node: Node, key: str, reading: Reading) -> str:
    """An address; "" for what cannot be one."""
    slug = read_text(node, key, reading)
    if not slug or is_slug(slug):
        return slug
    reading.faults.add("F015", reading.place(node), f'"{slug}" cannot be an address', _slug_hint(slug))
    return ""


def read_former_slugs(node: Node, key: str, reading: Reading) -> tuple[str, ...]:
    """Former addresses; what cannot be one becomes a fault."""
    slugs: list[str] = []
    for index, slug in enumerate(read_texts(node, key, reading)):
        place = reading.places[f"{key}[{index}]"]
        if is_slug(slug):
            reading.places[f"{key}[{len(slugs)}]"] = place
            slugs.append(slug)
        else:
            reading.faults.add("F015", place, f'"{slug}" cannot be an address', _slug_hint(slug))
    return tuple(slugs)


def read_code(node: Node, key: str, reading: Reading) -> str:
    """A code of ISO 3166-1, in capitals; "" for anything else."""
    text = read_text(node, key, reading)
    code = text.upper()
    if not text or country_data().has_code(code):
        return code
    country = country_data().named(text)
    hint = f"the code of {country.name} is {country.code}" if country and country.code else "Kazakhstan, for one, is KZ"
    reading.faults.add("F016", reading.place(node), f'"{text}" is no two-letter code of ISO 3166-1', hint)
    return ""


def read_works(node: Node, key: str, reading: Reading) -> tuple[Work, ...]:
    """A list of works, each a title or `{title, year, kind, note}`."""
    works: list[Work] = []
    for child in node.items if isinstance(node, Sequence) else (node,):
        place_key = f"{key}[{len(works)}]"
        work = _read_work(child, place_key, reading)
        if work is not None:
            reading.places[place_key] = reading.place(child)
            works.append(work)
    return tuple(works)


def read_image(node: Node, key: str, reading: Reading) -> Image | None:
    """The picture; its `file` still is what the author wrote, for only the entry's folder makes a path of it."""
    if isinstance(node, Mapping):
        group = group_of(node, key, ("file", "alt", "credit"), reading)
    else:
        group = {"file": node}
        reading.places["image.file"] = reading.place(node)
    file = read_text(group["file"], "image.file", reading) if "file" in group else ""
    if "file" not in group:
        reading.faults.add("F011", reading.place(node), "the image has no file", "write {file: …, alt: …}")
    if not file:
        return None
    alt = read_phrase(group["alt"], "image.alt", reading) if "alt" in group else ""
    if not alt:
        message = f'the image "{file}" has no description'
        reading.faults.add("F018", reading.place(node), message, f"write image: {{file: {file}, alt: what it shows}}")
    return Image(file, alt, read_phrase(group["credit"], "image.credit", reading) if "credit" in group else "")


def at_home(image: Image | None, folder: str, reading: Reading) -> Image | None:
    """The picture with its path below content/, seen from an entry in `folder`; None if it cannot be shown."""
    if image is None:
        return None
    path = picture_path(image.file, folder)
    place = reading.places["image.file"]
    if path is None:
        message = f'"{image.file}" is no path inside content/'
        reading.faults.add("F019", place, message, "put the picture beside the entry, and write its name")
        return None
    if not is_picture(path):
        message = f'"{image.file}" is no picture'
        reading.faults.add("F019", place, message, f"pictures end in {', '.join(FORMATS)}")
        return None
    return msgspec.structs.replace(image, file=path)


def _slug_hint(text: str) -> str:
    suggestion = slugify(text)
    return f"write {suggestion}" if suggestion else "use a-z, 0-9 and single hyphens between them"


def _read_work(node: Node, key: str, reading: Reading) -> Work | None:
    if not isinstance(node, Mapping):
        title = read_phrase(node, key, reading)
        return Work(title) if title else None
    group = group_of(node, key, ("title", "year", "kind", "note"), reading)
    if "title" not in group:
        reading.faults.add("F011", reading.place(node), "a work has no title", "write {title: …, year: …}")
        return None
    return Work(
        title=read_phrase(group["title"], f"{key}.title", reading),
        year=read_one_date(group["year"], f"{key}.year", reading) if "year" in group else None,
        kind=read_phrase(group["kind"], f"{key}.kind", reading) if "kind" in group else "",
        note=read_phrase(group["note"], f"{key}.note", reading) if "note" in group else "",
    )
