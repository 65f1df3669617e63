# SPDX-License-Identifier: MIT
"""What the reports for people share: numbers, names and sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

from generator.asking.parts import SECTIONS as _SECTIONS
from generator.compare.results import Change, Comparison, Direction, Showing, TreeChange

NOTHING = "两个版本对读者没有差别：结论、要答的题、结论里的内容和文字都一样。"
DIRECTIONS: Mapping[Direction, str] = {
    "weaker": "变弱",
    "unlike": "分不出强弱",
    "gone": "这个答案没有了",
    "new": "新的答案",
    "same": "同一种结论",
    "stronger": "变强",
}
SECTIONS = {**_SECTIONS, "grounds": "理由引用的法条"}
WHOLE = 60
"""Texts up to this many characters are told in full."""
_AROUND, _MOST = 16, 160
_ALIKE = 0.6


# ---- counts ------------------------------------------------------------------------------------


def share(count: int, total: int) -> str:
    """`count` of `total` in percent; only nothing is 0% and only everything is 100%."""
    if count in (0, total):
        return "0%" if count == 0 else "100%"
    if count * 10_000 < total:
        return "不到 0.01%"
    if count * 1000 >= total * 999:
        return "超过 99.9%"
    places = 1 if count * 100 >= total else 2
    scaled = (count * 100 * 10**places * 2 + total) // (2 * total)
    return f"{scaled / 10**places:.{places}f}".rstrip("0").rstrip(".") + "%"


def counted(count: int, total: int) -> str:
    """1,161 种（0.1%）."""
    return f"{count:,} 种（{share(count, total)}）"


def headline(tree: TreeChange) -> str:
    """How many situations of a guide end elsewhere now."""
    if not tree.changes:
        return f"{tree.tree}：{tree.situations:,} 种情形的结论都没有变。"
    changed = counted(tree.changed, tree.situations)
    return f"{tree.tree}：{tree.situations:,} 种情形里，有 {changed}的结论变了。"


def unchanged(tree: TreeChange) -> str:
    """What the change left alone."""
    rest = tree.situations - tree.changed
    return f"{tree.tree}：其余 {rest:,} 种情形的结论不变。" if tree.changes and rest else ""


def by_direction(changes: Iterable[Change]) -> dict[Direction, int]:
    """Situations in each direction, in the order of the classes."""
    totals: Counter[Direction] = Counter()
    for change in changes:
        totals[change.direction] += change.count
    return dict(totals)


# ---- questions and parts -----------------------------------------------------------------------


def asking(tree: TreeChange) -> Iterator[str]:
    """A sentence for every question that more or fewer people must answer."""
    for change in tree.asking:
        if change.newly:
            often = counted(change.newly, tree.situations)
            yield f"“{change.label}”：有 {often}情形，原来不问，现在要问。"
        if change.dropped:
            often = counted(change.dropped, tree.situations)
            yield f"“{change.label}”：有 {often}情形，原来要问，现在不问了。"


@dataclass(frozen=True)
class Piece:
    """One thing that outcomes show, over all outcomes of a guide where that changed.

    `before` is what it replaces, if it is the same text in other words.
    """

    section: str
    words: str
    gained: int
    lost: int
    outcomes: tuple[str, ...]
    before: str = ""


def pieces(tree: TreeChange) -> list[Piece]:
    """What people see newly or no longer at an unchanged outcome, what concerns most first."""
    groups: dict[tuple[str, str], list[Showing]] = {}
    for showing in tree.showing:
        groups.setdefault((showing.section, showing.words), []).append(showing)
    found = _reworded([_piece(group) for group in groups.values()])
    return sorted(found, key=lambda p: (-max(p.gained, p.lost), p.section, p.words))


def _piece(group: list[Showing]) -> Piece:
    gained, lost = sum(s.gained for s in group), sum(s.lost for s in group)
    titles = tuple(sorted({s.title for s in group}))
    return Piece(group[0].section, group[0].words, gained, lost, titles)


def _reworded(found: list[Piece]) -> list[Piece]:
    """Where a text went and one much like it came in the same places, one piece for both."""
    gone = [piece for piece in found if not piece.gained]
    made: list[Piece] = []
    for piece in (piece for piece in found if piece.gained):
        twin = next((old for old in gone if _replaces(piece, old)), None)
        if twin is None:
            made.append(piece)
            continue
        gone.remove(twin)
        both = (piece.gained, twin.lost, piece.outcomes, twin.words)
        made.append(Piece(piece.section, piece.words, *both))
    return made + gone


def _replaces(new: Piece, old: Piece) -> bool:
    same = (new.section, new.gained, new.outcomes) == (old.section, old.lost, old.outcomes)
    texts = new.section in ("reasons", "avoid", "changes") and not new.lost
    return same and texts and SequenceMatcher(None, old.words, new.words).ratio() >= _ALIKE


def shown(piece: Piece, situations: int) -> str:
    """How many people see `piece` now or no longer, and where."""
    where = "、".join(f"“{title}”" for title in piece.outcomes[:3])
    more = f"等 {len(piece.outcomes)} 个结论" if len(piece.outcomes) > 3 else ""
    if piece.before:
        return f"{counted(piece.gained, situations)}情形看到的话改了，在{where}{more}。"
    told = [f"{counted(piece.gained, situations)}情形现在看得到"] if piece.gained else []
    told += [f"{counted(piece.lost, situations)}情形不再看得到"] if piece.lost else []
    return f"{'，'.join(told)}，在{where}{more}。"


# ---- texts -------------------------------------------------------------------------------------


def cut(before: str, after: str) -> tuple[str, str]:
    """Two texts on one line each; of long ones only what is different, with a little around it."""
    before, after = one_line(before), one_line(after)
    if max(len(before), len(after)) <= WHOLE:
        return before, after
    start = _common(before, after)
    end = _common(before[start:][::-1], after[start:][::-1])
    return _window(before, start, end), _window(after, start, end)


def one_line(text: str) -> str:
    """`text` without line breaks; where they were can still be seen."""
    return " / ".join(line.strip() for line in text.splitlines() if line.strip())


def _common(one: str, other: str) -> int:
    pairs = enumerate(zip(one, other, strict=False))
    return next((n for n, (a, b) in pairs if a != b), min(len(one), len(other)))


def _window(text: str, start: int, end: int) -> str:
    left, right = max(start - _AROUND, 0), min(len(text) - end + _AROUND, len(text))
    middle = clipped(text[left:right], _MOST)
    return ("……" if left else "") + middle + ("……" if right < len(text) else "")


def clipped(text: str, most: int) -> str:
    """`text` without line breaks and not longer than `most` characters."""
    line = one_line(text)
    return line if len(line) <= most else f"{line[:most]}……"


def named(text: str, most: int) -> str:
    """A thing that is shown, in quotes; a citation needs none."""
    line = clipped(text, most)
    return line if line.startswith("《") else f"“{line.removesuffix('。')}”"


def trees(comparison: Comparison) -> Iterator[str]:
    """A sentence for trees that are new, and one for trees that are gone."""
    if comparison.added:
        yield f"新加的树：{'、'.join(comparison.added)}。"
    if comparison.removed:
        yield f"删掉的树：{'、'.join(comparison.removed)}。"
