# SPDX-License-Identifier: MIT
"""`lubiao schema`: write the JSON Schemas that editor programs read."""

from __future__ import annotations

import stat
from pathlib import Path

import click

from generator.commands.reading import Unreadable
from generator.folder import FolderFault, brief, is_folder
from generator.schema import as_bytes, schemas


@click.command(name="schema")
@click.argument("folder", type=click.Path(path_type=Path), default="decision_trees")
@click.option("--check", "only_check", is_flag=True, help="只查是不是最新，不写文件。")
def schema_command(folder: Path, only_check: bool) -> None:
    """把每种文件的写法（JSON Schema）写进 FOLDER/schemas，给 VS Code 这类编辑器用。"""
    _demand_folder(folder)
    wanted = {f"{kind}.json": as_bytes(schema) for kind, schema in schemas().items()}
    stale = [name for name, data in wanted.items() if _read(folder / "schemas" / name) != data]
    if only_check:
        _say_stale(folder, stale)
    else:
        _write(folder / "schemas", {name: wanted[name] for name in stale})


def _demand_folder(folder: Path) -> None:
    try:
        found = is_folder(folder)
    except FolderFault as fault:
        raise Unreadable(str(fault)) from None
    if not found:
        raise Unreadable(f"找不到文件夹 {brief(folder)}。")


def _read(path: Path) -> bytes | None:
    """What is in the file now; None if there is none."""
    try:
        # Asked before opening: opening a pipe would wait for ever.
        if not stat.S_ISREG(path.stat().st_mode):
            raise Unreadable(f"{path} 不是普通文件（是文件夹、管道、设备之类）。请把它移走。")
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise Unreadable(f"读不了 {path}：{error.strerror}。") from None


def _say_stale(folder: Path, stale: list[str]) -> None:
    for name in stale:
        click.echo(f"{(folder / 'schemas' / name).as_posix()} 不是最新的。")
    if stale:
        click.echo("  怎么改：运行 lubiao schema，再把改动一起提交。")
        raise SystemExit(1)
    click.echo("全部是最新的。")


def _write(folder: Path, files: dict[str, bytes]) -> None:
    try:
        folder.mkdir(exist_ok=True)
        for name, data in files.items():
            (folder / name).write_bytes(data)
    except OSError as error:
        raise Unreadable(f"写不了 {error.filename or folder}：{error.strerror}。") from None
    click.echo(f"{folder.as_posix()}：写了 {len(files)} 个文件，其余是最新的。")
