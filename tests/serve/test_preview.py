"""The round of building, telling and waiting."""

from collections.abc import Callable, Sequence
from queue import SimpleQueue

import pytest

from site_builder.model.diagnostic import Diagnostic, Severity
from site_builder.model.identity import OutputPath
from site_builder.model.source import Span
from site_builder.serve.builder import Built
from site_builder.serve.changes import Changed, Changes
from site_builder.serve.preview import StopPreview, keep_building
from site_builder.serve.state import Board, Rebuild

ERROR = Diagnostic("L001", Severity.ERROR, Span("content/a.md"), "an error")
NOTICE = Diagnostic("S004", Severity.NOTICE, Span("site.toml"), "a notice")


class Scripted:
    """A builder with its answers prepared; an exception among them is raised."""

    def __init__(self, *answers: Built | BaseException) -> None:
        self._answers = list(answers)
        self.settle: Callable[[], None] = lambda: None
        self.asked: list[tuple[frozenset[str] | None, frozenset[OutputPath]]] = []

    def build(self, changed: frozenset[str] | None = None, shown: frozenset[OutputPath] = frozenset()) -> Built:
        self.asked.append((changed, shown))
        answer = self._answers.pop(0)
        if isinstance(answer, BaseException):
            raise answer
        return answer

    @property
    def has_more(self) -> bool:
        return bool(self._answers)

    def close(self) -> None:
        self.closed = True


def built(*changed: str, diagnostics: Sequence[Diagnostic] = (), waiting: int = 0) -> Built:
    return Built(tuple(diagnostics), published=True, changed=tuple(map(OutputPath, changed)), waiting=waiting)


class Round:
    """Rounds as many as there are answers, and what they led to, in order."""

    def __init__(self, *answers: Built | BaseException, shown: Sequence[str] = ()) -> None:
        self.board = Board("s")
        for path in shown:
            self.board.show(OutputPath(path))
        self.builder = Scripted(*answers)
        self.announced: list[tuple[str, Sequence[str]]] = []
        self.told: list[tuple[Rebuild, Sequence[Diagnostic]]] = []
        self._changes: Changes = SimpleQueue()
        self.builder.settle = self._next
        keep_building(self.builder, self._changes, self.board, self._announce, self._told, lambda: False)

    def _announce(self, paths: Sequence[str]) -> None:
        self.announced.append((self.board.now().build, paths))

    def _told(self, rebuild: Rebuild, news: Sequence[Diagnostic]) -> None:
        self.told.append((rebuild, news))

    def _next(self) -> None:
        self._changes.put(Changed(frozenset(["content/a.md"]), 0.0) if self.builder.has_more else None)


def test_browsers_are_told_of_what_can_be_asked_for_already() -> None:
    assert Round(built("a.html"), built("b.html"), built()).announced == [
        ("s-1", ("*",)),
        ("s-2", ("*",)),
        ("s-2", ("/__preview/state",)),
    ]


def test_a_fault_is_news_once_and_again_if_it_comes_back() -> None:
    ill = built(diagnostics=[ERROR, NOTICE])

    news = [faults for _, faults in Round(ill, ill, built(), ill).told]

    assert news == [[ERROR], [], [], [ERROR]]


@pytest.mark.parametrize("accident", [ValueError("no"), SystemExit(1), MemoryError(), RecursionError("deep")])
def test_an_accident_is_told_with_its_place_and_the_next_build_heals_it(accident: BaseException) -> None:
    rounds = Round(built("a.html"), accident, built())

    [_, (failed, _), _] = rounds.told
    assert failed.accident.startswith(type(accident).__name__)
    assert "test_preview.py:" in failed.accident
    assert rounds.board.now().problems == ()


@pytest.mark.parametrize("end", [KeyboardInterrupt(), StopPreview(143)])
def test_whoever_asks_for_the_end_gets_it_in_the_middle_of_a_build(end: BaseException) -> None:
    with pytest.raises(type(end)):
        Round(end)


def test_pages_that_nobody_looks_at_are_made_later_and_no_browser_hears_of_them() -> None:
    rounds = Round(built("a.html", waiting=2), built("b.html", waiting=1), built("c.html"), shown=["a.html"])

    assert [changed for changed, _ in rounds.builder.asked] == [None, frozenset(), frozenset()]
    assert {shown for _, shown in rounds.builder.asked} == {frozenset(["a.html"])}
    assert rounds.announced == [("s-1", ("*",))]
    assert [rebuild.waiting for rebuild, _ in rounds.told] == [2]


def test_whoever_was_shown_a_page_before_its_turn_gets_it_anew() -> None:
    rounds = Round(built("a.html", waiting=1), built("b.html"), shown=["b.html"])

    assert rounds.announced == [("s-1", ("*",)), ("s-2", ("*",))]


def test_a_fault_of_a_page_that_had_to_wait_is_told() -> None:
    rounds = Round(built("a.html", waiting=1), built("b.html", diagnostics=[ERROR]))

    assert [news for _, news in rounds.told] == [[], [ERROR]]
    assert len(rounds.board.now().problems) == 1
