# SPDX-License-Identifier: MIT
"""`lubiao diff` as a command: reading versions out of git, and its messages."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.forest import TooUnlike
from generator.revisions import RevisionFault, read_revision
from tests.diff_versions import BEFORE, WEAKER, compared, sources


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository whose first commit is the base and whose folder now leads to the weaker tree."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    _git(tmp_path, "init", "--quiet", "--initial-branch=main")
    _write(tmp_path / "my 树", sources())
    _commit(tmp_path, "one")
    _write(tmp_path / "my 树", sources(WEAKER))
    return tmp_path


def _git(where: Path, *arguments: str) -> str:
    who = ("-c", "user.name=T", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false")
    done = subprocess.run(
        ["git", *who, *arguments], cwd=where, check=True, capture_output=True, text=True
    )
    return done.stdout.strip()


def _commit(where: Path, message: str) -> None:
    _git(where, "add", "--all")
    _git(where, "commit", "--quiet", "--message", message)


def _write(folder: Path, files: Mapping[str, bytes]) -> None:
    for name, data in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)


def _diff(*arguments: str, folder: Path) -> Result:
    return CliRunner().invoke(main, ["diff", "--folder", str(folder), *arguments])


def test_a_revision_is_compared_with_the_folder(repository: Path) -> None:
    result = _diff("HEAD", folder=repository / "my 树")
    assert result.exit_code == 0
    assert "变弱：1 种（12.5%）" in result.stdout


def test_two_revisions_and_two_folders(repository: Path) -> None:
    _commit(repository, "two")
    folder = repository / "my 树"
    assert "变强：1 种" in _diff("main", "main~1", folder=folder).stdout
    _write(repository / "old", sources())
    assert "变弱：1 种" in _diff(str(repository / "old"), str(folder), folder=folder).stdout


def test_the_exit_code_tells_if_asked(repository: Path) -> None:
    folder = repository / "my 树"
    assert _diff("--exit-code", "HEAD", folder=folder).exit_code == 1
    assert _diff("--exit-code", str(folder), folder=folder).exit_code == 0


def test_formats_and_addresses(repository: Path) -> None:
    folder = repository / "my 树"
    made = _diff("HEAD", "--format", "json", folder=folder)
    assert json.loads(made.stdout)["trees"][0]["changed"] == 1
    made = _diff("HEAD", "--format", "markdown", "--site-url", "https://s.example", folder=folder)
    assert "(https://s.example/guides/demo.html#" in made.stdout


def test_only_sources_are_read_from_git(repository: Path) -> None:
    folder = repository / "my 树"
    _write(folder, {"ids.lock": b"tree demo\n", "notes.txt": b"x", ".hidden/a.yaml": b"x"})
    _write(folder, {"law/.draft.yaml": b"x", "trees/空 格.yml": b"x: 1\n", "sub/ids.lock": b"x"})
    (folder / "trees/link.yaml").symlink_to("demo.yaml")
    _write(repository / "inner", {"a.yaml": b"x"})
    inner = _git(repository, "rev-parse", "HEAD")
    _git(repository, "update-index", "--add", "--cacheinfo", f"160000,{inner},my 树/module.yaml")
    _commit(repository, "two")
    read = read_revision(_runner(repository), "HEAD", "my 树")
    assert set(read) == {*sources(), "ids.lock", "trees/空 格.yml"}
    assert read["trees/空 格.yml"] == b"x: 1\n"
    assert read["trees/demo.yaml"] == sources(WEAKER)["trees/demo.yaml"]


def test_a_folder_at_the_top_is_read_too(tmp_path: Path, repository: Path) -> None:
    _write(repository, {"top.yaml": b"x: 1\n"})
    _commit(repository, "two")
    assert "top.yaml" in read_revision(_runner(repository), "HEAD", "")


def _runner(where: Path):  # type: ignore[no-untyped-def]
    def run(arguments, given):  # type: ignore[no-untyped-def]
        done = subprocess.run(["git", *arguments], cwd=where, input=given, capture_output=True)
        return done.returncode, done.stdout

    return run


def test_a_variable_of_a_hook_does_not_mislead(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_DIR", ".git")
    assert _diff("HEAD", folder=repository / "my 树").exit_code == 0


@pytest.mark.parametrize(
    "name", ["nowhere", "--output=x", "-p", "main..main", "^main", "HEAD:my", "", "a\nb", "~"]
)
def test_an_unknown_revision_is_said_plainly(repository: Path, name: str) -> None:
    result = _diff("--", name, folder=repository / "my 树")
    assert result.exit_code == 2
    assert "版本" in result.stderr
    assert "Traceback" not in result.stderr
    assert sorted(p.name for p in repository.iterdir()) == [".git", "my 树"]


def test_a_folder_that_was_not_there_yet(repository: Path) -> None:
    _write(repository / "later", sources())
    result = _diff("HEAD", folder=repository / "later")
    assert (result.exit_code, result.stderr) == (2, "版本“HEAD”里没有文件夹 later。\n")


def test_no_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    _write(tmp_path / "trees", sources())
    result = _diff("HEAD", folder=tmp_path / "trees")
    assert result.exit_code == 2
    assert "不在能读的 git 仓库里" in result.stderr


def test_no_git(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nonexistent")
    result = _diff("HEAD", folder=repository / "my 树")
    assert result.exit_code == 2
    assert "先安装 git" in result.stderr


def test_no_folder(tmp_path: Path) -> None:
    result = _diff("HEAD", folder=tmp_path / "none")
    assert result.exit_code == 2
    assert "找不到文件夹" in result.stderr


def test_a_broken_version_is_named_with_its_problems(repository: Path) -> None:
    folder = repository / "my 树"
    broken = sources(BEFORE.replace("outcome/hard", "outcome/nowhere"))
    _write(folder, broken)
    result = _diff("HEAD", folder=folder)
    assert result.exit_code == 2
    assert result.stderr.startswith(f"新的一版（{folder}）有错误，比不了：")
    assert "错误[REF001]" in result.stderr
    _commit(repository, "two")
    _write(folder, sources())
    result = _diff("HEAD", folder=folder)
    assert result.stderr.startswith("旧的一版（HEAD）有错误，比不了：")
    assert "trees/demo.yaml:" in result.stderr


def test_no_version_need_please_the_rules_about_stories_and_ids(repository: Path) -> None:
    folder = repository / "my 树"
    story = "scenarios: [{name: s, story: 旧, answers: {arrived: 'no'}, outcome: fresh}]\n"
    _write(folder, {"scenarios/s.yaml": story.encode(), "ids.lock": b"tree gone\n?\n"})
    _commit(repository, "two")
    assert _diff("HEAD", folder=folder).exit_code == 0
    (folder / "scenarios/s.yaml").unlink()
    (folder / "ids.lock").unlink()
    assert _diff("HEAD", folder=folder).exit_code == 0


def test_an_old_version_without_an_outcome_for_everybody_is_refused(repository: Path) -> None:
    folder = repository / "my 树"
    gap = BEFORE.replace("next: outcome/late", "cases: [{when: {used: part}, next: outcome/late}]")
    _write(folder, sources(gap))
    _commit(repository, "two")
    _write(folder, sources())
    result = _diff("HEAD", folder=folder)
    assert result.exit_code == 2
    assert result.stderr.startswith("旧的一版（HEAD）有错误")
    assert "错误[GRA" in result.stderr


def test_two_versions_too_unlike(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.forest.MAX_PAIRS", 1)
    result = _diff("HEAD", folder=repository / "my 树")
    assert result.exit_code == 2
    assert "树“demo”的两个版本差得太多" in result.stderr
    with pytest.raises(TooUnlike, match="demo"):
        compared(sources(), sources(WEAKER))


def test_an_address_must_be_one(repository: Path) -> None:
    result = _diff("HEAD", "--site-url", "javascript:alert(1)", folder=repository / "my 树")
    assert result.exit_code == 2
    assert "https://" in result.stderr


def test_a_repository_that_lacks_contents_is_said(repository: Path) -> None:
    def run(arguments, given):  # type: ignore[no-untyped-def]
        code, out = _runner(repository)(arguments, given)
        return code, b"0000 missing\n" if arguments[0] == "cat-file" and given else out

    with pytest.raises(RevisionFault, match="不完整"):
        read_revision(run, "HEAD", "my 树")
