# SPDX-License-Identifier: MIT
"""Problems as text, for people at a terminal."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from generator.problems import Problem, Severity, Span

_WORDS = {Severity.ERROR: "错误", Severity.WARNING: "提醒"}
# Would break the line, steer the terminal or hide text; half a surrogate pair cannot be printed.
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})


def text(problems: Iterable[Problem], folder: str = "") -> str:
    """For people: place, code, what is wrong, what to do. `folder` is put before file names."""
    return "\n".join(_lines(problem, folder) for problem in problems)


def _lines(problem: Problem, folder: str) -> str:
    place = _place(problem.span, folder)
    lines = [f"{place} {_WORDS[problem.severity]}[{problem.code}] {problem.message}"]
    lines += [f"  {_place(span, folder)} {note}" for span, note in problem.related]
    if problem.hint:
        lines.append(f"  怎么改：{problem.hint}")
    return "\n".join(_visible(line) for line in lines)


def _place(span: Span, folder: str) -> str:
    return f"{folder}{span}"


def _visible(line: str) -> str:
    return "".join(_escaped(c) if unicodedata.category(c) in _UNSEEN else c for c in line)


def _escaped(character: str) -> str:
    return character.encode("unicode_escape", "surrogatepass").decode("ascii")
