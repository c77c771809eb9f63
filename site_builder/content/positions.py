"""Where in the body something stands that was found in the page made from it."""

from site_builder.content.source_text import SourceText
from site_builder.model.source import Place


class Positions:
    """Finds the texts of a body in its file."""

    def __init__(self, text: SourceText, body: str) -> None:
        self._text = text
        self._body = body
        self._offset = len(text.text) - len(body)
        self._starts: dict[str, list[int]] = {}

    def place(self, start: int, end: int) -> Place:
        """The place of characters of the body."""
        return self._text.place(self._offset + start, self._offset + end)

    def place_of(self, *texts: str, occurrence: int = 0) -> Place:
        """The place of the first of the texts that the body has, where it stands for the time `occurrence` (from 0).

        The later texts are for what Markdown changed, so that it stands nowhere as it was found. If nothing is found,
        it is the line where the body begins.
        """
        for text in texts:
            starts = self._starts_of(text)
            if starts:
                start = starts[min(occurrence, len(starts) - 1)]
                return self.place(start, start + len(text))
        first = self.place(0, 0)
        return Place(first.line, excerpt=first.excerpt)

    def _starts_of(self, text: str) -> list[int]:
        if text not in self._starts:
            starts: list[int] = []
            start = self._body.find(text) if text else -1
            while start >= 0:
                starts.append(start)
                start = self._body.find(text, start + len(text))
            self._starts[text] = starts
        return self._starts[text]
