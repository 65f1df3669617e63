# SPDX-License-Identifier: MIT
"""How large trees become when their sub-trees are copied into them; nothing is copied for that."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.catalogue import Catalogue
from generator.model import Library, Question, Subtree, Tree


@dataclass(frozen=True)
class Size:
    """`depth`: sub-trees inside one another; `steps`: with one for each item of a multi-select."""

    depth: int
    questions: int
    steps: int


def sizes_of_trees(library: Library, facts: Catalogue) -> dict[str, Size]:
    """The size of each tree. Sub-trees that are unknown or run in a circle count as nothing."""
    inner = _sizes_of_subtrees(library, facts)
    return {str(name): _size(tree, inner, facts) for name, tree in library.trees.items()}


def in_circles(library: Library) -> frozenset[str]:
    """The sub-trees that contain themselves, directly or by way of others."""
    settled = set(_inner_first(library))
    users = {str(name): _used(tree, library) for name, tree in library.subtrees.items()}
    left = {name: used - settled for name, used in users.items() if name not in settled}
    return frozenset(name for name in left if name in _reachable(name, left))


def _reachable(start: str, ways: Mapping[str, set[str]]) -> set[str]:
    seen: set[str] = set()
    todo = list(ways[start])
    while todo:
        name = todo.pop()
        if name not in seen:
            seen.add(name)
            todo.extend(ways[name])
    return seen


def _sizes_of_subtrees(library: Library, facts: Catalogue) -> dict[str, Size]:
    by_name = {str(name): tree for name, tree in library.subtrees.items()}
    sizes: dict[str, Size] = {}
    for name in _inner_first(library):
        sizes[name] = _size(by_name[name], sizes, facts)
    return sizes


def _inner_first(library: Library) -> Iterator[str]:
    """Every sub-tree that does not lead into a circle, after all that it uses."""
    waiting = {str(name): _used(tree, library) for name, tree in library.subtrees.items()}
    users: dict[str, list[str]] = {}
    for name, used in waiting.items():
        for inner in used:
            users.setdefault(inner, []).append(name)
    ready = [name for name, used in waiting.items() if not used]
    while ready:
        name = ready.pop()
        yield name
        for user in users.get(name, ()):
            waiting[user].discard(name)
            if not waiting[user]:
                ready.append(user)


def _used(tree: Tree | Subtree, library: Library) -> set[str]:
    used = (question.use for question in tree.questions.values())
    return {str(name) for name in used if name is not None and name in library.subtrees}


def _size(tree: Tree | Subtree, inner: Mapping[str, Size], facts: Catalogue) -> Size:
    sizes = [_size_of_question(question, inner, facts) for question in tree.questions.values()]
    return Size(
        max((size.depth for size in sizes), default=0),
        sum(size.questions for size in sizes),
        sum(size.steps for size in sizes),
    )


def _size_of_question(question: Question, inner: Mapping[str, Size], facts: Catalogue) -> Size:
    if question.use is None:
        return Size(0, 1, len(facts.groups.get(str(question.ask), "1")))
    size = inner.get(str(question.use), Size(0, 0, 0))
    return Size(size.depth + 1, size.questions, size.steps)
