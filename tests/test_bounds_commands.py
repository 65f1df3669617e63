# SPDX-License-Identifier: MIT
"""Commands that cannot read or write end with one message and exit code 2, never a traceback."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.source import MAX_BYTES
from tests.libraries import library

LONG = "a" * 5_000
COMMANDS = [["check"], ["lock"], ["schema"], ["schema", "--check"]]


@pytest.fixture
def trees(tmp_path: Path) -> Path:
    for name, data in library().items():
        (tmp_path / "trees" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "trees" / name).write_bytes(data)
    return tmp_path / "trees"


def run(*arguments: str) -> Result:
    result = CliRunner().invoke(main, list(arguments))
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result


def refused(result: Result, message: str) -> None:
    assert (result.exit_code, message in result.output) == (2, True), result.output
    assert len(result.output) < 1_000


def denied(monkeypatch: pytest.MonkeyPatch, owner: object, name: str) -> None:
    """Make a call fail as it does without permission; whoever runs tests may have them all."""

    def fail(*_: object, **__: object) -> None:
        raise PermissionError(13, os.strerror(13))

    monkeypatch.setattr(owner, name, fail)


@pytest.mark.parametrize("command", COMMANDS, ids="-".join)
def test_a_folder_with_an_endless_name(command: list[str]) -> None:
    refused(run(*command, LONG), "读不了文件夹 aaaa")


@pytest.mark.parametrize("command", COMMANDS, ids="-".join)
def test_a_folder_that_is_not_there(command: list[str]) -> None:
    refused(run(*command, "none/at/all"), "找不到文件夹 none/at/all。")


@pytest.mark.parametrize("command", COMMANDS, ids="-".join)
def test_a_folder_in_one_that_may_not_be_read(
    command: list[str], trees: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    denied(monkeypatch, Path, "is_dir")
    refused(run(*command, str(trees)), f"读不了文件夹 {trees}：Permission denied。")


def test_ask_and_diff_with_such_a_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    refused(run("ask", "demo", "--folder", LONG), "读不了文件夹 aaaa")
    refused(run("diff", "HEAD", "--folder", LONG), "找不到文件夹 aaaa")
    denied(monkeypatch, Path, "is_dir")
    refused(run("ask", "demo", "--folder", "a/b"), "读不了文件夹 a/b：Permission denied。")
    refused(run("diff", "HEAD", "--folder", "a/b"), "找不到文件夹 a/b")


def test_lock_where_nothing_may_be_written(trees: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    denied(monkeypatch, tempfile, "mkstemp")
    refused(run("lock", str(trees)), f"写不了 {trees / 'ids.lock'}：Permission denied。")


def test_lock_leaves_no_half_written_file(trees: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    denied(monkeypatch, os, "fsync")
    refused(run("lock", str(trees)), "写不了")
    assert not [path for path in trees.iterdir() if "ids.lock" in path.name]


def _pipe(path: Path) -> None:
    os.mkfifo(path)


def _folder(path: Path) -> None:
    path.mkdir()


@pytest.mark.parametrize("make", [_pipe, _folder])
@pytest.mark.parametrize("more", [(), ("--check",)])
def test_a_schema_that_is_no_file(
    trees: Path, make: Callable[[Path], None], more: tuple[str, ...]
) -> None:
    (trees / "schemas").mkdir()
    make(trees / "schemas/facts.json")
    refused(run("schema", str(trees), *more), "facts.json 不是普通文件")


def test_a_schema_that_may_not_be_read(trees: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (trees / "schemas").mkdir()
    (trees / "schemas/facts.json").write_bytes(b"{}")
    denied(monkeypatch, Path, "read_bytes")
    refused(run("schema", str(trees), "--check"), "facts.json：Permission denied。")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full")
def test_check_onto_a_full_disk(trees: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "generator.cli", "check", str(trees)],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.returncode == 2
    assert done.stderr.decode() == "读写时出错：No space left on device。\n"


def test_an_enormous_file_is_not_read(trees: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with (trees / "facts/big.yaml").open("wb") as file:
        file.truncate(1_500_000_000)
    read = Path.read_bytes

    def small(path: Path) -> bytes:
        assert path.stat().st_size <= MAX_BYTES
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", small)
    result = run("check", str(trees))
    assert result.exit_code == 1
    message = "facts/big.yaml 错误[YML001] 文件有 1,500,000,000 字节，最多 2,000,000 字节。"
    assert message in result.output


def test_diff_finds_a_folder_whose_name_ends_in_a_line_break(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "z\n"
    for name, data in library().items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    me = ("-c", "user.name=a", "-c", "user.email=a@b.c")
    for command in (("init", "-q"), ("add", "."), (*me, "commit", "-q", "-m", "a")):
        subprocess.run(["git", *command], cwd=tmp_path, check=True)
    monkeypatch.chdir(tmp_path)
    result = run("diff", "HEAD", "--folder", "z\n")
    assert (result.exit_code, "没有" in result.output) == (0, True), result.output
