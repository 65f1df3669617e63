# SPDX-License-Identifier: MIT
"""A comparison for other programs; the format is in docs/diff.md."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from generator.compare.results import Change, Comparison, TreeChange

VERSION = 1
"""Raised when a key goes or changes its meaning; keys may be added."""


def report_json(comparison: Comparison) -> str:
    """`comparison` as JSON with sorted keys, ending in a line break."""
    plain = {
        "v": VERSION,
        "trees": [_tree(tree) for tree in comparison.trees],
        "added": list(comparison.added),
        "removed": list(comparison.removed),
        "texts": [asdict(text) for text in comparison.texts],
    }
    return json.dumps(plain, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def _tree(tree: TreeChange) -> dict[str, Any]:
    return {
        "tree": tree.tree,
        "title": tree.title,
        "situations": tree.situations,
        "changed": tree.changed,
        "changes": [_change(change) for change in tree.changes],
        "asking": [asdict(asking) for asking in tree.asking],
        "showing": [asdict(showing) for showing in tree.showing],
    }


def _change(change: Change) -> dict[str, Any]:
    plain = asdict(change)
    answers = [{"fact": fact, "option": option} for fact, option in change.example.answers]
    return {**plain, "example": {**plain["example"], "answers": answers}}
