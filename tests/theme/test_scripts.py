"""The scripts of the theme `encyclopedia`, in a browser, on pages opened from disk."""

import gzip
import html
import json
import re
from pathlib import Path

import pytest

from site_builder.theme.render import Renderer
from tests.theme.examples import examples
from tests.theme.making import builtin
from tests.tools import chromium

EXAMPLES = examples()
THEME = builtin("encyclopedia")
RENDERER = Renderer(THEME)
ASSETS = {asset.name: asset.content for asset in THEME.assets()}

FOOTNOTE = """<p>A claim.<sup id="s-fnref:1"><a class="footnote-ref" href="#s-fn:1">1</a></sup></p>
<div class="footnote"><ol><li id="s-fn:1"><p>Its <em>proof</em>. <a class="footnote-backref" href="#s-fnref:1">↩</a></p>
</li></ol></div></article>"""
LONG_LIST = (
    '<section class="members long-list"><h2>Musicians</h2>'
    '<section class="group"><ul class="items">{}</ul></section></section>'
)
NAMES = ["Ákos Szőke", "Aigul Samalbek", *(f"Somebody {number}" for number in range(20))]


class Browser:
    """Opens a page of the theme and answers with what a probe, run after the page's own scripts, found there."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        for name, content in ASSETS.items():
            (folder / "static" / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / "static" / name).write_bytes(content)

    def found(self, name: str, probe: str, *, before: str = "", extra: str = "</article>") -> dict[str, object]:
        """The object that the probe returns, and under `errors` what went wrong on the way."""
        request, document = EXAMPLES[name]
        page = RENDERER.render(request, document).decode()
        root = request.page.root
        (self.folder / "static/before.js").write_text(
            f"window.errors = []; addEventListener('error', (event) => errors.push(event.message));\n{before}"
        )
        (self.folder / "static/probe.js").write_text(
            "const one = (selector) => document.querySelector(selector);\n"
            "const press = (key, on = document.body) => on.dispatchEvent("
            "new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));\n"
            f"const answer = (() => {{ {probe} }})();\n"
            "document.title = JSON.stringify({ ...answer, errors: window.errors });\n"
        )
        page = page.replace('<script src="', f'<script src="{root}static/before.js"></script>\n<script src="', 1)
        page = page.replace("</head>", f'<script src="{root}static/probe.js" defer></script>\n</head>')
        file = self.folder / request.page.path
        file.parent.mkdir(exist_ok=True)
        file.write_text(page.replace("</article>", extra), encoding="utf-8")
        title = re.search(
            r"<title>(.*?)</title>",
            chromium("--dump-dom", file.as_uri()).stdout,
            re.DOTALL,
        )
        assert title is not None
        answer = json.loads(html.unescape(title[1]))
        assert isinstance(answer, dict)
        return answer


@pytest.fixture
def browser(tmp_path: Path) -> Browser:
    return Browser(tmp_path)


@pytest.mark.parametrize(("name", "most"), [("encyclopedia.js", 6_000), ("early.js", 1_000)])
def test_the_scripts_are_small(name: str, most: int) -> None:
    assert len(gzip.compress(ASSETS[name], 9, mtime=0)) <= most


def test_what_the_reader_chooses_is_shown_at_once_and_stored(browser: Browser) -> None:
    found = browser.found(
        "entry",
        """
        one('.open-appearance').click();
        const open = one('.appearance').matches(':popover-open');
        one('[name="_scheme"][value="dark"]').click();
        one('[name="_text"][value="large"]').click();
        one('[name="_text"][value=""]').click();
        const scheme = getComputedStyle(document.documentElement).colorScheme;
        const stored = localStorage['encyclopedia:appearance'];
        return { open, scheme, chosen: { ...document.documentElement.dataset }, stored };
        """,
    )

    chosen = {"scheme": "dark"}
    stored = '{"scheme":"dark"}'
    assert found == {"open": True, "scheme": "dark", "chosen": chosen, "stored": stored, "errors": []}


def test_an_earlier_choice_holds_before_the_page_is_shown(browser: Browser) -> None:
    found = browser.found(
        "entry",
        "return { chosen: { ...document.documentElement.dataset }, checked: one('[name=\"_width\"]:checked').value };",
        before="""localStorage['encyclopedia:appearance'] = '{"width":"wide","text":"<b>","foreign":"x"}';""",
    )

    assert found == {"chosen": {"width": "wide"}, "checked": "wide", "errors": []}


@pytest.mark.parametrize(
    "before",
    [
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } });",
        "localStorage['encyclopedia:appearance'] = 'no JSON';",
        "localStorage['encyclopedia:appearance'] = '7';",
    ],
    ids=["refused", "no JSON", "a number"],
)
def test_without_a_storage_of_use_a_choice_holds_for_the_page(browser: Browser, before: str) -> None:
    found = browser.found(
        "entry",
        'one(\'[name="_text"][value="small"]\').click(); return { text: document.documentElement.dataset.text };',
        before=before,
    )

    assert found == {"text": "small", "errors": []}


def test_keys_lead_where_the_list_says_and_can_be_turned_off(browser: Browser) -> None:
    found = browser.found(
        "entry",
        """
        press('x'); press('toString');
        press('/');
        const search = document.activeElement.id;
        press('?', document.activeElement);
        const typing = one('dialog').open;
        press('?');
        const open = one('dialog').open;
        one('dialog button').click();
        one('[name="_keys"][value="off"]').click();
        press('?');
        return { search, typing, open, off: one('dialog').open };
        """,
    )

    assert found == {"search": "_search", "typing": False, "open": True, "off": False, "errors": []}


def test_a_long_list_can_be_filtered_whatever_the_accents(browser: Browser) -> None:
    lines = "".join(f"<li>{name}</li>" for name in NAMES)
    found = browser.found(
        "term",
        """
        const input = one('.long-list .filter input');
        const type = (text) => { input.value = text; input.dispatchEvent(new Event('input')); };
        const every = (selector) => [...document.querySelectorAll(selector)];
        const shown = () => every('.long-list li:not([hidden])').map((line) => line.textContent);
        type('akos SZOKE');
        const one_left = shown(), told = one('.long-list [role="status"]').textContent;
        type('nobody at all');
        const none = shown(), group = one('.long-list .group').hidden;
        type('');
        return { one_left, told, none, group, all: shown().length, filters: every('.filter').length };
        """,
        extra=LONG_LIST.format(lines) + "</article>",
    )

    assert found == {
        "one_left": ["Ákos Szőke"],
        "told": "1 of 22",
        "none": [],
        "group": True,
        "all": 22,
        "filters": 1,
        "errors": [],
    }


def test_a_long_list_with_numbers_can_be_put_in_their_order_and_back(browser: Browser) -> None:
    line = '<li>{} <span class="count">{}<span class="unseen"> musicians</span></span></li>'
    few, many = (line.format(name, number) for name, number in (("Few", 2), ("Many", "1,200")))
    groups = f'<section class="group"><ul class="items">{few}<li>None</li></ul></section>'
    found = browser.found(
        "term",
        """
        const button = one('.filter button');
        const order = () => [...document.querySelectorAll('.long-list li')].map((line) => line.firstChild.data.trim());
        const hidden = () => [...document.querySelectorAll('.long-list .group')].map((group) => group.hidden).join();
        button.click();
        const ranked = [order(), hidden(), button.getAttribute('aria-pressed')];
        button.click();
        return { ranked, back: [order(), hidden(), button.getAttribute('aria-pressed')] };
        """,
        extra=f'<section class="long-list"><h2>Halls</h2>{groups}<section class="group"><ul class="items">{many}</ul>'
        "</section></section></article>",
    )

    assert found["errors"] == []
    assert found["ranked"] == [["Many", "Few", "None"], "false,true,true", "true"]
    assert found["back"] == [["Few", "None", "Many"], "true,false,false", "false"]


def test_a_filter_moves_nothing_when_it_comes(browser: Browser) -> None:
    lines = "".join(f"<li>{name}</li>" for name in NAMES)
    found = browser.found(
        "term-empty",
        """
        const top = () => one('.members .items').getBoundingClientRect().top;
        const after = top();
        one('.members .filter').remove();
        return { moved: Math.round(after - top()) };
        """,
        extra=LONG_LIST.format(lines) + "</article>",
    )

    assert found == {"moved": 0, "errors": []}


def test_a_footnote_stands_beside_its_line_and_is_not_said_twice(browser: Browser) -> None:
    found = browser.found(
        "text",
        """
        const note = one('sup + .sidenote');
        const before = one('.masthead').getBoundingClientRect().height;
        for (const added of document.querySelectorAll('.open-appearance, .appearance')) added.remove();
        return {
          note: note.innerHTML.trim(), number: note.dataset.number, role: note.getAttribute('role'),
          shown: [note, one('.footnote')].filter((each) => each.checkVisibility()).length,
          moved: Math.round(before - one('.masthead').getBoundingClientRect().height),
        };
        """,
        extra=FOOTNOTE,
    )

    assert found == {"note": "Its <em>proof</em>.", "number": "1", "role": "note", "shown": 1, "moved": 0, "errors": []}


# Without a window there are no frames, and a browser's own observer says nothing.
OBSERVER = """
window.IntersectionObserver = class {
  constructor(act) { window.observer = this; this.act = act; this.targets = []; }
  observe(target) { this.targets.push(target); }
};
"""


def test_the_contents_follow_the_reader(browser: Browser) -> None:
    found = browser.found(
        "entry",
        """
        const [first, second] = observer.targets;
        const marked = (...entries) => {
          observer.act(entries.map(([target, isIntersecting]) => ({ target, isIntersecting })));
          return [...document.querySelectorAll('.toc [aria-current]')].map((link) => link.textContent);
        };
        const before = marked([first, false], [second, false]);
        const both = marked([first, true], [second, true]);
        const back = marked([second, false]);
        return { before, both, back, top: marked([first, false]) };
        """,
        before=OBSERVER,
    )

    assert found == {"before": [], "both": ["Records"], "back": ["Career"], "top": [], "errors": []}


def test_no_speculation_on_a_page_from_disk(browser: Browser) -> None:
    found = browser.found("entry", "return { rules: document.querySelectorAll('[type=speculationrules]').length };")

    assert found == {"rules": 0, "errors": []}
