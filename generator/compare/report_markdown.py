# SPDX-License-Identifier: MIT
"""A comparison as a comment on a pull request: what it does on the first screen, the rest folded.

Texts of the library are not trusted to be Markdown: nothing in them may format, ping or link.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from generator.compare import report_words as words
from generator.compare.report_entries import entries, telling, whole_entries
from generator.compare.results import Change, Comparison, End, TreeChange

MOST = 60_000
"""Characters; GitHub refuses longer comments."""

_LIMITS = ((60, 60), (40, 30), (20, 15), (10, 8), (5, 3), (2, 1), (0, 0))
"""How many classes and how many folded lines, tried in this order until it fits."""
_CELL, _LINE = 90, 240
_SPECIAL = re.compile(r"[\\`*_\[\]{}()!|~$^+=-]|(?<=^\d)\.")
_HTML = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
# A zero-width space breaks what GitHub would take for a name, an issue, a commit or an address.
_PINGS = re.compile(
    r"@|#|GH(?=-)|www(?=\.)|:(?=[/\w+-])"
    r"|(?<![0-9a-z])[0-9a-f](?=[0-9a-f]{6,39}(?![0-9a-z]))",
    re.I,
)
_MARK, _BREAK = "\0", "&#8203;"


def report_markdown(comparison: Comparison, site: str = "", old_site: str = "") -> str:
    """What the change does, for people who read no YAML, ending in a line break.

    There are links only to a version whose address (`site`, `old_site`) is given.
    """
    texts = (_Page(comparison, site, old_site, *limits).text() for limits in _LIMITS)
    return next((text for text in texts if len(text) < MOST), _brief(comparison))


@dataclass(frozen=True)
class _Page:
    comparison: Comparison
    site: str
    old_site: str
    classes: int
    lines: int

    def text(self) -> str:
        if self.comparison.empty:
            return f"{_HEADING}\n\n{words.NOTHING}\n"
        blocks = [_HEADING, _bullets(plain(words.headline(t)) for t in self._trees())]
        blocks += self._tables()
        blocks += map(plain, words.trees(self.comparison))
        blocks.append(_bullets(plain(words.unchanged(tree)) for tree in self._trees()))
        blocks += self._folded()
        return "\n\n".join(filter(None, blocks)) + "\n"

    def _trees(self) -> Sequence[TreeChange]:
        return self.comparison.trees

    def _tables(self) -> Iterator[str]:
        left = self.classes
        for tree in self._trees():
            if tree.changes:
                yield _summary(tree)
                yield self._table(tree, tree.changes[:left])
                if len(tree.changes) > left:
                    rest = sum(change.count for change in tree.changes[left:])
                    yield f"另有 {len(tree.changes) - left} 类，共 {rest:,} 种情形，没有列在这里。"
                left = max(left - len(tree.changes), 0)

    def _table(self, tree: TreeChange, changes: Sequence[Change]) -> str:
        if not changes:
            return ""
        head = "| 变化 | 原来 | 现在 | 情形 | 例如 |\n|---|---|---|--:|---|"
        return "\n".join((head, *(self._row(change, tree) for change in changes)))

    def _row(self, change: Change, tree: TreeChange) -> str:
        cells = (
            f"**{words.DIRECTIONS[change.direction]}**",
            _end(change.before, "没有这个答案"),
            _end(change.after, "这个答案没有了"),
            words.counted(change.count, tree.situations),
            self._example(change),
        )
        return f"| {' | '.join(cells)} |"

    def _example(self, change: Change) -> str:
        example = change.example
        links = [
            f"[{word}]({_url(site + address)})"
            for word, site, address in (
                ("改之前", self.old_site, example.before),
                ("改之后", self.site, example.after),
            )
            if site and address
        ]
        said = plain(words.clipped(example.words, _LINE)) or "任何一种回答"
        return "<br>".join((said, " · ".join(links))) if links else said

    def _folded(self) -> Iterator[str]:
        for tree in self._trees():
            yield self._details(f"{tree.tree}：要答的题变了", words.asking(tree))
            title = f"{tree.tree}：结论没变，看到的内容变了"
            yield self._details(title, _pieces(tree))
        yield self._details("文字的变化", _texts(self.comparison))
        yield self._details("整条增加或者删掉的", whole_entries(self.comparison))

    def _details(self, title: str, lines: Iterable[str]) -> str:
        every = list(lines)
        if not every:
            return ""
        kept = [plain(words.clipped(line, 2 * _LINE)) for line in every[: self.lines]]
        if len(every) > len(kept):
            kept.append(f"另有 {len(every) - len(kept)} 条，没有列在这里。")
        summary = f"<summary>{title}（{len(every)} 处）</summary>"
        return f"<details>{summary}\n\n{_bullets(kept)}\n\n</details>"


_HEADING = "## 这次修改，读者会看到什么不同"


def plain(text: str) -> str:
    """`text` as one line of Markdown that shows exactly it."""
    line = "".join(c if c.isprintable() else " " for c in text)
    escaped = _SPECIAL.sub(r"\\\g<0>", _PINGS.sub(rf"\g<0>{_MARK}", line).translate(_HTML))
    return escaped.replace(_MARK, _BREAK)


def _bullets(lines: Iterable[str]) -> str:
    return "\n".join(f"- {line}" for line in lines if line)


def _summary(tree: TreeChange) -> str:
    totals = words.by_direction(tree.changes)
    told = (
        f"{words.DIRECTIONS[direction]} {words.counted(count, tree.situations)}"
        for direction, count in totals.items()
    )
    return f"**{plain(words.clipped(tree.title, _CELL))}**：{'；'.join(told)}。"


def _end(end: End | None, otherwise: str) -> str:
    if end is None:
        return otherwise
    label, title = (plain(words.clipped(text, _CELL)) for text in (end.label, end.title))
    return f"{label}<br>{title}（`{end.outcome}`）"


def _url(address: str) -> str:
    return quote(address, safe=":/?#@!$&'*+,;=%~-._")


def _pieces(tree: TreeChange) -> Iterator[str]:
    for piece in words.pieces(tree):
        section, told = words.SECTIONS[piece.section], words.shown(piece, tree.situations)
        if piece.before:
            before, after = words.cut(piece.before, piece.words)
            yield f"{section}：{told}原来：{before} 现在：{after}"
        else:
            yield f"{section}，{words.named(piece.words, _CELL)}：{told}"


def _texts(comparison: Comparison) -> Iterator[str]:
    for entry in entries(comparison):
        for change in entry.changes:
            for told in telling(entry, change):
                yield f"{told.words}。原来：{told.before} 现在：{told.after}"


def _brief(comparison: Comparison) -> str:
    """When even the shortest page is too long: only how much changes."""
    kept = [words.headline(tree) for tree in comparison.trees if tree.changes][:100]
    return f"{_HEADING}\n\n{_bullets(map(plain, kept))}\n"
