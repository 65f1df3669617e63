# SPDX-License-Identifier: MIT
"""Problems as text, GitHub annotations and JSON; one function each."""

from __future__ import annotations

import json
from collections.abc import Iterable

from generator.problems import Problem, Severity, Span

_WORDS = {Severity.ERROR: "错误", Severity.WARNING: "提醒"}
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning"}


def text(problems: Iterable[Problem], folder: str = "") -> str:
    """For people: place, code, what is wrong, what to do. `folder` is put before file names."""
    return "\n".join(_lines(problem, folder) for problem in problems)


def _lines(problem: Problem, folder: str) -> str:
    place = f"{folder}{problem.span}"
    lines = [f"{place} {_WORDS[problem.severity]}[{problem.code}] {problem.message}"]
    lines += [f"  {folder}{span} {note}" for span, note in problem.related]
    if problem.hint:
        lines.append(f"  怎么改：{problem.hint}")
    return "\n".join(lines)


def github(problems: Iterable[Problem], folder: str = "") -> str:
    """Workflow commands that annotate the changed lines of a pull request."""
    return "\n".join(_annotation(problem, folder) for problem in problems)


def _annotation(problem: Problem, folder: str) -> str:
    span = problem.span
    place = f"file={_property(folder + span.file)},line={span.line},col={span.col}"
    message = f"{problem.message} {problem.hint}".strip()
    return f"::{_LEVELS[problem.severity]} {place},title={problem.code}::{_data(message)}"


def _data(value: str) -> str:
    return value.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(value: str) -> str:
    return _data(value).replace(":", "%3A").replace(",", "%2C")


def as_json(problems: Iterable[Problem], folder: str = "") -> str:
    """One JSON array, for other programs."""
    return json.dumps([_entry(p, folder) for p in problems], ensure_ascii=False, indent=2)


def _entry(problem: Problem, folder: str) -> dict[str, object]:
    return {
        **_place(problem.span, folder),
        "code": problem.code,
        "severity": _LEVELS[problem.severity],
        "message": problem.message,
        "hint": problem.hint,
        "related": [{**_place(span, folder), "note": note} for span, note in problem.related],
    }


def _place(span: Span, folder: str) -> dict[str, object]:
    return {"file": folder + span.file, "line": span.line, "col": span.col}
