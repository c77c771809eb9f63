"""`site-builder serve`"""

import signal
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from site_builder.cli.cannot_run import CannotRun
from site_builder.cli.options import drafts_option, jobs_option, theme_option
from site_builder.cli.output import tell
from site_builder.cli.site import find_site, path_from_here, site_option
from site_builder.cli.themes import known_theme

if TYPE_CHECKING:
    import socket

    from site_builder.model.diagnostic import Diagnostic
    from site_builder.serve.state import Rebuild

LOOPBACK = "127.0.0.1"
PORT = 8000
TERMINATED = 143
"""As shells count it: 128 and the signal."""


@click.command(epilog="\b\nExample:\n  site-builder serve --open\n  site-builder serve --drafts --port 8080")
@site_option
@click.option("--open", "opens", is_flag=True, help="Open the site in the browser.")
@click.option(
    "--port",
    type=click.IntRange(min=0, max=65_535),
    metavar="NUMBER",
    default=PORT,
    show_default=True,
    help="Where to listen; if the port is taken, on the next that is free.",
)
@click.option(
    "--host",
    metavar="ADDRESS",
    default=LOOPBACK,
    show_default=True,
    help="Whom to serve: by default only this machine, with 0.0.0.0 the whole network.",
)
@drafts_option
@theme_option
@jobs_option
def command(
    *, site: Path | None, opens: bool, port: int, host: str, drafts: bool, theme: str | None, jobs: int
) -> None:
    """Show the site in the browser, anew at every save.

    Content, themes, overrides and site.toml are watched. What is wrong is told here and over the page, until it is
    mended. The site is built into a folder of its own; output/ stays as it is. Ctrl-C ends it.
    """
    root = find_site(site)
    theme = known_theme(root, theme)
    import secrets
    from queue import SimpleQueue

    from site_builder.serve.access import is_loopback
    from site_builder.serve.builder import PREVIEW, SiteBuilder
    from site_builder.serve.changes import Changes, git_at_work
    from site_builder.serve.preview import StopPreview, keep_building
    from site_builder.serve.sentences import line_of
    from site_builder.serve.server import port_of, serving
    from site_builder.serve.state import Board
    from site_builder.serve.watching import watched

    listening = _listen(host, port)
    bound = port_of(listening)
    address = f"http://{_in_address(host)}:{bound}/"
    if not is_loopback(host):
        click.echo("Warning: everybody in this network can see the preview, drafts included.", err=True)
    if port not in (0, bound):
        click.echo(f"Port {port} is taken; this is {bound}.", err=True)
    place = "" if root == Path.cwd() else f" of {path_from_here(root)}"
    click.echo(f"Watching content/, themes/, overrides/, data/ and site.toml{place}. Ctrl-C ends it.", err=True)
    click.echo(f"The site is at {address}, and a list of rebuilds at {address}__preview/", err=True)

    def told(rebuild: "Rebuild", news: Sequence["Diagnostic"]) -> None:
        tell(news, "text", root)
        click.echo(line_of(rebuild), err=True)
        if opens and not rebuild.causes:
            _open(address)

    def stop(_number: int, _frame: object) -> None:
        raise StopPreview(TERMINATED)

    signal.signal(signal.SIGTERM, stop)
    changes: Changes = SimpleQueue()
    board = Board(secrets.token_hex(4))
    with serving(root / PREVIEW, listening, host, board) as announce, watched(root, changes):
        builder = SiteBuilder(root, drafts=drafts, jobs=jobs, theme=theme)
        keep_building(builder, changes, board, announce, told, git_at_work(root))


def _listen(host: str, port: int) -> "socket.socket":
    from socket import gaierror

    from site_builder.serve.server import NoPortError, bind

    try:
        return bind(host, port)
    except NoPortError as error:
        raise CannotRun(f"{error.strerror}. Choose another one with --port.") from None
    except PermissionError:
        raise CannotRun(f"You may not listen on port {port}. Choose one from 1024 up with --port.") from None
    except (gaierror, UnicodeError):
        raise CannotRun(f'"{host}" is no address that can be listened on; leave out --host for this machine.') from None
    except OSError as error:
        raise CannotRun(f"It is not possible to listen on {host} port {port}: {error.strerror}.") from None


def _in_address(host: str) -> str:
    """How to call the server in an address: what listens on every interface is reached on this machine's own."""
    if host in ("0.0.0.0", "::", ""):  # noqa: S104 - compared, not bound
        return LOOPBACK
    return f"[{host}]" if ":" in host else host


def _open(address: str) -> None:
    import threading
    import webbrowser

    # A browser that runs in the terminal does not return before it is left.
    threading.Thread(target=webbrowser.open, args=(address,), daemon=True).start()
