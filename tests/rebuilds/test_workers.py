"""One worker, many, or a cluster of somebody's: the same bytes."""

import shutil
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path

import pytest
from msgspec.structs import replace

from site_builder.build.options import BuildOptions
from site_builder.build.pipeline import build
from site_builder.model.diagnostic import Diagnostic
from tests.rebuilds.folders import contents_of
from tests.tools import ROOT, missing

Made = tuple[Mapping[str, bytes], tuple[Diagnostic, ...]]


@pytest.fixture(scope="module")
def made_by_one(tmp_path_factory: pytest.TempPathFactory) -> Made:
    return made(tmp_path_factory.mktemp("one"), BuildOptions(jobs=1))


def made(root: Path, options: BuildOptions) -> Made:
    """The encyclopedia that comes with the program, built from nothing."""
    shutil.copytree(ROOT / "content", root / "content")
    shutil.copy(ROOT / "site.toml", root)
    result = build(root, options)
    assert result.published
    return contents_of(root / "output"), result.diagnostics


@pytest.mark.parametrize("jobs", [2, 3])
def test_many_workers_make_the_same_bytes_as_one(jobs: int, made_by_one: Made, tmp_path: Path) -> None:
    assert made(tmp_path, BuildOptions(jobs=jobs)) == made_by_one


def test_a_cluster_makes_the_same_bytes_as_one_worker(made_by_one: Made, tmp_path: Path) -> None:
    if find_spec("distributed") is None:
        missing("this test starts a cluster of dask.distributed, which is not installed")
    from distributed import LocalCluster

    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster:  # type: ignore[no-untyped-call]
        address = cluster.scheduler_address.replace("tcp://", "dask://")
        assert made(tmp_path, replace(BuildOptions(jobs=1), executor=address)) == made_by_one
