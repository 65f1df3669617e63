# SPDX-License-Identifier: MIT
# ruff: noqa: F401, F811 (fixtures are imported by name)
"""`lubiao lock`: it only adds, tells what is missing, and gives up what is gone."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.folder import read_folder
from generator.ledger import FILE, appended
from tests.ledger_samples import everything, said, trees


def lock(folder: Path, *args: str) -> Result:
    return CliRunner().invoke(main, ["lock", str(folder), *args])


def test_lock_writes_everything_once_and_then_nothing(trees: Path) -> None:
    first = lock(trees)
    assert first.exit_code == 0, first.output
    assert first.output == "新登记 17 个 id，一共 17 个。\n"
    written = (trees / FILE).read_bytes()
    assert b"\noption used/part\n" in written
    assert lock(trees).output == "新登记 0 个 id，一共 17 个。\n"
    assert (trees / FILE).read_bytes() == written
    assert said(read_folder(trees)) == []


def test_lock_only_adds_whatever_stands_there(trees: Path) -> None:
    before = b"# mine\r\noutcome late\n\ntree demo # first\nevidence order-page"
    (trees / FILE).write_bytes(before)
    (trees / FILE).chmod(0o640)
    assert lock(trees).exit_code == 0
    after = (trees / FILE).read_bytes()
    assert after.startswith(before + b"\nfact arrived\n")
    assert after.count(b"outcome late\n") == 1
    assert stat.S_IMODE((trees / FILE).stat().st_mode) == 0o640
    assert [p.name for p in trees.iterdir() if p.name.startswith(".")] == []


def test_lock_through_a_link_writes_the_file_behind_it(trees: Path, tmp_path: Path) -> None:
    real = tmp_path / "real.lock"
    real.write_bytes(b"")
    (trees / FILE).symlink_to(real)
    assert lock(trees).exit_code == 0
    assert (trees / FILE).is_symlink()
    assert b"tree demo\n" in real.read_bytes()


def test_lock_refuses_trees_that_are_not_sound(trees: Path) -> None:
    tree = trees / "trees/demo.yaml"
    tree.write_text(tree.read_text("utf-8").replace("outcome/fresh", "outcome/frsh"), "utf-8")
    result = lock(trees)
    assert result.exit_code == 1
    assert "trees/demo.yaml:13:21 错误[REF001]" in result.output
    assert not (trees / FILE).exists()


def test_check_tells_what_is_missing_and_writes_nothing(trees: Path) -> None:
    (trees / FILE).write_bytes(appended(b"", ["tree demo"]))
    before = (trees / FILE).read_bytes()
    result = lock(trees, "--check")
    assert result.exit_code == 1
    assert "16 个 id 还没有登记，运行 lubiao lock 把它们记下来" in result.output
    assert "  option used/part\n" in result.output
    assert (trees / FILE).read_bytes() == before
    lock(trees)
    assert lock(trees, "--check").exit_code == 0


def test_a_malformed_ledger_is_neither_checked_nor_added_to(trees: Path) -> None:
    (trees / FILE).write_bytes(b"<<<<<<< ours\nfact a\n")
    for args in ((), ("--check",), ("--retire", "fact", "a")):
        result = lock(trees, *args)
        assert result.exit_code == 1
        assert "ids.lock:1:1 错误[LCK001] 这里还留着合并时的冲突标记。" in result.output
    assert (trees / FILE).read_bytes() == b"<<<<<<< ours\nfact a\n"


def test_retire_gives_up_what_is_gone(trees: Path) -> None:
    (trees / FILE).write_bytes(everything("fact paid", "option paid/a", "outcome gone")[FILE])
    before = (trees / FILE).read_bytes()
    assert len(said(read_folder(trees))) == 2
    result = lock(trees, "--retire", "fact", "paid", "--retire", "outcome", "gone")
    assert result.output == "停用了 2 个 id。以后不能再用它们。\n"
    after = (trees / FILE).read_bytes()
    assert after == before + b"retired fact paid\nretired outcome gone\n"
    assert said(read_folder(trees)) == []
    assert lock(trees, "--retire", "fact", "paid").exit_code == 0
    assert (trees / FILE).read_bytes() == after


@pytest.mark.parametrize(
    ("pair", "words"),
    [
        (("fact", "used"), "事实“used”还在用。先从 YAML 里删掉它（formerly 里也算），再停用。"),
        (("fact", "payed"), "ids.lock 里没有事实“payed”。是不是想写“paid”？"),
        (("fcat", "paid"), "看不懂“fcat paid”。类别是 fact、option、"),
        (("option", "paid"), "选项写成 事实/选项。"),
    ],
)
def test_retire_refuses_what_it_cannot_mean(trees: Path, pair: tuple[str, str], words: str) -> None:
    (trees / FILE).write_bytes(everything("fact paid")[FILE])
    before = (trees / FILE).read_bytes()
    result = lock(trees, "--retire", *pair)
    assert result.exit_code == 1
    assert words in result.output
    assert (trees / FILE).read_bytes() == before


def test_check_and_retire_do_not_go_together(trees: Path) -> None:
    assert lock(trees, "--check", "--retire", "fact", "a").exit_code == 2


def test_a_folder_that_cannot_be_written_is_told_plainly(
    trees: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr(os, "fsync", full)
    result = lock(trees)
    assert result.exit_code == 2
    assert "写不了" in result.output
    assert [p.name for p in trees.iterdir() if "lock" in p.name] == []
