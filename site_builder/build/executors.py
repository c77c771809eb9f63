"""Clusters that users bring: an address becomes an executor of `concurrent.futures`."""

from collections.abc import Iterator
from contextlib import contextmanager

from site_builder.build.workers import Mapper, over

_PATIENCE_SECONDS = 10


class ExecutorRefusal(Exception):  # noqa: N818 - what the command line cannot do, as a sentence
    """The cluster cannot be used; the text says why, and what to do."""


@contextmanager
def cluster(address: str) -> Iterator[Mapper]:
    """A mapper over the workers at an address such as `dask://localhost:8786`. Raises `ExecutorRefusal`."""
    scheme, separator, place = address.partition("://")
    if not separator or scheme != "dask" or not place:
        raise ExecutorRefusal(f'"{address}" is no address of a cluster. Write dask://HOST:PORT')
    try:
        from distributed import Client
    except ImportError:
        raise ExecutorRefusal(
            "A cluster needs dask.distributed. Install it with: pip install 'site-builder[cluster]'"
        ) from None
    try:
        client = Client(f"tcp://{place}", timeout=_PATIENCE_SECONDS)  # type: ignore[no-untyped-call]
    except (OSError, TimeoutError, ValueError) as error:
        raise ExecutorRefusal(
            f"No dask scheduler answers at {place} ({error}). Start one with: dask scheduler"
        ) from None
    with client:
        workers = len(client.scheduler_info(n_workers=-1)["workers"])
        if not workers:
            raise ExecutorRefusal(
                f"The dask scheduler at {place} has no workers. Start one with: dask worker tcp://{place}"
            )
        # Every worker computes as many pages at once as it has threads; one is enough, since Python runs one at a time.
        yield over(client.get_executor(pure=False), workers)  # type: ignore[no-untyped-call]
