"""ARTBENCH_DATA may name the folder of all data, or a copy of the published edition itself."""

from pathlib import Path

import pytest

from artbench.catalogue import find_suite
from artbench.suites import data_folder

PUBLISHED = find_suite("artmm:published")


@pytest.mark.parametrize("inside", [True, False])
def test_both_are_found(inside: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ARTBENCH_DATA", str(tmp_path))
    copy = tmp_path / "artmm-published" if inside else tmp_path
    (copy / "IDC").mkdir(parents=True)
    (copy / "IDC" / "1.jpg").touch()
    assert data_folder(PUBLISHED) == copy


def test_an_empty_folder_is_where_data_will_be_fetched_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ARTBENCH_DATA", str(tmp_path))
    assert data_folder(PUBLISHED) == tmp_path / "artmm-published"
