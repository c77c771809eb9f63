"""Where this program was installed from, so that a new site's workflow can install the same."""

from importlib.metadata import Distribution, PackageNotFoundError, distribution

import msgspec

NAME = "site-builder"
_HEADER = "# What the workflow in .github/workflows/pages.yml installs.\n"
_BY_HAND = "# This copy of the program has no public address: put its wheel there, or name where it can be had.\n"


class _VersionControl(msgspec.Struct, frozen=True):
    vcs: str
    commit_id: str


class _DirectUrl(msgspec.Struct, frozen=True):
    """direct_url.json, which pip writes beside a package that came from no index (PEP 610)."""

    url: str
    vcs_info: _VersionControl | None = None


def requirements() -> str:
    """The text of requirements.txt: this very version, from where it came."""
    try:
        installed = distribution(NAME)
    except PackageNotFoundError:
        return f"{_HEADER}{_BY_HAND}{_wheel('0')}\n"
    return requirements_of(installed)


def requirements_of(installed: Distribution) -> str:
    """The same for a given installation. One from a folder or a file of this machine is asked for as a wheel beside
    the site: a bare name would be fetched from an index, where it may be somebody else's."""
    text = installed.read_text("direct_url.json")
    if text is None:
        return f"{_HEADER}{NAME}=={installed.version}\n"
    origin = msgspec.json.decode(text, type=_DirectUrl)
    if origin.vcs_info is not None:
        return f"{_HEADER}{NAME} @ {origin.vcs_info.vcs}+{origin.url}@{origin.vcs_info.commit_id}\n"
    if origin.url.startswith("https://"):
        return f"{_HEADER}{NAME} @ {origin.url}\n"
    return f"{_HEADER}{_BY_HAND}{_wheel(installed.version)}\n"


def _wheel(version: str) -> str:
    return f"./{NAME.replace('-', '_')}-{version}-py3-none-any.whl"
