# SPDX-License-Identifier: MIT
"""Texts and numbers that read differently: what changes for readers without changing any route."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from pydantic import BaseModel

from generator.compare.names import renamed
from generator.compare.results import TextChange
from generator.compare.titles import cited, title_of
from generator.model import ChannelFact, Library, Outcome
from generator.rules.subject import PARTS
from generator.schema import words_law

# Routing, conditions and membership are compared exactly elsewhere.
_ELSEWHERE = frozenset(
    {
        "questions", "start", "exits", "when", "formerly", "better_than", "cls", "reasons", "today",
        "road", "sums", "evidence", "letters", "deadlines", "replies", "warnings", "avoid",
        "changes", "verdict", "tree", "instrument",
    }
)  # fmt: skip
_SHELVES = (
    "trees", "facts", "outcomes", "verdicts", "actions", "evidence", "letters", "deadlines",
    "replies", "warnings", "sums", "instruments", "glossary", "misquotes", "channels",
    "topics", "front",
)  # fmt: skip

_Leaves = dict[str, str]

_GRADES = words_law.VALUES["ChannelFact"]["grade"]


def wording(old: Library, new: Library) -> Iterator[TextChange]:
    """Every text, number or list of texts that is not the same, entry by entry."""
    law = {**cited(old), **cited(new)}
    for shelf in _SHELVES:
        before, after = getattr(old, shelf), getattr(new, shelf)
        was = _was(before, after)
        for name, entry in after.items():
            if name in was:
                former = before[was[name]]
                old_leaves = _renamed(_leaves(former, shelf, law), former, entry)
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


def _was(before: Mapping[Any, Any], after: Mapping[Any, Any]) -> dict[str, str]:
    """What each entry was called in the version before; new ones are left out."""
    now = _renames(before, after)
    found = {now.get(str(name), str(name)): str(name) for name in before}
    return {name: was for name, was in found.items() if name in after}


def _renames(before: Mapping[Any, Any], after: Mapping[Any, Any]) -> dict[str, str]:
    lasting = all(hasattr(entry, "formerly") for entry in after.values())
    return renamed(after, before) if lasting else {}


def _renamed(leaves: _Leaves, before: Any, entry: Any) -> _Leaves:
    """Old texts, those of an option or a provision under its present id."""
    now = {
        f"{inside}.{former}": f"{inside}.{name}"
        for inside in ("options", "provisions")
        if isinstance(shelf := getattr(entry, inside, None), Mapping)
        for former, name in renamed(shelf, getattr(before, inside)).items()
    }
    return {_moved(field, now): text for field, text in leaves.items()}


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
    found = dict(_texts(entry, law))
    named = {field for field in found if field == "provisions"}
    return found | {
        field: "\n".join(law.get(name, name) for name in found[field].split("\n"))
        for field in named
    }


def _texts(value: Any, law: Mapping[str, str], path: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(value, BaseModel):
        for field in type(value).model_fields:
            if field not in _ELSEWHERE and not (isinstance(value, Outcome) and field in PARTS):
                yield from _texts(getattr(value, field), law, _join(path, field))
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _texts(inner, law, _join(path, str(key)))
    elif isinstance(value, tuple):
        yield path, "\n".join(_line(one, law) for one in value)
    elif value is not None:
        yield path, str(value)


def _line(value: Any, law: Mapping[str, str]) -> str:
    """An entry of a list; what a channel can do is told with how firm that is, and its source."""
    if not isinstance(value, ChannelFact):
        return str(value)
    provisions = (law.get(str(name), str(name)) for name in value.provisions)
    beside = filter(None, (_GRADES[value.grade], *provisions, str(value.source or "")))
    return f"{value.text}（{'，'.join(beside)}）"


def _join(path: str, field: str) -> str:
    return f"{path}.{field}" if path else field
