"""What a build remembers, so that the next one can tell what is as it was."""

import os

import msgspec

READ = "i"
"""How `array` keeps the codes of reads."""
_COARSE_NS = 2_000_000_000
"""No file system in use has coarser time stamps than FAT: two seconds."""
SETTLING_SECONDS = 0.03
"""Where stamps have fractions of a second, they follow the kernel's clock, which ticks every 1 to 10 ms."""
_FINE_NS = round(SETTLING_SECONDS * 1e9)


class Stamp(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """What the file system says of a file without it being read: a hint, never the truth."""

    modified: int
    """Nanoseconds."""
    size: int
    inode: int
    changed: int
    """Nanoseconds; tells that a file was replaced by one with an older date."""


class SourceRecord(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A content file or a picture as it was when it was last read."""

    stamp: Stamp
    digest: str
    """Of its bytes."""
    settled: bool
    """Whether it had been left alone for a while when it was read, so that an equal stamp means equal bytes."""


class EntryRecord(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """What is asked most often of a content file that was parsed."""

    parsed: str
    """The name of its parse in the store."""
    entity: str
    """The id of its entity; "" where it has none: its front matter cannot be read, or it is a draft not wanted."""
    media: tuple[str, ...] = ()
    faulty: bool = False
    """Whether its parse has diagnostics."""
    image: str = ""
    """The one of `media` that its front matter names."""


class PageRecord(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """What a file of the finished site was made from."""

    request: str
    """The digest of its request; "" where the file is not what the request says, and has to be made anew."""
    template: str
    """"" for a file that no template makes."""
    closure: str
    """The digest of the template and all that it brings in."""
    reads: bytes
    """What was read to make its request: the codes of the reads, sorted."""
    sort: str = ""
    key: str = ""
    """With the path, these two are its `PageId`."""


UNMADE = PageRecord("", "", "", b"")
"""Of a page that could not be made: nothing is equal to it."""


def source_stamp(status: os.stat_result) -> Stamp:
    return Stamp(status.st_mtime_ns, status.st_size, status.st_ino, status.st_ctime_ns)


def is_settled(last: int, now: int) -> bool:
    """Whether a file that was last changed at `last`, by its stamp, cannot change after `now` and keep that stamp.

    Both are nanoseconds since 1970. A file that changes twice within the granularity of its time stamps looks unchanged
    the second time; git calls that "racily clean".
    """
    return last < now - (_FINE_NS if last % 1_000_000 else _COARSE_NS)
