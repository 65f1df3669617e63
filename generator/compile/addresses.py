# SPDX-License-Identifier: MIT
"""Where everything is, relative to the site root."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.diagram import Diagram


def guide(tree: str) -> str:
    """The page of a guide."""
    return f"guides/{tree}/"


def outcome(name: str) -> str:
    """The page of an outcome."""
    return f"outcomes/{name}/"


def download(name: str, suffix: str) -> str:
    """A checklist file of an outcome."""
    return f"downloads/{name}{suffix}"


def instrument(name: str) -> str:
    """The page of a law."""
    return f"law/{name}/"


@dataclass(frozen=True)
class Addresses:
    """The static page of every node."""

    diagram: Diagram
    of_node: Mapping[int, str]

    def to(self, destination: int) -> str:
        """The page behind an edge: a node's or an outcome's."""
        if destination < 0:
            return outcome(self.diagram.outcome(destination))
        return self.of_node[destination]


def addresses(diagram: Diagram) -> Addresses:
    """Name every node's page after its question; twins are numbered in diagram order."""
    starts = {index: tree for tree, index in diagram.starts.items()}
    taken: dict[str, int] = {}
    of_node: dict[int, str] = {}
    for index, node in enumerate(diagram.nodes):
        if index in starts:
            of_node[index] = guide(starts[index])
            continue
        tree, _, rest = node.step.partition(".")
        base = f"{guide(tree)}q/{rest.replace('.', '-').replace('#', '-')}"
        taken[base] = taken.get(base, 0) + 1
        of_node[index] = f"{base}/" if taken[base] == 1 else f"{base}-{taken[base]}/"
    return Addresses(diagram, of_node)
