"""The answers: a page exactly as it was published, with one tag more; every other file as it is."""

from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from urllib.parse import unquote

import msgspec
from tornado.web import HTTPError, StaticFileHandler

from site_builder.model.identity import OutputPath
from site_builder.serve import documents
from site_builder.serve.files import NOT_FOUND, Folder, find, type_of
from site_builder.serve.guard import Guarded
from site_builder.serve.inject import injected, tags
from site_builder.serve.state import Board, Preview

Now = Callable[[], Preview]
"""What is known at the moment of asking."""

_CLIENT = {
    "client.js": ("site_builder.serve", "client/client.js"),
    "overlay.css": ("site_builder.serve", "client/overlay.css"),
    "page.css": ("site_builder.serve", "client/page.css"),
    "livereload.js": ("livereload", "vendors/livereload.js"),
}
_HTML = "text/html; charset=utf-8"


class SiteFile(Guarded, StaticFileHandler):
    """A file of the published site."""

    def initialize(self, path: str, board: Board) -> None:  # type: ignore[override] # one argument more than tornado's
        super().initialize(path)
        self._board = board

    async def head(self, path: str) -> None:
        await self.get(path, include_body=False)

    async def get(self, path: str, include_body: bool = True) -> None:  # noqa: FBT001, FBT002 - tornado's signature
        site = Path(self.root)
        if not self._board.now().version:
            self._tell(503, documents.waiting(self._own_tags()))
            return
        # The site lies at the top, and its 404.html, which begins links at the host's, takes it to lie where it will.
        found = find(site, path) or find(site, f"/{path}".removeprefix(unquote(self._board.now().top)))
        if isinstance(found, Folder):
            self.redirect(f"{self.request.path}/")
        elif found is None:
            self._tell_nothing_there()
        elif found.suffix.lower() in (".html", ".htm"):
            self._show(200, found)
        else:
            # In pieces, and where the browser wants that (music, films) only from the place it asks for.
            name = OutputPath(found.relative_to(site.resolve()).as_posix())
            self._board.show(name)
            await super().get(name, include_body)

    def should_return_304(self) -> bool:
        return False

    def set_extra_headers(self, path: str) -> None:
        self.set_header("Cache-Control", "no-store")
        self.clear_header("Last-Modified")

    def get_content_type(self) -> str:
        return type_of(str(self.absolute_path))

    def _tell_nothing_there(self) -> None:
        if (page := find(Path(self.root), NOT_FOUND)) and isinstance(page, Path):
            self._show(404, page)
        elif find(Path(self.root), ""):
            self._tell(404, documents.not_found(self._own_tags()))
        else:
            self._tell(503, documents.no_site(self._board.now(), self._own_tags()))

    def _show(self, status: int, file: Path) -> None:
        now = self._board.now()
        name = OutputPath(file.relative_to(Path(self.root).resolve()).as_posix())
        # Before it is read: whoever publishes another one from now on knows that this one may be seen.
        self._board.show(name)
        try:
            page = file.read_bytes()
        except FileNotFoundError:
            raise HTTPError(404) from None
        self._tell(status, injected(page, tags(now.build, self.request.host, draft=name in now.drafts)))

    def _own_tags(self) -> bytes:
        return tags(self._board.now().build, self.request.host, own=True)

    def _tell(self, status: int, page: bytes) -> None:
        self.set_status(status)
        self.set_header("Content-Type", _HTML)
        # Where only the head was asked for, tornado sends no body; the length is that of the page all the same.
        self.finish(page)


class Overview(Guarded):
    """The list of recent rebuilds."""

    def initialize(self, now: Now) -> None:
        self._now = now

    def get(self) -> None:
        self.set_header("Content-Type", _HTML)
        self.set_header("Content-Security-Policy", "default-src 'self'")
        now = self._now()
        self.finish(documents.overview(now, tags(now.build, self.request.host, own=True)))

    head = get


class State(Guarded):
    """What a page asks for when it is told that something is new."""

    def initialize(self, now: Now) -> None:
        self._now = now

    def get(self) -> None:
        now = self._now()
        known = {"build": now.build, "problems": now.problems, "more": now.more_problems}
        self.set_header("Content-Type", "application/json; charset=utf-8")
        self.finish(msgspec.json.encode(known))


class ClientFile(Guarded):
    """The script that makes a page live, livereload's own, and their styles."""

    def get(self, name: str) -> None:
        if name not in _CLIENT:
            raise HTTPError(404)
        package, place = _CLIENT[name]
        self.set_header("Content-Type", type_of(name))
        self.finish(files(package).joinpath(place).read_bytes())
