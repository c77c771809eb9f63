import json

import pytest

from site_builder.model.identity import EntityId
from site_builder.pages.shelving import cards_of, checksum, files_of_cards
from tests.pages.changes import changed_paths
from tests.pages.worlds import World, musician, world


def value(built: World, path: str) -> object:
    """What the script hands to `KB`."""
    text = built.file(path)
    opening = f'KB("{path}",'
    assert text.startswith(opening)
    assert text.endswith(")\n")
    return json.loads(text[len(opening) : -2])


def all_cards(built: World) -> dict[str, object]:
    count = value(built, "cards/count.js")
    assert isinstance(count, int)
    found: dict[str, object] = {}
    for number in range(count):
        held = value(built, f"cards/{number}.js")
        assert isinstance(held, dict)
        assert {checksum(path) % count for path in held} <= {number}
        found |= held
    return found


def test_everything_with_a_page_of_its_own_has_a_card(steppe: World) -> None:
    pages = {"about.html" if entity == "pages/about" else f"{entity}.html" for entity in steppe.site.entities}

    assert all_cards(steppe).keys() == pages


def test_a_card_tells_who_it_is_and_has_the_whole_text(steppe: World) -> None:
    found = all_cards(steppe)

    assert found["musicians/bakhyt-taro.html"] == {
        "name": "Bakhyt Taro",
        "dates": "born c. 1985",
        "summary": "Violinist who carried Kazakh folk song into the concert hall",
        "image": "media/musicians/taro%20in%202011.jpg.320.webp",
        "text": "He grew up by the dombra, and met his first pianist and Askarova.Career"
        "At Small Hall, Almaty he played with Nobody At All.AlmatyThere Bakhyt Taro came back to his start."
        "SmallerSee Amalia Askarova."
        # The tests' own documents have no markup between their paragraphs but for headings.
        .replace("Career", "\nCareer\n")
        .replace("l.Almaty", "l.\nAlmaty\n")
        .replace("Smaller", "\nSmaller\n"),
    }
    assert found["venues/small-hall-almaty.html"] == {
        "name": "Small Hall, Almaty",
        "dates": "Almaty, 1903–",
        "kind": "Venue",
    }
    assert found["instruments/violin.html"] == {
        "name": "Violin",
        "summary": "Four strings and a bow",
        "kind": "Instrument",
    }
    assert found["musicians/ivan-petrovich.html"] == {
        "name": "Ivan Petrovich",
        "dates": "died before 1990",
        "image": "emblems/violin-modern-ink-pearls.svg",
    }


def test_an_edit_of_prose_concerns_the_card_and_no_other_file_of_data() -> None:
    before = [musician(f"A {number}") for number in range(40)]
    old = world(*before)
    new = world(musician("A 7", body="He left."), *(document for document in before if document.facts.name != "A 7"))

    changed = {path for path in changed_paths(old, new) if path.endswith(".js") and not path.startswith("search/")}

    assert changed == {f"cards/{checksum('musicians/a-7.html') % files_of_cards(40)}.js"}


@pytest.mark.parametrize(("entities", "files"), [(0, 1), (1, 1), (16, 1), (17, 2), (32, 2), (33, 4), (10_700, 1024)])
def test_files_hold_some_eight_to_sixteen_cards(entities: int, files: int) -> None:
    assert files_of_cards(entities) == files


@pytest.mark.parametrize("gone", [0, 3, 30])
def test_shelves_are_the_same_however_they_came_about(gone: int) -> None:
    entities = [EntityId(f"musicians/a-{number}") for number in range(60)]
    before = cards_of(entities)

    assert cards_of(entities[gone:], before) == cards_of(entities[gone:])
    assert cards_of(entities, cards_of(entities[gone:])) == before
    assert cards_of(entities, before) is before
