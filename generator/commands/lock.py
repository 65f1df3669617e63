# SPDX-License-Identifier: MIT
"""`lubiao lock`: write down every id that is public, and what was given up on purpose."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Container
from pathlib import Path

import click

from generator import ledger, report
from generator.commands.reading import Unreadable, library_of, sources_of
from generator.ledger import FILE, NOUNS, Ledger, Name, appended, read_ledger, understood
from generator.model import Library
from generator.parse import parse
from generator.problems import Problem, did_you_mean, has_errors


@click.command(name="lock")
@click.argument("folder", type=click.Path(path_type=Path), default="decision_trees")
@click.option("--check", "only_check", is_flag=True, help="只看有没有漏登记的；有就以 1 退出。")
@click.option(
    "--retire", "given_up", nargs=2, multiple=True, metavar="类别 ID", help="有意不再用这个 id。"
)
def lock_command(folder: Path, only_check: bool, given_up: tuple[tuple[str, str], ...]) -> None:
    """把 FOLDER 里还没登记的 id 记进 ids.lock。只往后面加，不动已有的行。"""
    sources = sources_of(folder)
    known = _ledger(sources.get(FILE, b""), folder)
    if given_up and only_check:
        raise click.UsageError("--check 和 --retire 不能一起用。")
    if given_up:
        _retire(folder, sources, known, given_up)
    elif only_check:
        _check(known, _parsed(sources, folder))
    else:
        _add(folder, sources, known)


def _ledger(data: bytes, folder: Path) -> Ledger:
    found = read_ledger(data)
    _stop_at(found.problems, folder)
    return found


def _parsed(sources: dict[str, bytes], folder: Path) -> Library:
    parsed = parse(sources)
    _stop_at(parsed.problems, folder)
    return parsed.library


def _stop_at(problems: tuple[Problem, ...], folder: Path) -> None:
    if has_errors(problems):
        told = report.text(problems, f"{folder.as_posix().rstrip('/')}/")
        raise click.ClickException(f"先改好这些：\n{told}")


def _check(known: Ledger, library: Library) -> None:
    lacking = ledger.missing(known, library)
    if lacking:
        names = "\n".join(f"  {name}" for name in lacking)
        raise click.ClickException(
            f"{len(lacking)} 个 id 还没有登记，运行 lubiao lock 把它们记下来：\n{names}"
        )
    click.echo(f"{FILE} 里有 {len(known.published)} 个 id，没有漏掉的。")


def _add(folder: Path, sources: dict[str, bytes], known: Ledger) -> None:
    # An id stays in the ledger for ever, so only sound trees are written down.
    library = library_of(folder).library
    lacking = ledger.missing(known, library)
    if lacking:
        _write(folder / FILE, appended(sources.get(FILE, b""), map(str, lacking)))
    total = len(known.published) + len(lacking)
    click.echo(f"新登记 {len(lacking)} 个 id，一共 {total} 个。")


def _retire(
    folder: Path, sources: dict[str, bytes], known: Ledger, given_up: tuple[tuple[str, str], ...]
) -> None:
    live = understood(_parsed(sources, folder))
    names = [_retirable(*pair, known, live) for pair in given_up]
    new = [name for name in dict.fromkeys(names) if name not in known.retired]
    if new:
        lines = (f"retired {name}" for name in new)
        _write(folder / FILE, appended(sources.get(FILE, b""), lines))
    click.echo(f"停用了 {len(new)} 个 id。以后不能再用它们。")


def _retirable(kind: str, text: str, known: Ledger, live: Container[Name]) -> Name:
    """The name to retire. Raises click.ClickException if it was never public or is in use."""
    name = ledger.name_of(kind, text)
    if name is None:
        shapes = "类别是 " + "、".join(NOUNS) + " 之一；选项写成 事实/选项。"
        raise click.ClickException(f"看不懂“{kind} {text}”。{shapes}")
    if name in live:
        raise click.ClickException(
            f"{name.words}还在用。先从 YAML 里删掉它（formerly 里也算），再停用。"
        )
    if name not in known.published:
        same = [other.id for other in known.published if other.kind == kind]
        raise click.ClickException(f"{FILE} 里没有{name.words}。{did_you_mean(text, same)}")
    return name


def _write(path: Path, data: bytes) -> None:
    """Put `data` in the place of the file at once; a crash leaves the old one whole."""
    try:
        target = path.resolve()
        mode = target.stat().st_mode & 0o777 if target.exists() else 0o644
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{FILE}.")
        try:
            _replace(handle, Path(name), target, mode, data)
        except OSError:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise Unreadable(f"写不了 {path}：{error.strerror}。") from None


def _replace(handle: int, new: Path, target: Path, mode: int, data: bytes) -> None:
    with os.fdopen(handle, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    new.chmod(mode)
    new.replace(target)
