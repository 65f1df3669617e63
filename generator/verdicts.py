# SPDX-License-Identifier: MIT
"""The declared partial order of verdicts, closed over its steps."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator.model import Verdict


def worse_than(verdicts: Mapping[Any, Verdict]) -> dict[str, frozenset[str]]:
    """For each verdict all that it is better than, directly or by way of others.

    Unknown names are left out, and a circle is followed once; both are reported by rules.
    """
    return {str(name): frozenset(_below(str(name), verdicts)) for name in verdicts}


def _below(name: str, verdicts: Mapping[Any, Verdict]) -> set[str]:
    seen: set[str] = set()
    todo = [str(worse) for worse in verdicts[name].better_than]
    while todo:
        worse = todo.pop()
        if worse not in seen and worse in verdicts:
            seen.add(worse)
            todo.extend(map(str, verdicts[worse].better_than))
    return seen
