# SPDX-License-Identifier: MIT
"""Where everything is, relative to the site root.

A site has either directory addresses (`outcomes/x/`, pretty, but a page opened from a folder
cannot follow them) or file addresses (`outcomes/x.html`, which work from a folder too).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.diagram import Diagram


@dataclass(frozen=True)
class Addresses:
    """The address of every page; `nodes` holds the path of each node's page."""

    diagram: Diagram
    nodes: Mapping[int, str]
    directories: bool

    def page(self, path: str) -> str:
        """The address of the page at `path` (`law/xiaobaofa`; a folder's index has a final /)."""
        if self.directories:
            return f"{path.rstrip('/')}/" if path else "./"
        return f"{path}index.html" if path.endswith("/") or not path else f"{path}.html"

    def file(self, path: str) -> str:
        """The file that is served as the page at `path`."""
        address = self.page(path)
        return f"{address}index.html" if address.endswith("/") else address

    def guide(self, tree: str) -> str:
        """The page of a guide."""
        return self.page(f"guides/{tree}")

    def outcome(self, name: str) -> str:
        """The page of an outcome; also used with `{}` as a pattern."""
        return self.page(f"outcomes/{name}")

    def instrument(self, name: str) -> str:
        """The page of a law."""
        return self.page(f"law/{name}")

    def channel(self, name: str) -> str:
        """The page of a channel."""
        return self.page(f"channels/{name}")

    def provision(self, instrument: str, name: str) -> str:
        """The page of a provision; its law's page has an anchor for it too."""
        return self.page(f"law/{instrument}/{name}")

    def node(self, index: int) -> str:
        """The page of a node; the first node of a guide is the guide itself."""
        return self.page(self.nodes[index])

    def to(self, destination: int) -> str:
        """The page behind an edge: a node's or an outcome's."""
        if destination < 0:
            return self.outcome(self.diagram.outcome(destination))
        return self.node(destination)


def download(name: str, suffix: str) -> str:
    """A checklist file of an outcome."""
    return f"downloads/{name}{suffix}"


def root(address: str) -> str:
    """The way from the page at `address` to the site root."""
    return "../" * address.count("/")


def addresses(
    diagram: Diagram, *, directories: bool, entries: Mapping[str, int] | None = None
) -> Addresses:
    """Name every node's page after its question; twins are numbered in diagram order.

    `entries` says at which node the page of each tree opens, where that is not its start. Then
    all its nodes have pages of their own: nobody who comes to its first question has answered it.
    """
    opens = {**diagram.starts, **(entries or {})}
    starts = {index: tree for tree, index in diagram.starts.items() if opens[tree] == index}
    taken: dict[str, int] = {}
    nodes: dict[int, str] = {}
    for index, node in enumerate(diagram.nodes):
        if index in starts:
            nodes[index] = f"guides/{starts[index]}"
            continue
        tree, _, rest = node.step.partition(".")
        base = f"guides/{tree}/q/{rest.replace('.', '-').replace('#', '-')}"
        taken[base] = taken.get(base, 0) + 1
        nodes[index] = base if taken[base] == 1 else f"{base}-{taken[base]}"
    return Addresses(diagram, nodes, directories)
