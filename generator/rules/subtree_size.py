# SPDX-License-Identifier: MIT
"""A tree uses sub-trees inside sub-trees too deeply, or becomes too large when all are copied in.

## Why
Each use of a sub-tree is a copy of it. Where each of twelve uses the next one twice, the last is
copied four thousand times, and nobody can follow such a tree.

## Fails
    # trees/s1.yaml … trees/s60.yaml: each uses the next
    use: s2

## Passes
    # one sub-tree, with all its questions in it
    use: payee
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.model import Tree
from generator.rules.inlined import Size, sizes_of_trees
from generator.rules.subject import Finding, Subject

CODE, NAME = "REF009", "too-deep"

DEEPEST = 50
MOST_STEPS = 20_000


def check(subject: Subject) -> Iterator[Finding]:
    """Yield trees that are too deep, or too large with their sub-trees in them."""
    sizes = sizes_of_trees(subject.library, subject.facts)
    for name, tree in subject.library.trees.items():
        yield from _tree(tree, sizes[str(name)])


def _tree(tree: Tree, size: Size) -> Iterator[Finding]:
    if size.depth > DEEPEST:
        message = f"树“{tree.tree}”里，共用段一层套一层，有 {size.depth} 层，最多 {DEEPEST} 层。"
        yield Finding(tree.tree.span, message, "把几层合成一层：共用段里少用别的共用段。")
    if size.steps > MOST_STEPS:
        message = f"树“{tree.tree}”放进共用段以后，超过 {MOST_STEPS:,} 步。"
        hint = "多选的每一项算一步。同一个共用段少用几次，或者把树拆成几棵。"
        yield Finding(tree.tree.span, message, hint)
