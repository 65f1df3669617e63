# SPDX-License-Identifier: MIT
"""Reading a trees folder for a command; what cannot be read ends the command with one message."""

from __future__ import annotations

from pathlib import Path

import click

from generator.check import CheckedLibrary, check
from generator.folder import FolderFault, read_folder
from generator.model import Library
from generator.parse import parse
from generator.problems import has_errors
from generator.report import text


class Unreadable(click.ClickException):
    """What a command needs cannot be read or written at all: nothing was checked."""

    exit_code = 2


def sources_of(folder: Path) -> dict[str, bytes]:
    """The YAML files of `folder`, by path.

    Raises click.ClickException if there are none, or if some cannot be read.
    """
    try:
        return read_folder(folder)
    except FolderFault as fault:
        if fault.is_whole:
            raise Unreadable(str(fault)) from None
        raise click.ClickException(str(fault)) from None


def parsed_library(folder: Path) -> Library:
    """The library in `folder` as far as it can be read; nothing is proved.

    Raises click.ClickException with every problem if something cannot be read.
    """
    parsed = parse(sources_of(folder))
    if has_errors(parsed.problems):
        told = text(parsed.problems, f"{folder.as_posix().rstrip('/')}/")
        raise click.ClickException(f"法条库还读不了，先改好：\n{told}")
    return parsed.library


def library_of(folder: Path) -> CheckedLibrary:
    """The proved library in `folder`.

    Raises click.ClickException with every problem if it has errors.
    """
    checked = check(sources_of(folder))
    if checked.library is None:
        problems = text(checked.problems, f"{folder.as_posix().rstrip('/')}/")
        raise click.ClickException(f"这些决策树还有错误，先改好：\n{problems}")
    return checked.library
