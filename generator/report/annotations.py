# SPDX-License-Identifier: MIT
"""Problems as GitHub workflow commands, which annotate the changed lines of a pull request."""

from __future__ import annotations

from collections.abc import Iterable

from generator.problems import Problem
from generator.report.levels import LEVELS


def github(problems: Iterable[Problem], folder: str = "") -> str:
    """One command a line; whatever could end a command or a property is escaped."""
    return "\n".join(_annotation(problem, folder) for problem in problems)


def _annotation(problem: Problem, folder: str) -> str:
    span = problem.span
    place = f"file={_property(folder + span.file)},line={span.line},col={span.col}"
    message = f"{problem.message} {problem.hint}".strip()
    return f"::{LEVELS[problem.severity]} {place},title={problem.code}::{_data(message)}"


def _data(value: str) -> str:
    printable = value.encode("utf-8", "replace").decode()
    return printable.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(value: str) -> str:
    return _data(value).replace(":", "%3A").replace(",", "%2C")
