"""Which field an author may have meant by a name that is none."""

_IMAGE_PART = (
    "file",
    "alt",
    "alt_text",
    "image_alt",
    "caption",
    "credit",
    "image_credit",
    "image_file",
    "photo_credit",
)
_MEANT = {
    "name": "title full_name artist",
    "title": "name",
    "year": "date when years",
    "born": "birth birthdate birthday birth_date birth_year date_of_birth year_of_birth dob",
    "died": "death dead deceased deathdate death_date death_year date_of_death year_of_death dod",
    "birthplace": "birth_place place_of_birth born_in hometown",
    "summary": "bio biography description about intro subtitle tagline abstract",
    "updated": "date modified last_modified lastmod changed",
    "genres": "tags tag style styles keywords categories category",
    "image": "picture photo photograph img thumbnail cover portrait images pictures photos",
    "slug": "url permalink address",
    "former_slugs": "redirect_from redirects old_slugs",
    "aliases": "aka also_known_as nickname nicknames stage_name other_names real_name birth_name",
    "teachers": "mentor mentors taught_by studied_with",
    "pupils": "student students taught",
    "family": "relatives spouse wife husband partner parents father mother siblings brother sister children",
    "played_with": "collaborators collaborated_with plays_with worked_with",
    "countries": "nationality nation origin",
    "instruments": "plays",
    "ensembles": "band bands group groups orchestra orchestras choir",
    "venues": "hall halls concert_hall performed_at",
    "labels": "record_label record_labels",
    "works": "albums discography songs recordings compositions publications",
    "sources": "references refs reference citations bibliography links",
    "draft": "status published publish",
    "latitude": "lat",
    "longitude": "lon lng long",
    "city": "town place location",
    "opened": "built founded established",
    "code": "iso country_code",
    "note": "comment remark remarks",
    "file": "src path url",
    "alt": "description caption alt_text",
    "credit": "author photographer",
}
_SHORTEST = 4
"""Letters of a shortened name that show which was meant: `summ`, not `s`."""


def field_meant(name: str, known: tuple[str, ...]) -> str:
    """What to write instead of `name`; "" where no known field comes near."""
    from rapidfuzz import fuzz, process

    key = "_".join(name.lower().replace("-", " ").replace("_", " ").split())
    if key in _IMAGE_PART and "image" in known:
        return "write it into the image: image: {file: …, alt: …, credit: …}"
    meant = [field for field, names in _MEANT.items() if field in known and key in names.split()]
    nearest = process.extractOne(key, known, scorer=fuzz.ratio, score_cutoff=70)
    shortened = [field for field in known if len(key) >= _SHORTEST and field.startswith(key)]
    found = [*(field for field in known if field == key), *meant, *(nearest[:1] if nearest else ()), *shortened]
    return f"did you mean {found[0]}?" if found else ""
