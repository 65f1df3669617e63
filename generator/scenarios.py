# SPDX-License-Identifier: MIT
"""What the person of a story has said before the first question."""

from __future__ import annotations

from generator.model import Library, Scenario, Tree


def given(tree: Tree) -> dict[str, str]:
    """What opening the guide says: fact id -> option id."""
    return {str(fact): str(option) for fact, option in tree.given.items()}


def said(scenario: Scenario, library: Library) -> dict[str, str]:
    """The answers of `scenario`, and before them what its guide takes as given."""
    tree = library.trees.get(scenario.tree) if scenario.tree is not None else None
    own = {str(fact): str(option) for fact, option in scenario.answers.items()}
    return {**(given(tree) if tree else {}), **own}
