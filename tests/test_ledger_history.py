# SPDX-License-Identifier: MIT
"""The ledger in git: two branches merge, and no line that was once committed is lost."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

from generator.folder import read_folder
from generator.ledger import FILE, erased, missing, read_ledger
from generator.parse import parse
from tests.ledger_samples import everything, said
from tests.libraries import library

ROOT = Path(__file__).parents[1]
TREES = ROOT / "decision_trees"
# A commit hook that runs the tests must not have them look at its own repository.
OWN = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
AUTHOR = ("-c", "user.name=a", "-c", "user.email=a@b.example", "-c", "commit.gpgsign=false")


def test_lines_of_both_sides_make_a_sound_ledger_in_any_order() -> None:
    base = everything()[FILE].splitlines()
    ours, theirs = [b"fact paid", b"retired fact paid"], [b"outcome x", b"retired outcome x"]
    for merged in ([*base, *ours, *theirs, *ours], [*theirs, *base, *ours, *base]):
        assert said({**library(), FILE: b"\n".join(merged)}) == []


def test_git_merges_two_branches_that_both_added(tmp_path: Path) -> None:
    attributes = (ROOT / ".gitattributes").read_text("utf-8")
    assert "decision_trees/ids.lock text eol=lf merge=union" in attributes.splitlines()
    if git(tmp_path, "init", "-q", "-b", "main") is None:  # no git, or a very old one
        return
    (tmp_path / "decision_trees").mkdir()
    (tmp_path / ".gitattributes").write_text(attributes, "utf-8")
    path = tmp_path / "decision_trees" / FILE
    for branch, lines in (("main", ""), ("ours", "fact b\n"), ("theirs", "fact c\n")):
        git(tmp_path, "checkout", "-q", "main")
        assert branch == "main" or git(tmp_path, "checkout", "-q", "-b", branch) is not None
        path.write_text(f"fact a\n{lines}", "utf-8")
        git(tmp_path, "add", ".")
        assert git(tmp_path, *AUTHOR, "commit", "-q", "-m", branch) is not None
    assert git(tmp_path, *AUTHOR, "merge", "-q", "ours") is not None
    merged = read_ledger(path.read_bytes())
    assert {str(name) for name in merged.published} == {"fact a", "fact b", "fact c"}
    assert merged.problems == ()


def test_what_an_older_ledger_had_and_a_newer_one_lacks_is_found() -> None:
    old = b"fact a\noption a/x\nretired fact b\n"
    assert erased(old, b"# new\nretired fact b\noption a/x\nfact c\nfact a\nfact a\n") == ()
    assert erased(old, b"fact a\n") == ("option a/x", "retired fact b")


def test_every_id_of_our_trees_is_in_the_ledger() -> None:
    sources = read_folder(TREES)
    known = read_ledger(sources[FILE])
    lacking = [str(name) for name in missing(known, parse(sources).library)]
    assert lacking == [], "run: lubiao lock"
    assert known.problems == ()


def test_our_ledger_keeps_every_line_that_was_ever_committed() -> None:
    """Without git, or where history is cut short, what there is of it is compared."""
    now = (TREES / FILE).read_bytes()
    for revision, before in committed(TREES / FILE).items():
        assert erased(before, now) == (), f"lost since {revision}"


def test_versions_are_read_from_history(tmp_path: Path) -> None:
    if shutil.which("git") is None:  # then there is no history to protect either
        assert committed(TREES / FILE) == {}
        return
    path = tmp_path / FILE
    assert git(tmp_path, "init", "-q") is not None
    for text in (b"fact a\nfact b\n", b"fact a\n"):
        path.write_bytes(text)
        assert git(tmp_path, "add", FILE) is not None
        assert git(tmp_path, *AUTHOR, "commit", "-q", "-m", "x") is not None
    versions = list(committed(path).values())
    assert versions == [b"fact a\n", b"fact a\nfact b\n"]
    assert [erased(before, path.read_bytes()) for before in versions] == [(), ("fact b",)]


def committed(path: Path) -> dict[str, bytes]:
    """Every version of a file in the history of its repository, newest first; {} without one."""
    log = git(path.parent, "log", "--format=%H", "--", path.name) or b""
    versions = {h: git(path.parent, "show", f"{h}:./{path.name}") for h in log.decode().split()}
    return {revision: data for revision, data in versions.items() if data is not None}


def git(folder: Path, *args: str) -> bytes | None:
    """What git prints, or None if there is no git, or it has nothing to say."""
    try:
        done = subprocess.run(["git", *args], cwd=folder, env=OWN, capture_output=True, check=False)
    except FileNotFoundError:
        return None
    return done.stdout if done.returncode == 0 else None
