# SPDX-License-Identifier: MIT
"""A trees folder as it was at some revision, read out of git without checking anything out.

Git itself is called through a *runner*, so that reading is a pure function of what git says.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import PurePosixPath

from generator.ledger import FILE as LEDGER

Run = Callable[[Sequence[str], bytes], tuple[int, bytes]]
"""Runs git with these arguments and this input; gives its exit code and its output."""

_SUFFIXES = (".yaml", ".yml")
_ID = re.compile(rb"[0-9a-f]{40,64}")
_REGULAR = ("100644", "100755")


class RevisionFault(Exception):
    """A revision cannot be read; the message is for editors, in Chinese."""


def read_revision(run: Run, revision: str, folder: str) -> dict[str, bytes]:
    """The YAML files and `ids.lock` of `folder` at `revision`, by path relative to the folder.

    `folder` is relative to the top of the repository (empty: the top itself). Hidden files, links
    and submodules are left out. Raises RevisionFault.
    """
    tree = _tree(run, _commit(run, revision), revision, folder)
    found = dict(sorted(_files(_asked(run, ("ls-tree", "-r", "-z", "--full-tree", tree)))))
    if not any(path.endswith(_SUFFIXES) for path in found):
        raise RevisionFault(f"版本“{revision}”的文件夹 {folder or '.'} 里没有 YAML 文件。")
    return dict(zip(found, _contents(run, list(found.values())), strict=True))


def _commit(run: Run, revision: str) -> str:
    wanted = f"{revision}^{{commit}}"
    code, out = run(("rev-parse", "--verify", "--quiet", "--end-of-options", wanted), b"")
    if code or not _ID.fullmatch(out.strip()):
        raise RevisionFault(
            f"找不到“{revision}”：没有叫这个名字的文件夹，git 里也没有这个版本。"
            f"可以写提交的编号、分支名，或者 HEAD~1。{_shallow(run)}"
        )
    return out.decode().strip()


def _shallow(run: Run) -> str:
    _, out = run(("rev-parse", "--is-shallow-repository"), b"")
    hint = "这个仓库只拉了最近几次提交，先运行 git fetch --unshallow。"
    return hint if out.strip() == b"true" else ""


def _tree(run: Run, commit: str, revision: str, folder: str) -> str:
    """The id of the folder's tree object."""
    code, out = run(("rev-parse", "--verify", "--quiet", f"{commit}:{folder}"), b"")
    name = out.decode().strip()
    if code or run(("cat-file", "-t", name), b"")[1].strip() != b"tree":
        raise RevisionFault(f"版本“{revision}”里没有文件夹 {folder}。")
    return name


def _asked(run: Run, arguments: Sequence[str], given: bytes = b"") -> bytes:
    code, out = run(arguments, given)
    if code:
        raise RevisionFault(f"git {arguments[0]} 没有成功，这个仓库可能不完整。")
    return out


def _files(listing: bytes) -> Iterator[tuple[str, str]]:
    """Path and blob id of every file that is read, from `ls-tree -r -z`."""
    for entry in filter(None, listing.split(b"\0")):
        about, _, name = entry.partition(b"\t")
        mode, _, blob = about.decode().split()[:3]
        path = name.decode("utf-8", "surrogateescape")
        if mode in _REGULAR and _is_source(path):
            yield path, blob


def _is_source(path: str) -> bool:
    hidden = any(part.startswith(".") for part in PurePosixPath(path).parts)
    return not hidden and (path.endswith(_SUFFIXES) or path == LEDGER)


def _contents(run: Run, blobs: list[str]) -> Iterator[bytes]:
    """The bytes of every blob, in order, from one `cat-file --batch`."""
    out = _asked(run, ("cat-file", "--batch"), "".join(f"{blob}\n" for blob in blobs).encode())
    at = 0
    for _ in blobs:
        end = out.index(b"\n", at)
        words = out[at:end].split()
        if len(words) != 3:
            raise RevisionFault("git 里缺少一些文件的内容，这个仓库可能不完整。")
        start, size = end + 1, int(words[2])
        yield out[start : start + size]
        at = start + size + 1
