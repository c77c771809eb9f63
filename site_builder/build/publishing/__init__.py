"""The only writer: puts a finished site into its folder, and survives being stopped at any moment.

The *output* is the folder that holds the finished site. In it lie, beside the site's own files,

- the *manifest* (`.site-builder.json`): which files are ours, each with the digest of its bytes. What is in it and
  still has that digest is ours to delete once it is no longer part of the site; everything else is somebody else's;
- while a build runs, the *lock* (`.site-builder.lock`), which tells who is building;
- while a build runs, the *stage* (`.site-builder-stage/`): new bytes that nobody sees yet, the manifest to come, and
  from the moment when every file could be made the *journal*, which says what goes where.

A build takes the lock, lets `recover` finish what a killed one began, has every file staged (by as many processes
as it likes), and commits. Until the journal is there nothing visible has changed, and whoever finds the stage throws
it away. From then on everything that needs room on the disk has been written, and whoever finds the journal can carry
out the rest: so the folder holds the last good site or becomes the new one, with no page torn.

The stage is one folder, and not a temporary file beside each page: what a killed build leaves behind is found without
a walk through the whole site, and a build that fails has made no empty folders.
"""
