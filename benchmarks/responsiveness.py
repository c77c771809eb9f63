"""How long a reader waits until a keystroke in a search field, or a choice in the explorer, is seen.

    python -m benchmarks.responsiveness [--entries 10000] [--slower 4] [--folder DIR] [--from-disk]

Chromium opens the site on a processor made so many times slower. *Next paint* is the time from the event to the frame
that shows what it did, as Event Timing measures it, in steps of 8 ms; the longest of all is what is known as INP.
*Longest task* is how long the page was deaf at a stretch, also where what the reader asked for is worked out later;
those under 50 ms are not told by the browser. All are times by the clock: on a busy machine they mean little.
"""

import argparse
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from statistics import median

import msgspec

from benchmarks.tools.site_builder import site_builder
from benchmarks.world import World, make_world
from site_builder.build.options import BuildOptions
from site_builder.build.pipeline import build
from tools.devtools import Page, chromium, program
from tools.host import host

ROOT = Path(__file__).resolve().parents[1]
MOST = 100.0
"""Milliseconds until the next paint."""
PAUSE_S = 0.4
"""Between two strokes, as of somebody who looks at what comes."""
_SETTINGS = 'title = "Encyclopedia"\ntheme = "encyclopedia"\n[pairs]\nat_most = 0\n'
_OBSERVED = """
    window.waits = { paints: [], tasks: [] };
    new PerformanceObserver((list) => {
      for (const { interactionId, duration } of list.getEntries()) if (interactionId) waits.paints.push(duration);
    }).observe({ type: 'event', durationThreshold: 16 });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) waits.tasks.push(duration);
    }).observe({ type: 'longtask' });
"""
_WAITS = f"new Promise((told) => setTimeout(() => told(waits), {PAUSE_S * 1000:.0f}))"
_FORGET = "waits.paints.length = waits.tasks.length = 0"


class Wait(msgspec.Struct, frozen=True):
    """What one thing that a reader does costs, in milliseconds; nothing where it is less than can be told."""

    paints: tuple[float, ...]
    tasks: tuple[float, ...]

    @property
    def paint_ms(self) -> float:
        return max(self.paints, default=0)

    @property
    def task_ms(self) -> float:
        return max(self.tasks, default=0)


Act = Callable[[], None]


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--entries", type=int, default=10_000)
    parser.add_argument("--slower", type=float, default=4, help="times that the processor is slowed down")
    parser.add_argument("--folder", type=Path, help="where to build, or where a site has been; temporary by default")
    parser.add_argument("--from-disk", action="store_true", help="open the pages as files, not from a host")
    options = parser.parse_args(arguments)
    command = program()
    if command is None:
        parser.error("Chromium is not installed: apt-get install chromium")
    with tempfile.TemporaryDirectory() as temporary:
        world = make_world(options.entries)
        output = _built(options.folder or Path(temporary), world)
        with chromium(command) as browser, host(output) as served:
            address = f"{output.as_uri()}/" if options.from_disk else served
            for name, told in STORIES.items():
                with browser.page() as page:
                    page.before_scripts(_OBSERVED)
                    waits = list(_waited(page, options.slower, told(page, address, world)))
                    print(_line(name, waits), flush=True)


def _built(folder: Path, world: World) -> Path:
    """The folder of the finished site, which is built unless it is there."""
    site, output = folder / "site", folder / "output"
    if not (output / "explore.html").is_file():
        tool = site_builder(Path("python"), ROOT)
        for musician in world.musicians:
            path, text = tool.entry(musician)
            (site / path).parent.mkdir(parents=True, exist_ok=True)
            (site / path).write_text(text, encoding="utf-8")
        (site / "site.toml").write_text(_SETTINGS, encoding="utf-8")
        if not build(site, BuildOptions(output=output)).published:
            raise SystemExit("the site could not be built")
    return output


def _waited(page: Page, slower: float, acts: Iterator[Act]) -> Iterator[Wait]:
    """What each act costs. The page is there, and has all that it loads by itself, before the first."""
    for act in acts:
        page.slow_down(slower)
        page.value(_FORGET)
        act()
        yield msgspec.convert(page.value(_WAITS), Wait)
        page.slow_down(1)


def _strokes(page: Page, text: str) -> Iterator[Act]:
    for sign in text:
        yield lambda sign=sign: page.write(sign)  # type: ignore[misc]


def in_the_header(page: Page, address: str, world: World) -> Iterator[Act]:
    page.open(f"{address}index.html")
    page.settle()
    yield lambda: page.click("#_search")
    page.until("document.querySelector('#_search').getAttribute('role') === 'combobox'")
    yield from _strokes(page, world.musicians[len(world.musicians) // 3].name)


def on_the_page_of_results(page: Page, address: str, world: World) -> Iterator[Act]:
    page.open(f"{address}search.html")
    page.settle()
    page.click("#_query")
    yield from _strokes(page, f"{world.musicians[-1].instruments[0]} {world.musicians[-1].countries[0]}")


def in_the_explorer(page: Page, address: str, world: World) -> Iterator[Act]:
    page.open(f"{address}explore.html")
    page.until("document.querySelector('.explorer.ready') !== null")
    page.settle()
    count = page.value("document.querySelectorAll('.facets fieldset').length")
    assert isinstance(count, int)  # noqa: S101
    for _ in range(2):
        for facet in range(count):
            # The second still unchosen term of each facet, then all of them off again.
            fieldset = f"document.querySelectorAll('.facets fieldset')[{facet}]"
            found = f"{fieldset}.querySelectorAll('[type=checkbox]:not(:checked)')[1]"
            page.value(f"{found}?.setAttribute('data-next', {facet})")
            if page.value(f"{found} !== undefined"):
                yield lambda: page.click("[data-next]")
                page.value("document.querySelector('[data-next]')?.removeAttribute('data-next')")
    yield lambda: page.click(".chips .clear")


def in_a_filter_of_the_explorer(page: Page, address: str, world: World) -> Iterator[Act]:
    page.open(f"{address}explore.html")
    page.until("document.querySelector('.explorer.ready') !== null")
    page.settle()
    page.click(".facets [type=search]")
    yield from _strokes(page, world.musicians[0].instruments[0][:6])


STORIES = {
    "a keystroke in the header's field": in_the_header,
    "a keystroke on the page of results": on_the_page_of_results,
    "a choice in the explorer": in_the_explorer,
    "a keystroke in a filter of the explorer": in_a_filter_of_the_explorer,
}


def _line(name: str, waits: list[Wait]) -> str:
    paints = [wait.paint_ms for wait in waits]
    verdict = "" if max(paints) <= MOST else "  TOO MUCH"
    worst = max(wait.task_ms for wait in waits)
    return (
        f"{name:<42}next paint {max(paints):>5.0f} ms at most, {median(paints):>4.0f} as a rule (of {len(waits)});"
        f" longest task {worst:>5.0f} ms  (at most {MOST:.0f}){verdict}"
    )


if __name__ == "__main__":
    main()
