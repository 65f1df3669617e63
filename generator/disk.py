# SPDX-License-Identifier: MIT
"""A built site on disk: reading it back and putting it in place when it is finished."""

from __future__ import annotations

import shutil
from collections.abc import Collection, Mapping
from pathlib import Path


def read_site(folder: Path, suffixes: Collection[str]) -> dict[str, bytes]:
    """The files of a built site that end in one of `suffixes`, by path relative to `folder`."""
    paths = sorted(p for p in folder.rglob("*") if p.suffix in suffixes and p.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def write_files(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write `files` below `folder`."""
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def staging_path(target: Path) -> Path:
    """Where the next contents of `target` are built."""
    return target.parent / f".{target.name}.next"


def staging_folder(target: Path) -> Path:
    """An empty folder beside `target` to build in, so that a failed build leaves it alone."""
    staged = staging_path(target)
    discard(staged)
    staged.mkdir(parents=True)
    return staged


def discard(folder: Path) -> None:
    """Remove `folder` if it is there."""
    shutil.rmtree(folder, ignore_errors=True)


def replace_contents(target: Path, staged: Path) -> None:
    """Put the contents of `staged` in place of those of `target`; hidden files there stay."""
    target.mkdir(parents=True, exist_ok=True)
    for old in sorted(target.iterdir()):
        if not old.name.startswith("."):
            shutil.rmtree(old) if old.is_dir() and not old.is_symlink() else old.unlink()
    for new in sorted(staged.iterdir()):
        shutil.move(new, target / new.name)
    discard(staged)
