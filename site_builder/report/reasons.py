"""Why a build made a page again, or did not."""

from site_builder.build.options import BuildResult
from site_builder.model.identity import OutputPath

_MOST = 8


def render_reasons(result: BuildResult, page: str) -> str:
    """What `build --explain PAGE` says."""
    path = OutputPath(page.removeprefix("./").lstrip("/"))
    if path not in result.paths:
        return f"{path}: the site has no such file.{_near(result, path)}"
    reasons = result.reasons.get(path)
    if not reasons:
        return f"{path}: not made again, since nothing that it shows has changed."
    told = "\n".join(f"  - {reason}" for reason in reasons[:_MOST])
    more = f"\n  - and {len(reasons) - _MOST} more" if len(reasons) > _MOST else ""
    return f"{path}: {_outcome(result, path)}, because of\n{told}{more}"


def _outcome(result: BuildResult, path: OutputPath) -> str:
    if path in result.changed:
        return "made again and written"
    return "looked at again and found to be the same"


def _near(result: BuildResult, path: str) -> str:
    from difflib import get_close_matches

    near = get_close_matches(path, sorted(result.paths), n=1)
    return f" Did you mean {near[0]}?" if near else ""
