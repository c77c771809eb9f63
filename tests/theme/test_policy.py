"""The content security policy that stands in every page."""

import base64
import hashlib
import re

import pytest

from site_builder.theme.render import Renderer
from tests.theme.examples import examples
from tests.theme.making import as_written, builtin

EXAMPLES = examples()
COMMON = {
    "default-src": ["'none'"],
    "script-src": ["'self'"],
    "style-src": ["'self'"],
    "img-src": ["'self'", "data:"],
    "font-src": ["'self'"],
    "connect-src": ["'self'"],
    "base-uri": ["'none'"],
    "form-action": ["'self'"],
}


def policy(page: str) -> dict[str, list[str]]:
    (content,) = re.findall(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">', page)
    return {name: sources for name, *sources in (directive.split() for directive in content.split(";"))}


@pytest.mark.parametrize("theme", ["base", "encyclopedia"])
def test_every_page_allows_itself_what_the_site_has_and_nothing_else(theme: str) -> None:
    renderer = Renderer(builtin(theme))
    for request, document in EXAMPLES.values():
        page = renderer.render(request, document).decode()

        found = policy(page)
        own = [source for source in found["script-src"] if not source.startswith("'sha256-")]
        assert found | {"script-src": own} == COMMON
        assert page.index("Content-Security-Policy") < min(page.index("<link"), page.index("<title"))


def test_the_policy_comes_before_the_first_script() -> None:
    page = Renderer(builtin("encyclopedia")).render(*EXAMPLES["entry"]).decode()

    assert page.index("Content-Security-Policy") < page.index("<script")


def test_the_hash_is_that_of_the_speculation_rules() -> None:
    page = Renderer(builtin("encyclopedia")).render(*EXAMPLES["entry"]).decode()
    rules = re.search(r"SPECULATION =\s+'(.*?)';", as_written(builtin("encyclopedia"), "encyclopedia.js"))[1]  # type: ignore[index]

    digest = base64.b64encode(hashlib.sha256(rules.encode()).digest()).decode()

    assert policy(page)["script-src"] == ["'self'", f"'sha256-{digest}'"]
