# SPDX-License-Identifier: MIT
"""`lubiao law`: verify quotations, seal what cannot be verified, list what is to review."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

import click

from generator import report
from generator.commands.law_lint import law_lint
from generator.commands.reading import sources_of
from generator.model import Library
from generator.parse import parse
from generator.problems import has_errors
from generator.statutes import database, seals, stale
from generator.statutes.survey import Row, survey
from generator.statutes.verify import Differing

_FOLDER = click.argument("folder", type=click.Path(path_type=Path), default="decision_trees")
_PLACES = {
    "article": "条号",
    "paragraph": "款",
    "item": "项",
    "lead": "项前面的话",
    "text": "正文",
}


@click.group(name="law")
def law_command() -> None:
    """法条库：核对原文，封存原文，查引用，看看哪些该复查。"""


law_command.add_command(law_lint)


# ---- verify ------------------------------------------------------------------------------------


@law_command.command(name="verify")
@_FOLDER
def verify_command(folder: Path) -> None:
    """逐字核对 FOLDER 里引用的国家法律；有不同就以 1 退出，没有数据库以 2 退出。"""
    library = _parsed(folder, sources_of(folder))
    file = database.installed()
    if file is None:
        click.echo(
            f"没有装法律数据库，一条也没有核对。先装好 {database.PACKAGE} 再运行。", err=True
        )
        raise SystemExit(2)
    with database.opened(file) as statutes:
        rows = list(survey(library.instruments.values(), statutes))
    click.echo("\n".join(_table(rows)))
    raise SystemExit(1 if any(row.differing or row.is_missing for row in rows) else 0)


def _table(rows: list[Row]) -> Iterator[str]:
    yield "一致  不同  此处无法核对  文件"
    for row in rows:
        yield _line(row)
        for name, difference in row.differing:
            yield from _difference(name, difference)
    same, other, unknown = (
        sum(len(getattr(row, name)) for row in rows)
        for name in ("verified", "differing", "unverifiable")
    )
    total = same + other + unknown
    yield f"一共 {total} 条：{same} 条一致，{other} 条不同，{unknown} 条此处无法核对。"


def _line(row: Row) -> str:
    counts = f"{len(row.verified):>4}{len(row.differing):>6}{len(row.unverifiable):>14}"
    law = row.instrument
    return f"{counts}  《{law.short}》{_ground(row)}"


def _ground(row: Row) -> str:
    """Why a row is not compared, and what its texts rest on instead."""
    if not row.instrument.provisions:
        return "（没有条文）"
    if row.is_missing:
        return "：数据库里没有叫这个名字的国家法律，全名或 kind 写错了"
    grounds = f"（等级 {row.instrument.grade}；{row.instrument.official}）"
    return grounds if row.unverifiable else ""


def _difference(name: str, difference: Differing) -> Iterator[str]:
    yield f"      {name} 的{_PLACES[difference.where]}不同"
    yield f"        我们：{difference.ours}"
    yield f"        官方：{difference.theirs}"


# ---- seal --------------------------------------------------------------------------------------


@law_command.command(name="seal")
@_FOLDER
@click.option("--check", "only_check", is_flag=True, help="只看封条对不对，不写文件。")
@click.option("--changed", multiple=True, metavar="ID", help="这一条有意改过，重新封存。")
def seal_command(folder: Path, only_check: bool, changed: tuple[str, ...]) -> None:
    """把没有数据库可核对的条文封存进 law.lock。改过的条文，要用 --changed 逐条写明。"""
    sources = sources_of(folder)
    library = _parsed(folder, sources)
    known = seals.read_seals(sources.get(seals.FILE, b""))
    wanted = seals.wanted(library)
    _refuse_unknown(changed, wanted)
    altered = {name for name, seal in seals.broken(known, library).items() if seal}
    if only_check:
        _check(wanted, known)
    elif altered - set(changed):
        raise click.ClickException(_altered(sorted(altered - set(changed))))
    else:
        _write(folder / seals.FILE, wanted, known)


def _refuse_unknown(changed: tuple[str, ...], wanted: Mapping[str, str]) -> None:
    for name in changed:
        if name not in wanted:
            raise click.ClickException(f"“{name}”不在要封存的里面。国家法律的条文不用封存。")


def _check(wanted: Mapping[str, str], known: seals.Seals) -> None:
    wrong = sorted(
        name
        for name in wanted.keys() | known.digests.keys()
        if wanted.get(name) != known.digests.get(name)
    )
    if wrong or known.malformed:
        listed = "\n".join(f"  {name}" for name in wrong)
        raise click.ClickException(f"封条和条文对不上，运行 lubiao law seal：\n{listed}".rstrip())
    click.echo(f"{len(wanted)} 条都有封条，都没有改动。")


def _altered(names: list[str]) -> str:
    listed = "\n".join(f"  {name}" for name in names)
    again = " ".join(f"--changed {name}" for name in names)
    return (
        f"这些条文和封存时不一样：\n{listed}\n"
        f"不是有意改的，就改回去。有意改的，先对照官方文本，再运行 lubiao law seal {again}"
    )


def _write(path: Path, wanted: Mapping[str, str], known: seals.Seals) -> None:
    try:
        path.write_bytes(seals.as_bytes(wanted))
    except OSError as error:
        raise click.ClickException(f"写不了 {path}：{error.strerror}。") from None
    new = len(wanted.keys() - known.digests.keys())
    gone = len(known.digests.keys() - wanted.keys())
    again = sum(known.digests.get(name, seal) != seal for name, seal in wanted.items())
    click.echo(f"新封 {new} 条，重封 {again} 条，去掉 {gone} 条，一共 {len(wanted)} 条。")


# ---- stale -------------------------------------------------------------------------------------


def _day(context: click.Context, option: click.Parameter, value: str) -> str:
    try:
        return date.fromisoformat(value).isoformat() if value else date.today().isoformat()
    except ValueError:
        raise click.BadParameter(f"“{value}”不是日期，要写成 2027-02-21 这样。") from None


@law_command.command(name="stale")
@_FOLDER
@click.option("--today", callback=_day, default="", metavar="日期", help="不写就是今天。")
def stale_command(folder: Path, today: str) -> None:
    """列出复查日期已过或三十天内要到的法律文件、树和渠道；有就以 1 退出。"""
    listed = stale.due(_parsed(folder, sources_of(folder)), today)
    for one in listed:
        when = "已经过了" if one.day < today else "快到了"
        click.echo(f"{one.day} {when}  {one.kind} {one.name}  {one.title}")
    if not listed:
        click.echo(f"{stale.AHEAD} 天以内，没有要复查的。")
    raise SystemExit(1 if listed else 0)


def _parsed(folder: Path, sources: Mapping[str, bytes]) -> Library:
    parsed = parse(sources)
    if has_errors(parsed.problems):
        told = report.text(parsed.problems, f"{folder.as_posix().rstrip('/')}/")
        raise click.ClickException(f"先改好这些：\n{told}")
    return parsed.library
