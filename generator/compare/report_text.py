# SPDX-License-Identifier: MIT
"""A comparison to be read on a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.compare import report_words as words
from generator.compare.report_entries import entries, telling, whole_entries
from generator.compare.results import Change, Comparison, End, TreeChange


def report_text(comparison: Comparison, site: str = "", old_site: str = "") -> str:
    """Everything that is different, in plain Chinese, without a final line break.

    `site` and `old_site` are put before the addresses of either version.
    """
    if comparison.empty:
        return words.NOTHING
    blocks = ["\n".join(map(words.headline, comparison.trees))]
    several = len(comparison.trees) > 1
    for tree in comparison.trees:
        if several and tree.changes:
            blocks.append(f"{tree.tree}（{words.clipped(tree.title, 60)}），结论的变化：")
        blocks += [_change(change, tree, site, old_site) for change in tree.changes]
        blocks.append(_block(f"{tree.tree}，要答的题：", words.asking(tree)))
        blocks.append(_block(f"{tree.tree}，结论没变，看到的内容变了：", _pieces(tree)))
    blocks.append(_block("文字的变化：", _texts(comparison)))
    blocks.append(_block("整条增加或者删掉的：", whole_entries(comparison)))
    blocks += words.trees(comparison)
    blocks.append("\n".join(filter(None, map(words.unchanged, comparison.trees))))
    return _visible("\n\n".join(filter(None, blocks)))


def _visible(text: str) -> str:
    """What would steer a terminal or hide text, as escapes."""
    return "".join(c if c.isprintable() or c == "\n" else ascii(c)[1:-1] for c in text)


def _block(title: str, lines: Iterable[str]) -> str:
    listed = [f"  {line}" for line in lines]
    return "\n".join((title, *listed)) if listed else ""


def _change(change: Change, tree: TreeChange, site: str, old_site: str) -> str:
    direction = words.DIRECTIONS[change.direction]
    example = change.example
    lines = [
        f"{direction}：{words.counted(change.count, tree.situations)}",
        f"  原来：{_end(change.before, '没有这个答案')}",
        f"  现在：{_end(change.after, '这个答案没有了')}",
        f"  例如：{example.words or '任何一种回答'}",
    ]
    if example.before:
        lines.append(f"  改之前：{old_site}{example.before}")
    if example.after:
        lines.append(f"  改之后：{site}{example.after}")
    return "\n".join(lines)


def _end(end: End | None, otherwise: str) -> str:
    if end is None:
        return otherwise
    return f"{words.clipped(end.label, 60)}｜{words.clipped(end.title, 120)}（{end.outcome}）"


def _pieces(tree: TreeChange) -> Iterator[str]:
    for piece in words.pieces(tree):
        section = words.SECTIONS[piece.section]
        if piece.before:
            before, after = words.cut(piece.before, piece.words)
            yield f"{section}｜{words.shown(piece, tree.situations)}"
            yield f"  原来：{before}"
            yield f"  现在：{after}"
        else:
            name = words.named(piece.words, 60)
            yield f"{section}｜{name}：{words.shown(piece, tree.situations)}"


def _texts(comparison: Comparison) -> Iterator[str]:
    for entry in entries(comparison):
        for change in entry.changes:
            for told in telling(entry, change):
                yield told.words
                yield f"  原来：{told.before}"
                yield f"  现在：{told.after}"
