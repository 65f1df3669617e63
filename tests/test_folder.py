# SPDX-License-Identifier: MIT
# ruff: noqa: F401, F811 (fixtures are imported by name)
"""Reading a folder of trees: what is no source file is told, all at once, in plain words."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
import sites
from click.testing import CliRunner

from generator.cli import main
from generator.folder import FolderFault, read_folder
from generator.ledger import FILE
from tests.ledger_samples import trees
from tests.libraries import library


def faults(folder: Path) -> dict[str, str]:
    """Code and file of everything that is wrong with a folder."""
    with pytest.raises(FolderFault) as caught:
        read_folder(folder)
    for problem in caught.value.problems:
        assert problem.message in str(caught.value)
        assert problem.hint
    return {problem.span.file: problem.code for problem in caught.value.problems}


def test_the_ledger_is_read_and_other_files_are_not(trees: Path) -> None:
    for name in (FILE, "notes.txt", "facts/other.lock", ".hidden.yaml", "facts/.#a.yaml"):
        (trees / name).write_bytes(b"fact a\n")
    assert set(read_folder(trees)) == {*library(), FILE}


def test_everything_that_is_no_source_file_is_told_at_once(trees: Path, tmp_path: Path) -> None:
    (trees / "facts/a.YAML").write_bytes(b"")
    (trees / "facts/b.Yml").write_bytes(b"")
    (trees / "facts/gone.yaml").symlink_to("nowhere.yaml")
    (trees / "linked").symlink_to(tmp_path, target_is_directory=True)
    os.mkfifo(trees / "facts/pipe.yaml")
    (trees / "facts/folder.yaml").mkdir()
    (trees / "facts/a\nb\x1b[2J.yaml").write_bytes(b"")
    (trees / "facts/a\u202eb.yaml").write_bytes(b"")
    (trees / "IDS.lock").write_bytes(b"")
    assert faults(trees) == {
        "IDS.lock": "FIL001",
        "facts/a.YAML": "FIL001",
        "facts/b.Yml": "FIL001",
        "facts/gone.yaml": "FIL002",
        "linked": "FIL002",
        "facts/pipe.yaml": "FIL003",
        "facts/folder.yaml": "FIL004",
        "facts/a\\u000ab\\u001b[2J.yaml": "FIL005",
        "facts/a\\u202eb.yaml": "FIL005",
    }


def test_the_command_tells_it_in_plain_words(trees: Path) -> None:
    (trees / "facts/a.YAML").write_bytes(b"")
    os.mkfifo(trees / "facts/pipe.yaml")
    result = CliRunner().invoke(main, ["check", str(trees)])
    assert result.exit_code == 1
    assert "facts/a.YAML 错误[FIL001] 文件名里有大写字母，这样不会被读到。" in result.output
    assert "改名为 a.yaml。" in result.output
    assert "facts/pipe.yaml 错误[FIL003] 这不是普通文件（是管道、设备之类）。" in result.output


def test_a_build_tells_it_and_leaves_the_old_site(tmp_path: Path, plugin_installed: None) -> None:
    project = sites.copy_of(sites.SECOND_SITE, tmp_path / "project")
    (project / "trees/facts/a.YAML").write_bytes(b"")
    (project / "site").mkdir()
    (project / "site/index.html").write_text("old")
    done = sites.mkdocs("build", cwd=project)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "trees/facts/a.YAML:1:1 错误[FIL001] 文件名里有大写字母" in done.stdout + done.stderr
    assert [path.name for path in (project / "site").iterdir()] == ["index.html"]


def test_a_name_that_is_no_text_is_told(trees: Path) -> None:
    try:
        (trees / "facts/a\udcff.yaml").write_bytes(b"")
    except OSError:  # a file system that only takes text cannot hold the fault
        return
    assert faults(trees) == {"facts/a\\udcff.yaml": "FIL005"}


def test_a_file_that_goes_while_it_is_read_is_told(
    trees: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = Path.read_bytes

    def gone(path: Path) -> bytes:
        if path.name == "demo.yaml":
            raise FileNotFoundError(2, os.strerror(2), str(path))
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", gone)
    assert faults(trees) == {"law/demo.yaml": "FIL006", "trees/demo.yaml": "FIL006"}


def test_no_folder_and_no_yaml_are_told(tmp_path: Path) -> None:
    with pytest.raises(FolderFault, match="找不到文件夹"):
        read_folder(tmp_path / "none")
    (tmp_path / FILE).write_bytes(b"")
    with pytest.raises(FolderFault, match="没有 YAML 文件"):
        read_folder(tmp_path)
