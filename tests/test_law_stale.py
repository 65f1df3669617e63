# SPDX-License-Identifier: MIT
"""What is to be looked at again comes in the order of its days."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.parse import parse
from generator.statutes.stale import Due, due
from tests.libraries import library

CHANNEL = """\
    channels:
      counter:
        title: 窗口
        summary: 一句话。
        run_by: 某机关
        good_for: [某事]
        can: [{text: 能做一件事。, grade: B}]
        cannot: [{text: 有一件事做不到。, grade: B}]
        bring: [订单]
        steps: [{text: 先去。, grade: B}]
        checked_on: "2026-11-21"
        review_by: "2027-01-15"
    """
SOURCES = library(channels__c=CHANNEL)
"""Review days: tree 2027-01-01, channel 2027-01-15, law 2027-02-21."""

TREE = Due("2027-01-01", "树", "demo", "演示")
COUNTER = Due("2027-01-15", "渠道", "counter", "窗口")
LAW = Due("2027-02-21", "法律文件", "demo", "演示规定")


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        ("2026-12-01", []),
        ("2026-12-02", [TREE]),
        ("2026-12-16", [TREE, COUNTER]),
        ("2027-01-22", [TREE, COUNTER, LAW]),
        ("2027-03-01", [TREE, COUNTER, LAW]),
    ],
)
def test_what_is_due_within_thirty_days(today: str, expected: list[Due]) -> None:
    assert due(parse(SOURCES).library, today) == expected


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for path, data in SOURCES.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_bytes(data)
    return tmp_path


def run(folder: Path, today: str) -> tuple[int, str]:
    result = CliRunner().invoke(main, ["law", "stale", str(folder), "--today", today])
    return result.exit_code, result.output


def test_the_command_lists_and_tells_by_its_exit_code(folder: Path) -> None:
    assert run(folder, "2026-12-01") == (0, "30 天以内，没有要复查的。\n")
    code, told = run(folder, "2027-01-10")
    assert code == 1
    assert told.splitlines() == [
        "2027-01-01 已经过了  树 demo  演示",
        "2027-01-15 快到了  渠道 counter  窗口",
    ]
    assert "快到了  树 demo" in run(folder, "2027-01-01")[1]


def test_a_day_that_is_none_is_refused_in_words(folder: Path) -> None:
    code, told = run(folder, "2027-02-30")
    assert code == 2
    assert "“2027-02-30”不是日期，要写成 2027-02-21 这样。" in told


def test_files_that_cannot_be_read_are_told(folder: Path) -> None:
    (folder / "law/demo.yaml").write_text("instrument: [", encoding="utf-8")
    code, told = run(folder, "2027-01-10")
    assert code == 1
    assert "先改好这些：" in told
