"""Fetched data are the pinned files, whole, where they belong and nowhere else."""

from pathlib import Path

import pytest
from file_server import FILES, Server, held, listing

from artbench import data
from artbench.cards import load
from artbench.catalogue import find_suite
from artbench.errors import CardError, UnknownError, UsageError
from artbench.folders import cards_root
from artbench.suites import open_suite

ORIGINAL = Path(__file__).parents[2].parent / "shared" / "artmm"


def test_the_files_come_and_nothing_else(suite: str, tmp_path: Path, server: Server) -> None:
    home = data.get(suite, tmp_path / "data")
    assert home == tmp_path / "data" / "mini-published"
    assert held(tmp_path / "data") == {f"mini-published/{k}": v for k, v in FILES.items()}
    assert server.asked == list(server.files)


def test_progress_is_told_on_stderr(
    suite: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data.get(suite, tmp_path / "data")
    told = capsys.readouterr()
    assert told.out == ""
    assert "fetching mini:published" in told.err


def test_what_is_right_is_kept_and_the_rest_fetched(
    suite: str, tmp_path: Path, server: Server
) -> None:
    home = data.get(suite, tmp_path)
    (home / "MDIUC" / "Answer1.txt").unlink()
    (home / "IDC" / "1.jpg").write_bytes(b"FIRST" * 1000)  # as long, but another file
    server.asked.clear()
    assert data.get(suite, tmp_path) == home
    assert server.asked == ["/pinned/IDC/1.jpg", "/pinned/MDIUC/Answer1.txt"]
    assert held(home) == FILES


def test_a_copy_is_completed_where_it_lies(suite: str, tmp_path: Path, server: Server) -> None:
    (tmp_path / "MDIUC").mkdir()
    (tmp_path / "MDIUC" / "Answer1.txt").write_bytes(FILES["MDIUC/Answer1.txt"])
    assert data.get(suite, tmp_path) == tmp_path
    assert len(server.asked) == 2
    assert not (tmp_path / "mini-published").exists()


def test_the_data_folder_is_the_users_unless_named(
    suite: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("ARTBENCH_DATA", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "xdg"))
    assert data.get(suite) == tmp_path / "xdg" / "artbench" / "mini-published"
    monkeypatch.setenv("ARTBENCH_DATA", str(tmp_path / "mine"))
    assert data.get(suite) == tmp_path / "mine" / "mini-published"


@pytest.mark.parametrize(
    "path", ["../out.txt", "IDC/../../out.txt", "/tmp/out.txt", "link/out.txt"]
)
def test_nothing_is_written_outside_the_folder(
    suite: str, tmp_path: Path, server: Server, path: str
) -> None:
    home = tmp_path / "data" / "mini-published"
    home.mkdir(parents=True)
    (home / "link").symlink_to(tmp_path)
    bad = listing(server.address, {path: b"x"})
    (tmp_path / "mini" / "published.toml").write_text(bad)
    with pytest.raises(CardError, match=r"out.txt: would be written outside .*mini-published"):
        data.get(suite, tmp_path / "data")
    assert not server.asked


def test_only_the_web_is_asked(suite: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="file:///etc/: expected an address with https://"):
        data.get(suite, tmp_path, address="file:///etc/")


def test_what_is_here_is_not_fetched() -> None:
    with pytest.raises(UsageError, match="artmm:open: nothing to fetch.*: artmm:published"):
        data.get("artmm")


def test_a_name_that_is_unknown_is_told() -> None:
    with pytest.raises(UnknownError, match="did you mean published"):
        data.get("artmm:publishd")


def test_a_list_with_a_wrong_key_is_told(suite: str, tmp_path: Path) -> None:
    path = tmp_path / "mini" / "published.toml"
    path.write_text(path.read_text().replace("sha256", "sha265", 1))
    with pytest.raises(CardError, match=r"published.toml: file\[0\]: unknown key sha265"):
        data.get(suite, tmp_path)


def test_the_list_of_artmm_is_pinned_to_one_commit() -> None:
    card = load(data.FetchCard, cards_root() / "benchmarks" / "artmm" / "published.toml")
    assert card.revision in card.address
    assert len(card.files) == len({file.path for file in card.files}) == 32
    assert sum(not file.path.endswith(".txt") for file in card.files) == 27
    assert all(len(file.sha256) == 64 and file.size > 0 for file in card.files)


@pytest.mark.skipif(not ORIGINAL.is_dir(), reason="no ../shared/artmm here")
def test_artmm_is_fetched_and_read(tmp_path: Path, server: Server) -> None:
    card = load(data.FetchCard, cards_root() / "benchmarks" / "artmm" / "published.toml")
    server.files = {f"/{f.path}": (ORIGINAL / f.path).read_bytes() for f in card.files}
    mirror = server.address.removesuffix("pinned/")
    home = data.get("artmm:published", tmp_path, address=mirror)
    assert len(open_suite(find_suite("artmm:published"), home)) == 27
    assert data.get("artmm:published", ORIGINAL, address="http://127.0.0.1:1") == ORIGINAL
