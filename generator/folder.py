# SPDX-License-Identifier: MIT
"""The one place that reads the trees folder from disk."""

from __future__ import annotations

from pathlib import Path


class FolderFault(Exception):
    """The folder itself cannot be read; the message is for editors, in Chinese."""


def read_folder(folder: Path) -> dict[str, bytes]:
    """All YAML files below `folder`, by path relative to it, in sorted order.

    Hidden files and folders are skipped. Raises FolderFault if there is nothing to read.
    """
    if not folder.is_dir():
        raise FolderFault(
            f"找不到文件夹 {folder}。请在项目的最上层文件夹里运行，或者写明它的位置。"
        )
    files = sorted(
        p for p in folder.rglob("*") if p.suffix in (".yaml", ".yml") and _visible(p, folder)
    )
    if not files:
        raise FolderFault(f"文件夹 {folder} 里没有 YAML 文件。")
    try:
        return {p.relative_to(folder).as_posix(): p.read_bytes() for p in files if p.is_file()}
    except OSError as error:
        raise FolderFault(f"读不了文件 {error.filename}：{error.strerror}。") from None


def _visible(path: Path, folder: Path) -> bool:
    return not any(part.startswith(".") for part in path.relative_to(folder).parts)
