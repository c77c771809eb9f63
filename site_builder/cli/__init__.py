"""The command line: one file a command, thin. Nothing is imported before it is needed, so that --help is instant."""


def main() -> int:
    """Runs the command of this process. Returns its exit code (see `cli.run`)."""
    import sys

    from site_builder.cli.run import run

    return run(sys.argv[1:])
