from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Self

import pytest
from click.testing import CliRunner, Result

from site_builder.build.options import BuildOptions
from site_builder.build.pipeline import build
from site_builder.cli.application import application
from site_builder.model.diagnostic import Severity
from tests.sites import write_site

TODAY = "2024-02-29"

Add = Callable[..., Result]


class LeapDay(date):
    @classmethod
    def today(cls) -> Self:
        return cls.fromisoformat(TODAY)


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("site_builder.cli.add.date", LeapDay)
    monkeypatch.chdir(tmp_path)
    return write_site(
        tmp_path,
        """
        -- content/musicians/bakhyt-taro.md --
        name: Bakhyt Taro
        aliases: [Бақыт Таро]
        instruments: [violin]
        countries: [Kazakhstan]
        venues: [Carnegie Hall]

        A life.
        """,
    )


def add(*arguments: str) -> Result:
    return CliRunner().invoke(application, ["add", *arguments])


def refusal_of(*arguments: str) -> str:
    """What `add` says when it writes nothing."""
    before = sorted(Path.cwd().rglob("*"))
    result = add(*arguments)
    assert result.exit_code == 2, result.output
    assert sorted(Path.cwd().rglob("*")) == before
    return result.stderr


def test_a_name_alone_makes_an_entry(site: Path) -> None:
    result = add("Aset Dala")

    assert (result.exit_code, result.stdout) == (0, "content/musicians/aset-dala.md\n")
    assert (site / "content/musicians/aset-dala.md").read_bytes() == (
        f"---\nname: Aset Dala\nupdated: {TODAY}\n---\n\n".encode()
    )


def test_options_fill_the_fields_in_the_usual_order(site: Path) -> None:
    add(
        *("Әсет Дала", "--born", "c. 1985", "--venue", "Small Hall, Almaty", "--venue", "carnegie hall"),
        *("--country", "Kazakhstan", "--instrument", "Violin", "--instrument", "dombra", "--alias", "Aset Dala"),
        *("--summary", "Violinist: a life", "--died", "2021", "--birthplace", "Kyzylorda"),
    )

    assert (site / "content/musicians/aset-dala.md").read_text() == (
        "---\n"
        "name: Әсет Дала\n"
        "aliases: [Aset Dala]\n"
        'summary: "Violinist: a life"\n'
        "instruments: [violin, dombra]\n"
        "countries: [Kazakhstan]\n"
        "venues:\n"
        "  - Small Hall, Almaty\n"
        "  - Carnegie Hall\n"
        "born: c. 1985\n"
        "died: 2021\n"
        "birthplace: Kyzylorda\n"
        f"updated: {TODAY}\n"
        "---\n"
        "\n"
    )


@pytest.mark.parametrize(
    ("arguments", "path", "fields"),
    [
        (
            ["Small Hall", "--kind", "venue", "--city", "Almaty", "--country", "Kazakhstan", "--opened", "1938"],
            "content/venues/small-hall.md",
            "city: Almaty\ncountry: Kazakhstan\nopened: 1938\n",
        ),
        (
            ["Pier", "--kind", "venues", "--closed", "1985-03", "--latitude", "-33.4", "--longitude", "18"],
            "content/venues/pier.md",
            "closed: 1985-03\nlatitude: -33.4\nlongitude: 18\n",
        ),
        (
            ["dombra", "--kind", "instrument", "--family", "strings"],
            "content/instruments/dombra.md",
            "family: strings\n",
        ),
        (["Kazakhstan", "--kind", "country"], "content/countries/kazakhstan.md", "code: KZ\n"),
        (["Atlantis", "--kind", "country"], "content/countries/atlantis.md", ""),
        (["Kosovo", "--kind", "country", "--code", "NO"], "content/countries/kosovo.md", "code: NO\n"),
        (["fado", "--kind", "genre", "--alias", "Fado"], "content/genres/fado.md", "aliases: [Fado]\n"),
        (["About", "--kind", "page"], "content/pages/about.md", ""),
    ],
)
def test_entities_of_every_kind_have_their_own_fields(site: Path, arguments: list[str], path: str, fields: str) -> None:
    result = add(*arguments)

    assert result.stdout == f"{path}\n"
    assert (site / path).read_text() == f"---\nname: {arguments[0]}\n{fields}updated: {TODAY}\n---\n\n"


def test_what_add_writes_builds_without_errors(site: Path) -> None:
    add(
        "Aset Dala",
        "--instrument",
        "violin",
        "--country",
        "Kazakhstan",
        "--venue",
        "Small Hall, Almaty",
        "--born",
        "1985",
    )
    add("Small Hall, Almaty", "--kind", "venue", "--city", "Almaty", "--country", "Kazakhstan")

    result = build(site, BuildOptions())

    assert [fault for fault in result.diagnostics if fault.severity is Severity.ERROR] == []
    assert (site / "output/musicians/aset-dala.html").is_file()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (
            ["X", "--city", "Almaty"],
            "Error: --city is for a venue: a musician has none. Leave it out, or say what this is with --kind venue.\n",
        ),
        (
            ["X", "--kind", "venue", "--born", "1985"],
            "Error: --born is for a musician: a venue has none. "
            "Leave it out, or say what this is with --kind musician.\n",
        ),
        (
            ["X", "--kind", "country", "--country", "Y"],
            "Error: --country is for a musician or a venue: a country has none. "
            "Leave it out, or say what this is with --kind musician.\n",
        ),
        (
            ["X", "--kind", "venue", "--country", "A", "--country", "B"],
            "Error: --country can be given once here, not 2 times.\n",
        ),
        (["X", "--kind", "venu"], 'Error: There is no kind "venu". Did you mean "venue"?\n'),
        (
            ["X", "--kind", "42"],
            'Error: There is no kind "42". The kinds are musician, instrument, country, venue, genre, ensemble, label, '
            "page.\n",
        ),
        (
            ["?!"],
            'Error: no address can be made from the name "?!": it has no letter or digit. '
            "Choose one of a-z, 0-9 and hyphens with --slug.\n",
        ),
        (
            ["X", "--slug", "../../etc/passwd"],
            'Error: "../../etc/passwd" can be no address. '
            "An address has only a-z, 0-9 and single hyphens, and at most 80 of them.\n",
        ),
        (["a\x1b[2Jb"], 'Error: "a\\x1b[2Jb" has characters that cannot be seen. Type it without them.\n'),
    ],
)
def test_what_cannot_be_written_is_refused_with_what_to_do(site: Path, arguments: list[str], told: str) -> None:
    assert refusal_of(*arguments) == told


@pytest.mark.parametrize(
    ("arguments", "quoted"),
    [
        (["X", "--born", "yesterday"], '"yesterday"'),
        (["X", "--kind", "venue", "--latitude", "402.1"], '"402.1"'),
        (["X", "--kind", "country", "--code", "KAZ"], '"KAZ"'),
    ],
)
def test_a_value_that_a_build_would_refuse_is_refused_at_once(site: Path, arguments: list[str], quoted: str) -> None:
    assert quoted in refusal_of(*arguments)


def test_all_that_is_wrong_is_said_at_once_and_nothing_of_a_file_that_is_not_there(site: Path) -> None:
    told = refusal_of("X", "--instrument", "violinn", "--born", "yesterday", "--died", "tomorrow")

    assert '"yesterday"' in told
    assert '"tomorrow"' in told
    assert told.endswith(' "violinn" is new here: did you mean "violin"?\n')
    assert "change it in the file" not in told
    assert told.count("\n") == 1


def test_an_address_that_another_file_has_is_refused_with_a_free_one(site: Path) -> None:
    write_site(site, "-- content/musicians/somebody.md --\nname: Ivan Petrovich\nslug: ivan-petrovich\n")

    assert refusal_of("Ivan Petrovich", "--born", "1931") == (
        'Error: content/musicians/somebody.md has the address "ivan-petrovich" already. Edit that file; or, if this is '
        "somebody else of that name, choose another address, such as --slug ivan-petrovich-1931.\n"
    )


def test_a_file_is_never_overwritten_even_if_it_cannot_be_read(site: Path) -> None:
    broken = site / "content/musicians/aset-dala.md"
    broken.write_text("no front matter")

    assert refusal_of("Aset Dala") == (
        "Error: content/musicians/aset-dala.md exists already. Edit that file, or choose another address with --slug.\n"
    )
    assert broken.read_text() == "no front matter"


def test_nothing_is_written_through_a_symbolic_link(site: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (site / "content/venues").symlink_to(elsewhere)

    assert "content/venues is a symbolic link" in refusal_of("X", "--kind", "venue")
    assert list(elsewhere.iterdir()) == []


def test_somebody_of_the_same_name_is_written_under_another_address_and_told(site: Path) -> None:
    result = add("Бақыт Таро", "--slug", "bakhyt-taro-2")

    assert result.stdout == "content/musicians/bakhyt-taro-2.md\n"
    assert "content/musicians/bakhyt-taro.md has that name too" in result.stderr


def test_a_new_name_that_looks_mistyped_is_told(site: Path) -> None:
    result = add("Aset Dala", "--venue", "Carnegy Hall")

    assert result.exit_code == 0
    assert '"Carnegy Hall" is new here. If you meant "Carnegie Hall", change it in the file.' in result.stderr


def test_a_value_that_a_build_would_warn_of_is_told(site: Path) -> None:
    result = add("Aset Dala", "--summary", "x" * 130)

    assert result.exit_code == 0
    assert "summary" in result.stderr


def test_the_editor_is_opened_on_the_new_file(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    editor = site / "editor.sh"
    editor.write_text('#!/bin/sh\necho "She lived." >> "$1"\n')
    editor.chmod(0o755)
    monkeypatch.setenv("VISUAL", str(editor))

    add("Aset Dala", "--edit")

    assert (site / "content/musicians/aset-dala.md").read_text().endswith("---\n\nShe lived.\n")


def test_a_site_below_the_working_directory_is_named_in_the_path(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(site.parent)

    result = add("Aset Dala", "--site", site.name)

    assert result.stdout == f"{site.name}/content/musicians/aset-dala.md\n"
    assert result.stderr.endswith(f"Then: site-builder build --site {site.name}\n")


def test_the_site_is_found_from_a_folder_inside_it(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(site / "content/musicians")

    result = add("Aset Dala")

    assert result.exit_code == 0
    assert (site / "content/musicians/aset-dala.md").is_file()


def test_a_facet_of_the_sites_own_is_a_kind(site: Path) -> None:
    (site / "site.toml").write_text('[[facets]]\nkind = "festivals"\nsingular = "festival"\n')

    assert add("Bergen", "--kind", "festival").stdout == "content/festivals/bergen.md\n"
