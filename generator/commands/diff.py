# SPDX-License-Identifier: MIT
"""`lubiao diff`: what a change of the trees does to people."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Sequence
from pathlib import Path

import click

from generator import report
from generator.check import CheckedLibrary, proved
from generator.compare import compare
from generator.compare.report_json import report_json
from generator.compare.report_markdown import report_markdown
from generator.compare.report_text import report_text
from generator.compare.results import Comparison
from generator.folder import FolderFault, brief, read_folder
from generator.forest import TooUnlike
from generator.problems import Severity
from generator.revisions import RevisionFault, Run, read_revision

_FORMATS = ("text", "markdown", "json")
# Set by git around its hooks; they would name another repository than the folder's.
_OTHERS = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX")


class DiffFault(Exception):
    """Two versions cannot be compared; the message is for editors, in Chinese."""


@click.command(name="diff")
@click.argument("old", metavar="旧版")
@click.argument("new", default="", metavar="[新版]")
@click.option("--folder", type=click.Path(path_type=Path), default="decision_trees")
@click.option("--format", "style", type=click.Choice(_FORMATS), default="text")
@click.option("--site-url", default="", help="新版网站的地址，例子的链接用它开头。")
@click.option("--old-site-url", default="", help="旧版网站的地址。")
@click.option("--exit-code", "tell", is_flag=True, help="有差别时，退出码是 1。")
def diff_command(
    old: str, new: str, folder: Path, style: str, site_url: str, old_site_url: str, tell: bool
) -> None:
    """比一比两个版本：这次修改，让多少种情形的结论变了。

    版本是一个文件夹，或者 git 里的一个版本（提交、分支、HEAD~1）。不写新版，就是文件夹现在的样子。
    """
    try:
        sites = _base(site_url), _base(old_site_url)
        before = _library("旧的一版", old, folder)
        after = _library("新的一版", new or str(folder), folder)
        found = _compared(before, after)
    except (DiffFault, FolderFault, RevisionFault) as fault:
        # An argument may hold bytes that are no text.
        click.echo(str(fault).encode("utf-8", "backslashreplace"), err=True)
        raise SystemExit(2) from None
    click.echo(_written(found, style, *sites), nl=style == "text")
    raise SystemExit(1 if tell and not found.empty else 0)


def _written(found: Comparison, style: str, site: str, old_site: str) -> str:
    if style == "json":
        return report_json(found)
    return (report_markdown if style == "markdown" else report_text)(found, site, old_site)


def _base(url: str) -> str:
    """A site's address, ready to be put before a page's. Raises DiffFault if it is none."""
    if url and not url.startswith(("http://", "https://")):
        raise DiffFault(f"网站的地址“{url}”不对，要以 https:// 或 http:// 开头。")
    return f"{url.rstrip('/')}/" if url else ""


def _library(which: str, name: str, folder: Path) -> CheckedLibrary:
    inside = _is_folder(name)
    sources = read_folder(Path(name)) if inside else _revision(name, folder)
    checked = proved(sources)
    if checked.library is None:
        errors = [p for p in checked.problems if p.severity is Severity.ERROR]
        place = f"{name.rstrip('/')}/" if inside else f"{name}:{folder.as_posix().rstrip('/')}/"
        raise DiffFault(f"{which}（{name}）有错误，比不了：\n{report.text(errors, place)}")
    return checked.library


def _compared(before: CheckedLibrary, after: CheckedLibrary) -> Comparison:
    try:
        return compare(before, after)
    except TooUnlike as fault:
        raise DiffFault(
            f"树“{fault}”的两个版本差得太多，比不完。把修改分成几步，一步一步地比。"
        ) from None


def _is_folder(name: str) -> bool:
    try:
        return bool(name) and Path(name).is_dir()
    except (OSError, ValueError):  # too long for a name, or in a folder that may not be read
        return False


# ---- git ---------------------------------------------------------------------------------------


def _revision(revision: str, folder: Path) -> dict[str, bytes]:
    if not revision or "\0" in revision:
        raise DiffFault("版本的名字是空的，或者里面有不能用的字符。")
    if not _is_folder(str(folder)):
        raise DiffFault(f"找不到文件夹 {brief(folder)}。用 --folder 写明决策树在哪里。")
    run = _git(folder)
    code, prefix = run(("rev-parse", "--show-prefix"), b"")
    if code:
        raise DiffFault(_no_repository(revision, folder))
    # Only what git adds is taken off: a folder's own name may end in a line break.
    inside = prefix.removesuffix(b"\n").removesuffix(b"/")
    return read_revision(run, revision, inside.decode("utf-8", "surrogateescape"))


def _git(folder: Path) -> Run:
    """Runs git inside `folder`. Raises DiffFault if there is no git."""
    around = {key: value for key, value in os.environ.items() if key not in _OTHERS}

    def run(arguments: Sequence[str], given: bytes) -> tuple[int, bytes]:
        command = ["git", "--no-replace-objects", *arguments]
        try:
            done = subprocess.run(
                command, input=given, capture_output=True, cwd=folder, env=around, check=False
            )
        except OSError:
            raise DiffFault("运行不了 git。先安装 git，或者直接写两个文件夹来比。") from None
        return done.returncode, done.stdout

    return run


def _no_repository(revision: str, folder: Path) -> str:
    return (
        f"没有叫“{revision}”的文件夹；{folder} 也不在能读的 git 仓库里，不能按版本去找。"
        "仓库是别的用户的时，先用 git config --global --add safe.directory 写明信得过它。"
    )
