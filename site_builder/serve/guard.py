"""What holds for every answer of the preview: who gets one, and that nobody keeps it."""

from tornado.web import HTTPError, RequestHandler

from site_builder.serve.access import Audience, admits

_HEADERS = {
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    # A page of somebody else's cannot take in what is shown here as a script, a style or a picture either.
    "Cross-Origin-Resource-Policy": "same-origin",
    "Server": "site-builder",
}


class Guarded(RequestHandler):
    """A handler that answers its audience only. The setting `audience` says who that is."""

    def set_default_headers(self) -> None:
        for name, value in _HEADERS.items():
            self.set_header(name, value)

    def prepare(self) -> None:
        audience = self.settings["audience"]
        assert isinstance(audience, Audience)  # noqa: S101 - a promise of our own modules
        headers = self.request.headers
        if not admits(audience, headers.get("Host", ""), headers.get("Origin")):
            raise HTTPError(403)

    def compute_etag(self) -> str | None:
        # A page is built anew while somebody looks at it: nothing that a browser remembers of it is of use.
        return None

    def write_error(self, status_code: int, **_kwargs: object) -> None:
        self.set_header("Content-Type", "text/plain; charset=utf-8")
        self.finish(f"{status_code} {self._reason}\n")
