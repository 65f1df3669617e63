# SPDX-License-Identifier: MIT
"""Problems as a JSON array, for programs."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from generator.problems import Problem, Span
from generator.report.levels import LEVELS


def as_json(problems: Iterable[Problem], folder: str = "") -> str:
    """One JSON array, for other programs."""
    return dumped([_entry(problem, folder) for problem in problems])


def dumped(value: Any) -> str:
    """JSON that can always be printed: half a surrogate pair in a file name stays an escape."""
    text = json.dumps(value, ensure_ascii=False, indent=2)
    return text.encode("utf-8", "backslashreplace").decode()


def _entry(problem: Problem, folder: str) -> dict[str, object]:
    return {
        **_place(problem.span, folder),
        "code": problem.code,
        "severity": LEVELS[problem.severity],
        "message": problem.message,
        "hint": problem.hint,
        "related": [{**_place(span, folder), "note": note} for span, note in problem.related],
    }


def _place(span: Span, folder: str) -> dict[str, object]:
    return {"file": folder + span.file, "line": span.line, "col": span.col}
