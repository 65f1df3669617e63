# SPDX-License-Identifier: MIT
"""The one place that reads the trees folder from disk.

What looks like a source file but cannot be read as one is never passed over in silence: all such
things are told together.
"""

from __future__ import annotations

import os
import stat
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path

from generator.ledger import FILE as LEDGER
from generator.problems import Problem, Span
from generator.source import MAX_BYTES, too_many_bytes
from generator.statutes.seals import FILE as SEALS

_SUFFIXES = (".yaml", ".yml")
_LOCKS = (LEDGER, SEALS)
_LONGEST_SHOWN = 200
# Control, invisible, undecodable, line-breaking: what no file name shows as it is.
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})


class FolderFault(Exception):
    """The folder itself, or files in it, cannot be read; the message is for editors, in Chinese.

    `problems` holds what is wrong file by file, with paths relative to the folder (`.` is the
    folder itself); `is_whole` tells that it is the folder itself.
    """

    def __init__(self, message: str, problems: Sequence[Problem] = ()) -> None:
        lines = (f"{p.span.file} 错误[{p.code}] {p.message}怎么改：{p.hint}" for p in problems)
        super().__init__("\n".join((message, *lines)))
        self.is_whole = not problems
        self.problems = tuple(problems) or (Problem(Span("."), "FIL007", message),)


def read_folder(folder: Path) -> dict[str, bytes]:
    """All YAML files below `folder` and its lock files, by path relative to it, in sorted order.

    Hidden files and folders are skipped. Raises FolderFault if there is no YAML, or if anything
    that looks like a source file is not one.
    """
    if not is_folder(folder):
        raise FolderFault(
            f"找不到文件夹 {brief(folder)}。请在项目的最上层文件夹里运行，或者写明它的位置。"
        )
    sources: dict[str, bytes] = {}
    problems: list[Problem] = []
    for path in sorted(_visible(folder, problems)):
        name = path.relative_to(folder).as_posix()
        found = _fault(path, name) or _read(path, name)
        if isinstance(found, Problem):
            problems.append(found)
        elif found is not None:
            sources[name] = found
    if problems:
        raise FolderFault(f"文件夹 {folder} 里有读不了的东西：", sorted(problems))
    if not any(name.endswith(_SUFFIXES) for name in sources):
        raise FolderFault(f"文件夹 {folder} 里没有 YAML 文件。")
    return sources


def is_folder(path: Path) -> bool:
    """Whether `path` is a folder. Raises FolderFault if that cannot be found out."""
    try:
        return path.is_dir()
    except OSError as error:
        raise FolderFault(f"读不了文件夹 {brief(path)}：{_reason(error)}。") from None


def brief(path: Path) -> str:
    """`path` for a message: of a very long one, only the beginning."""
    text = str(path)
    return text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}……"


def _visible(folder: Path, problems: list[Problem], above: str = "") -> Iterator[Path]:
    """Everything below `folder` that is not hidden; links to folders are not followed."""
    try:
        inside = [path for path in folder.iterdir() if not path.name.startswith(".")]
    except OSError as error:
        problems.append(_unreadable(above.rstrip("/"), error))
        return
    for path in inside:
        try:
            is_inner = path.is_dir() and not path.is_symlink()
        except OSError as error:
            problems.append(_unreadable(f"{above}{path.name}", error))
            continue
        yield path
        if is_inner:
            yield from _visible(path, problems, f"{above}{path.name}/")


def _fault(path: Path, name: str) -> Problem | None:
    """Why the thing at `path` cannot be a source file, if it looks like one or is a broken link."""
    if path.is_symlink() and not path.exists():
        return _problem(name, "FIL002", "这个链接指向的文件不存在。", "修好它，或者删掉它。")
    if path.is_symlink() and path.is_dir():
        hint = "把文件真正放进来，不要用链接代替文件夹。"
        return _problem(name, "FIL002", "这是指向文件夹的链接，里面的文件不会被读。", hint)
    if not _looks_like_source(path, name):
        return None
    if any(unicodedata.category(c) in _UNSEEN for c in name):
        return _problem(name, "FIL005", "路径里有看不见的字符。", "改成普通的名字。")
    if path.is_dir():
        hint = "文件夹的名字不要以 .yaml 结尾。" if name not in _LOCKS else "给它换个名字。"
        return _problem(name, "FIL004", "这是文件夹，名字却像文件。", hint)
    if not path.name.endswith(_SUFFIXES) and name not in _LOCKS:
        hint = f"改名为 {_shown(path.with_name(path.name.lower()).name)}。"
        return _problem(name, "FIL001", "文件名里有大写字母，这样不会被读到。", hint)
    return None


def _looks_like_source(path: Path, name: str) -> bool:
    return path.name.lower().endswith(_SUFFIXES) or name.lower() in _LOCKS


def _read(path: Path, name: str) -> bytes | Problem | None:
    """The bytes of a source file; None for a file of another kind."""
    if not _looks_like_source(path, name):
        return None
    try:
        # Asked before opening: opening a pipe would wait for ever.
        about = path.stat()
        if not stat.S_ISREG(about.st_mode):
            hint = "这里只能放普通文件，请把它移走。"
            return _problem(name, "FIL003", "这不是普通文件（是管道、设备之类）。", hint)
        if about.st_size > MAX_BYTES:
            return too_many_bytes(about.st_size, _shown(name))
        return path.read_bytes()
    except OSError as error:
        return _unreadable(name, error)


def _unreadable(name: str, error: OSError) -> Problem:
    hint = "看看它的权限，或者是不是刚被删掉。"
    return _problem(name, "FIL006", f"读不了：{_reason(error)}。", hint)


def _reason(error: OSError) -> str:
    return os.strerror(error.errno) if error.errno else "原因不明"


def _problem(name: str, code: str, message: str, hint: str) -> Problem:
    return Problem(Span(_shown(name)), code, message, hint)


def _shown(name: str) -> str:
    """`name` with every character that would not show written as an escape."""
    return "".join(f"\\u{ord(c):04x}" if unicodedata.category(c) in _UNSEEN else c for c in name)
