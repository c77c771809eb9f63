"""Which files of the output folder are ours: path and digest of each.

It lies beside the files it speaks of, so that neither a lost cache nor a moved folder can turn our pages into somebody
else's. It is one sorted file, and so a function of the site like every other file: a rebuild leaves the same bytes
as a clean build. An append-only log would save little (24,000 files: 10 ms of CPU for reading and writing it whole).
"""

from collections.abc import Mapping
from pathlib import Path

import msgspec

from site_builder.build.publishing.files import read_file
from site_builder.model.identity import OutputPath

MANIFEST = ".site-builder.json"


class _Manifest(msgspec.Struct, frozen=True):
    files: dict[OutputPath, str]
    version: int = 2


_DECODER = msgspec.json.Decoder(_Manifest)


def read_manifest(folder: Path, name: str = MANIFEST) -> dict[OutputPath, str]:
    """Our files by path; none where the manifest is missing or damaged, so that nothing is deleted by mistake."""
    try:
        return _DECODER.decode(read_file(folder / name) or b"").files
    except msgspec.DecodeError:
        return {}


def encode_manifest(files: Mapping[OutputPath, str]) -> bytes:
    # Not msgspec's order="sorted", which takes a hundred times as long where the names are nearly sorted already.
    names = sorted(files)
    ordered = files if names == list(files) else {path: files[path] for path in names}
    return msgspec.json.encode(_Manifest(dict(ordered))) + b"\n"
