"""Publishing a site that lies in memory as a whole, for sites and tests that are small."""

from collections.abc import Sequence
from pathlib import Path

import msgspec

from site_builder.build.publishing.commit import Published, commit
from site_builder.build.publishing.recovery import recover
from site_builder.build.publishing.staging import abandon, stage
from site_builder.model.identity import OutputPath


class File(msgspec.Struct, frozen=True):
    path: OutputPath
    content: bytes


def publish(
    output: Path, files: Sequence[File], *, keep: frozenset[OutputPath] = frozenset(), atomic: bool = False
) -> Published:
    """Makes the folder hold these files, and of our earlier ones only those in `keep`. To be called with the lock.

    A file is written only if its bytes differ, and no reader ever meets half a page. Files that somebody else wrote
    or changed are never deleted.
    """
    recover(output)
    try:
        made = [stage(output, file.path, file.content) for file in files]
        return commit(output, made, unknown=keep, atomic=atomic)
    except BaseException:
        abandon(output)
        raise
