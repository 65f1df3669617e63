# SPDX-License-Identifier: MIT
"""Building whole sites with MkDocs in a process of its own, as an editor or the CI does."""

from __future__ import annotations

import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SECOND_SITE = ROOT / "tests" / "second_site"
SITE_URL = {"LUBIAO_SITE_URL": "https://lubiao.example/"}
_MKDOCS = (sys.executable, "-m", "mkdocs")


def mkdocs(
    *args: str, cwd: Path, env: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run mkdocs and return what it said; the caller judges the exit code."""
    return subprocess.run(
        [*_MKDOCS, *args],
        cwd=cwd,
        env=environment(env),
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )


def environment(extra: Mapping[str, str] | None = None) -> dict[str, str]:
    """This process's environment without what would hide an impure build."""
    kept = {k: v for k, v in os.environ.items() if k not in ("SOURCE_DATE_EPOCH", "TZ")}
    return kept | {"NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"} | dict(extra or {})


def build(project: Path, target: Path, env: Mapping[str, str] | None = None) -> Path:
    """Build `project` strictly into `target`; fails with mkdocs' own words."""
    done = mkdocs("build", "--strict", "-d", str(target), cwd=project, env=env)
    assert done.returncode == 0, done.stdout + done.stderr
    return target


def build_once(project: Path, target: Path) -> Path:
    """Build `project` into `target` unless another test process has done so."""
    with Path(f"{target}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        return target if target.is_dir() else build(project, target, SITE_URL)


def copy_of(project: Path, to: Path) -> Path:
    """A copy of `project` to work on."""
    shutil.copytree(project, to, ignore=shutil.ignore_patterns("site", "__pycache__", ".*"))
    return to


def digests(folder: Path) -> dict[str, str]:
    """The hash of every file below `folder`."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in files
    }
