import pytest

from site_builder.authoring.drafts import FIELD_ORDER, FIELDS_OF_KIND, Draft, field_called, kinds_with, render_draft


def test_fields_stand_in_the_usual_order_and_no_prose_follows() -> None:
    draft = Draft(
        "musicians",
        "Bakhyt Taro",
        {
            "born": ("c. 1985",),
            "venues": ("Small Hall, Almaty",),
            "countries": ("Kazakhstan",),
            "instruments": ("violin", "dombra"),
            "summary": ("Violinist: a life",),
            "aliases": ("Бақыт Таро",),
        },
    )

    assert render_draft(draft, updated="2026-11-21") == (
        "---\n"
        "name: Bakhyt Taro\n"
        "aliases: [Бақыт Таро]\n"
        'summary: "Violinist: a life"\n'
        "instruments: [violin, dombra]\n"
        "countries: [Kazakhstan]\n"
        "venues:\n"
        "  - Small Hall, Almaty\n"
        "born: c. 1985\n"
        "updated: 2026-11-21\n"
        "---\n"
        "\n"
    )


def test_a_name_is_all_that_a_draft_needs() -> None:
    assert render_draft(Draft("genres", "fado", {"summary": ()}), updated="2026-11-21") == (
        "---\nname: fado\nupdated: 2026-11-21\n---\n\n"
    )


@pytest.mark.parametrize(
    ("word", "kind", "key"),
    [
        ("country", "musicians", "countries"),
        ("country", "venues", "country"),
        ("venue", "musicians", "venues"),
        ("alias", "genres", "aliases"),
        ("city", "musicians", None),
        ("born", "genres", None),
    ],
)
def test_a_word_means_a_field_of_the_kind_or_none(word: str, kind: str, key: str | None) -> None:
    assert field_called(word, kind) == key


def test_kinds_that_have_a_field_are_known() -> None:
    assert (kinds_with("city"), kinds_with("country")) == (("venues",), ("musicians", "venues"))


def test_every_field_has_its_place_in_the_order() -> None:
    assert {key for fields in FIELDS_OF_KIND.values() for key in fields} < set(FIELD_ORDER)
