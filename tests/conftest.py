"""The browsers, each started once, and only for tests that ask for it."""

from collections.abc import Iterator

import pytest

import tools.devtools
import tools.firefox
from tests.tools import missing
from tools.devtools import Browser, Page, chromium
from tools.firefox import Firefox, FirefoxPage, firefox


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    command = tools.devtools.program()
    if command is None:
        missing("this test opens pages in Chromium, which is not installed")
    with chromium(command) as started:
        yield started


@pytest.fixture
def tab(browser: Browser) -> Iterator[Page]:
    with browser.page() as page:
        yield page


@pytest.fixture(scope="session")
def other_browser() -> Iterator[Firefox]:
    """A Firefox that is as strict with pages from disk as a reader's."""
    command = tools.firefox.program()
    if command is None:
        missing("this test opens pages in Firefox, which is not installed")
    with firefox(command) as started:
        yield started


@pytest.fixture
def other_tab(other_browser: Firefox) -> Iterator[FirefoxPage]:
    with other_browser.page() as page:
        yield page
