# SPDX-License-Identifier: MIT
"""What a change of the library does to people, as data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Answers = tuple[tuple[str, str], ...]
"""Facts and options, in the order of answering."""

Direction = Literal["weaker", "unlike", "gone", "new", "same", "stronger"]
"""What became of the verdict; `unlike`: the two cannot be compared."""


@dataclass(frozen=True)
class End:
    """Where a situation ends: an outcome with its verdict, its title and the verdict's label."""

    outcome: str
    verdict: str
    title: str
    label: str


@dataclass(frozen=True)
class Example:
    """The plainest situation of a class: the fewest answers that lead to it in both versions.

    `words` says it in Chinese; `before` and `after` are the addresses, relative to the site root,
    that restore it in either version (empty where the version cannot be answered so).
    """

    answers: Answers
    words: str
    before: str
    after: str


@dataclass(frozen=True)
class Change:
    """One class of situations whose outcome, or its verdict, is another one now.

    `before` or `after` is None where the version offers no such answer.
    """

    before: End | None
    after: End | None
    direction: Direction
    count: int
    example: Example


@dataclass(frozen=True)
class Asking:
    """A fact that is now asked in `newly` situations more, and no longer asked in `dropped`."""

    fact: str
    label: str
    newly: int
    dropped: int


@dataclass(frozen=True)
class Showing:
    """A part of an outcome that people who still come to it now see, or no longer see.

    `words` names it for people: a piece by its title, a provision by its citation.
    """

    outcome: str
    title: str
    section: str
    part: str
    words: str
    gained: int
    lost: int


@dataclass(frozen=True)
class TreeChange:
    """One guide in both versions. All counts are over `situations`, their joint answer space."""

    tree: str
    title: str
    situations: int
    changes: tuple[Change, ...]
    asking: tuple[Asking, ...]
    showing: tuple[Showing, ...]

    @property
    def changed(self) -> int:
        """In how many situations the outcome or its verdict is another one."""
        return sum(change.count for change in self.changes)


@dataclass(frozen=True)
class TextChange:
    """A text (or number) that reads differently; one side is empty if it is new or gone.

    `title` names the entry for people. `field` is empty if the whole entry is new or gone.
    """

    kind: str
    id: str
    title: str
    field: str
    before: str
    after: str


@dataclass(frozen=True)
class Comparison:
    """Everything that is different between two versions of a library."""

    trees: tuple[TreeChange, ...]
    added: tuple[str, ...]
    removed: tuple[str, ...]
    texts: tuple[TextChange, ...]

    @property
    def empty(self) -> bool:
        """Whether nothing that a reader could see is different."""
        quiet = not any(t.changes or t.asking or t.showing for t in self.trees)
        return quiet and not (self.added or self.removed or self.texts)
