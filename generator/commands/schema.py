# SPDX-License-Identifier: MIT
"""`lubiao schema`: write the JSON Schemas that editor programs read."""

from __future__ import annotations

from pathlib import Path

import click

from generator.schema import as_bytes, schemas


@click.command(name="schema")
@click.argument("folder", type=click.Path(path_type=Path), default="decision_trees")
@click.option("--check", "only_check", is_flag=True, help="只查是不是最新，不写文件。")
def schema_command(folder: Path, only_check: bool) -> None:
    """把每种文件的写法（JSON Schema）写进 FOLDER/schemas，给 VS Code 这类编辑器用。"""
    if not folder.is_dir():
        raise click.ClickException(f"找不到文件夹 {folder}。")
    wanted = {f"{kind}.json": as_bytes(schema) for kind, schema in schemas().items()}
    stale = [name for name, data in wanted.items() if _read(folder / "schemas" / name) != data]
    if only_check:
        _say_stale(folder, stale)
    else:
        _write(folder / "schemas", {name: wanted[name] for name in stale})


def _read(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


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
        raise click.ClickException(f"写不了 {error.filename}：{error.strerror}。") from None
    click.echo(f"{folder.as_posix()}：写了 {len(files)} 个文件，其余是最新的。")
