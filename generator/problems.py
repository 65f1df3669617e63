# SPDX-License-Identifier: MIT
"""What can be wrong with the sources, as data. Imports nothing of ours."""

from __future__ import annotations

import difflib
import enum
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import islice


class Severity(enum.IntEnum):
    """How bad a problem is. Only errors stop a build."""

    ERROR = 0
    WARNING = 1


@dataclass(frozen=True, order=True)
class Span:
    """A place in a source file. Lines and columns count from 1, in characters, not bytes."""

    file: str
    line: int = 1
    col: int = 1
    end_line: int = 0
    end_col: int = 0

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.col}"


@dataclass(frozen=True, order=True)
class Problem:
    """One fault, with its place, a stable code, and what an editor can do about it.

    `message` and `hint` are for editors and are in Simplified Chinese.
    `related` lists further places that belong to the fault, each with a short note.
    """

    span: Span
    code: str
    message: str
    hint: str = ""
    related: tuple[tuple[Span, str], ...] = field(default=())
    severity: Severity = Severity.ERROR


def has_errors(problems: Iterable[Problem]) -> bool:
    """True if any of `problems` must stop the build."""
    return any(problem.severity is Severity.ERROR for problem in problems)


# Ids have at most 60 characters, and no shelf has more names; beyond, guessing only takes time.
_LONGEST_GUESSED = 100
_MOST_COMPARED = 1_000


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A Chinese hint naming the nearest of `known`, or the empty string if none is near."""
    names = list(islice(known, _MOST_COMPARED)) if len(word) <= _LONGEST_GUESSED else []
    near = difflib.get_close_matches(word, names, n=1, cutoff=0.6)
    return f"是不是想写“{near[0]}”？" if near else ""
