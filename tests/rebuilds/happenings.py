"""Steps that change no source: what befalls the output folder, the cache and the times of files between two builds,
and with which options the next builds run."""

import os
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import msgspec
from msgspec.structs import replace

from site_builder.build.options import BuildOptions
from tests.rebuilds.folders import Seen, own_files, seen_in

CACHE = ".cache"


class Happening(msgspec.Struct, frozen=True):
    def happen(self, root: Path) -> None:
        """Does it to the site in that folder, as far as there is something to do it to."""
        raise NotImplementedError


class Damage(Happening, frozen=True):
    """A file of the finished site is no longer what was published."""

    path: str
    how: str

    def happen(self, root: Path) -> None:
        output = root / "output"
        published = seen_in(output)
        if self.path in published:
            _DAMAGES[self.how](output / self.path, published[self.path])


class Foreign(Happening, frozen=True):
    """Somebody else's file lies in the output folder."""

    path: str

    def happen(self, root: Path) -> None:
        file = root / "output" / self.path
        file.parent.mkdir(parents=True, exist_ok=True)
        if not file.is_dir():
            file.write_bytes(b"mine")


class LoseOutput(Happening, frozen=True):
    """The output folder is gone, or only the list of what in it is ours."""

    wholly: bool

    def happen(self, root: Path) -> None:
        output = root / "output"
        if self.wholly:
            shutil.rmtree(output, ignore_errors=True)
        for path in own_files(output):
            (output / path).unlink()


class HarmCache(Happening, frozen=True):
    """A file of the cache, by its place among them, wrapping round, is no longer what was written."""

    file: int
    how: str
    place: int = 0
    """For harm to a single byte."""

    def happen(self, root: Path) -> None:
        files = sorted(path for path in (root / CACHE).rglob("*") if path.is_file())
        if files:
            _HARMS[self.how](files[self.file % len(files)], self.place)


class LoseCache(Happening, frozen=True):
    def happen(self, root: Path) -> None:
        shutil.rmtree(root / CACHE, ignore_errors=True)


class Touch(Happening, frozen=True):
    """Every source gets a new time, earlier or later than before, and nothing else."""

    seconds: int

    def happen(self, root: Path) -> None:
        for folder in ("content", "themes", "overrides"):
            for file in (root / folder).rglob("*.*"):
                mtime_ns = file.stat().st_mtime_ns + self.seconds * 1_000_000_000
                os.utime(file, ns=(mtime_ns, mtime_ns))


class Choose(msgspec.Struct, frozen=True):
    """The following builds run with another option."""

    option: str

    def chosen(self, options: BuildOptions) -> BuildOptions:
        return _CHOICES[self.option](options)


def flip_byte(file: Path, place: int) -> None:
    """Alters one byte of a file; the place wraps round."""
    content = bytearray(file.read_bytes())
    if content:
        content[place % len(content)] ^= 0xFF
        file.write_bytes(content)


def cut_file(file: Path, place: int) -> None:
    """Ends a file early; the place wraps round."""
    os.truncate(file, place % (file.stat().st_size + 1))


def _edit(file: Path, seen: Seen) -> None:
    file.write_bytes(seen.content + b"\n<!-- mine -->\n")


def _edit_unseen(file: Path, seen: Seen) -> None:
    """Other bytes of the same length, at the same time as before."""
    file.write_bytes(seen.content[:-2] + b"?\n")
    os.utime(file, ns=(seen.mtime_ns, seen.mtime_ns))


def _replace_by_link(file: Path, seen: Seen) -> None:
    file.unlink()
    file.symlink_to(f"{file.name}.elsewhere")


_DAMAGES: Mapping[str, Callable[[Path, Seen], object]] = {
    "cut": lambda file, seen: file.write_bytes(seen.content[: len(seen.content) // 2]),
    "edited": _edit,
    "edited unseen": _edit_unseen,
    "emptied": lambda file, _: file.write_bytes(b""),
    "linked": _replace_by_link,
    "lost": lambda file, _: file.unlink(),
}
DAMAGES = tuple(_DAMAGES)

_HARMS: Mapping[str, Callable[[Path, int], object]] = {
    "lost": lambda file, _: file.unlink(),
    "cut": cut_file,
    "altered": flip_byte,
    "foreign": lambda file, _: file.write_bytes(b"something else altogether\n" * 40),
    "emptied": lambda file, _: file.write_bytes(b""),
}
HARMS = tuple(_HARMS)

_CHOICES: Mapping[str, Callable[[BuildOptions], BuildOptions]] = {
    "--keep-going": lambda options: replace(options, keep_going=True),
    "no --keep-going": lambda options: replace(options, keep_going=False),
    "--drafts": lambda options: replace(options, drafts=True),
    "no --drafts": lambda options: replace(options, drafts=None),
    "--base-url": lambda options: replace(options, base_url="https://example.net/"),
    "no --base-url": lambda options: replace(options, base_url=None),
    "--verify": lambda options: replace(options, verify=True),
    "no --verify": lambda options: replace(options, verify=False),
    "--atomic": lambda options: replace(options, atomic=True),
    "no --atomic": lambda options: replace(options, atomic=False),
    "--jobs 2": lambda options: replace(options, jobs=2),
    "--jobs 1": lambda options: replace(options, jobs=1),
    "--strict": lambda options: replace(options, strict=True),
    "no --strict": lambda options: replace(options, strict=None),
}
CHOICES = tuple(_CHOICES)
