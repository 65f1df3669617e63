# SPDX-License-Identifier: MIT
"""Texts and numbers that read differently: what changes for readers without changing any route."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from pydantic import BaseModel

from generator.compare.results import TextChange
from generator.compare.titles import cited, title_of
from generator.model import Library

# Routing, conditions and membership are compared exactly elsewhere.
_ELSEWHERE = frozenset(
    {
        "questions", "start", "exits", "when", "formerly", "better_than", "cls", "reasons", "today",
        "road", "evidence", "letters", "deadlines", "replies", "warnings", "avoid", "changes",
        "kind", "verdict", "tree", "instrument",
    }
)  # fmt: skip
_SHELVES = (
    "trees", "facts", "outcomes", "verdicts", "actions", "evidence", "letters", "deadlines",
    "replies", "warnings", "instruments", "glossary", "misquotes", "channels",
)  # fmt: skip

_Leaves = dict[str, str]


def wording(old: Library, new: Library) -> Iterator[TextChange]:
    """Every text, number or list of texts that is not the same, entry by entry."""
    law = {**cited(old), **cited(new)}
    for shelf in _SHELVES:
        before, after = getattr(old, shelf), getattr(new, shelf)
        was = {name: _was(name, entry, before) for name, entry in after.items()}
        for name, entry in after.items():
            if was[name] in before:
                old_leaves = _renamed(_leaves(before[was[name]], shelf, law), entry)
                leaves = _leaves(entry, shelf, law)
                for change in _fields(shelf, str(name), title_of(entry), old_leaves, leaves):
                    yield replace(change, title=_provision(change, law) or change.title)
            elif shelf != "trees":
                title = title_of(entry)
                yield TextChange(shelf, str(name), title, "", "", title)
        for name, entry in before.items():
            if str(name) not in was.values() and shelf != "trees":
                title = title_of(entry)
                yield TextChange(shelf, str(name), title, "", title, "")


def _was(name: str, entry: Any, before: Mapping[Any, Any]) -> str:
    """What the entry was called in the version before; empty if it is new."""
    former = (str(old) for old in getattr(entry, "formerly", ()) if old in before)
    return str(name) if name in before else next(former, "")


def _renamed(before: _Leaves, entry: Any) -> _Leaves:
    """Old texts, those of an option or a provision under its present id."""
    now = {
        f"{inside}.{former}": f"{inside}.{name}"
        for inside in ("options", "provisions")
        if isinstance(shelf := getattr(entry, inside, None), Mapping)
        for name, part in shelf.items()
        for former in part.formerly
        if former not in shelf
    }
    return {_moved(field, now): text for field, text in before.items()}


def _moved(field: str, now: Mapping[str, str]) -> str:
    head = ".".join(field.split(".")[:2])
    return now[head] + field.removeprefix(head) if head in now else field


def _fields(
    kind: str, name: str, title: str, before: _Leaves, after: _Leaves
) -> Iterator[TextChange]:
    for field in {**before, **after}:
        if before.get(field, "") != after.get(field, ""):
            yield TextChange(kind, name, title, field, before.get(field, ""), after.get(field, ""))


def _provision(change: TextChange, law: Mapping[str, str]) -> str:
    """The citation, if the change is inside a provision."""
    first, _, rest = change.field.partition(".")
    inside = change.kind == "instruments" and first == "provisions"
    return law.get(rest.partition(".")[0], "") if inside else ""


def _leaves(entry: Any, kind: str, law: Mapping[str, str]) -> _Leaves:
    """Every text of an entry by its path; provisions as they are cited."""
    found = dict(_texts(entry, kind))
    named = {field for field in found if field == "provisions"}
    return found | {
        field: "\n".join(law.get(name, name) for name in found[field].split("\n"))
        for field in named
    }


def _texts(value: Any, kind: str, path: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(value, BaseModel):
        for field in type(value).model_fields:
            if not _elsewhere(kind, field):
                yield from _texts(getattr(value, field), kind, _join(path, field))
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _texts(inner, kind, _join(path, str(key)))
    elif isinstance(value, tuple):
        yield path, "\n".join(map(str, value))
    elif value is not None:
        yield path, str(value)


def _elsewhere(kind: str, field: str) -> bool:
    if field == "kind":
        return kind != "deadlines"
    return field in _ELSEWHERE or (kind == "outcomes" and field == "provisions")


def _join(path: str, field: str) -> str:
    return f"{path}.{field}" if path else field
