# SPDX-License-Identifier: MIT
"""What the reports for people share: numbers, names and sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

from generator.asking.parts import SECTIONS as _SECTIONS
from generator.compare.results import Change, Comparison, Direction, Showing, TextChange, TreeChange
from generator.compile.outcomes import KINDS, STAGES

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
_NOUNS = {
    "trees": "树",
    "facts": "事实",
    "outcomes": "结论",
    "verdicts": "结论种类",
    "actions": "行动",
    "evidence": "证据",
    "letters": "信",
    "deadlines": "期限",
    "replies": "对方的说法",
    "warnings": "提醒",
    "instruments": "法律文件",
    "glossary": "词汇表",
    "misquotes": "常见误引",
    "channels": "渠道",
}
_FIELDS = {
    "title": "标题", "summary": "概要", "question": "问法", "help": "帮助", "label": "名称",
    "short": "短名", "hint": "提示", "meaning": "意思", "steps": "步骤", "bring": "要带的东西",
    "wait": "要等多久", "wait_kind": "等多久的依据", "if_refused": "被拒绝以后", "limits": "限制",
    "provisions": "依据", "how": "怎么留", "keep": "怎么保存", "to": "写给谁", "body": "正文",
    "clock": "从哪天算起", "days": "长度（天）", "months": "长度（月）", "years": "长度（年）",
    "kind": "种类", "note": "说明", "they_say": "对方怎么说", "answer": "怎么回答", "text": "文字",
    "plain": "白话", "use": "用处", "twist": "容易弄错的地方", "reply": "怎么回应",
    "contested": "有没有争议", "keywords": "关键词", "synonyms": "别的叫法", "aliases": "别的叫法",
    "also": "别的叫法", "term": "词", "article": "第几条", "paragraph": "第几款", "item": "第几项",
    "lead": "开头的话", "issuer": "发布机关", "number": "文号", "version": "版本",
    "effective_from": "施行的日子", "effective_to": "失效的日子", "status": "效力",
    "official": "官方原文", "grade": "可靠程度", "verified": "核对的说明",
    "checked_on": "核对的日子", "review_by": "复查的日子", "stage": "哪一步", "tone": "语气",
    "readings": "两种理解", "answers": "回答的问题", "promulgated": "公布的日子",
    "amended_by": "修改的经过", "replaced_by": "被什么代替", "claim": "错误的说法",
    "heard": "同一个说法的别的话", "wrong": "错在哪里", "right": "正确的说法", "run_by": "谁在管",
    "where": "在哪里", "good_for": "管什么", "can": "能做什么", "cannot": "不能做什么",
    "costs": "费用", "order": "先后", "source": "来源",
    "provision": "显示的法条", "picture": "配图", "unit": "单位", "none": "“都没有”的说法",
    "below": "这一段的上限（不含）",
}  # fmt: skip
_VALUES = {
    "kind": KINDS,
    "wait_kind": KINDS,
    "stage": STAGES,
    "status": {"in_force": "现行有效", "repealed": "已经失效"},
    "contested": {"True": "有", "False": "没有"},
}
_FIRST = ("deadlines", "outcomes", "warnings", "actions", "letters", "instruments")
_AROUND, _WHOLE, _MOST = 16, 60, 160
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
    return f"{tree.tree}：其余 {rest:,} 种情形的结论不变。" if tree.changes else ""


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


@dataclass(frozen=True)
class Entry:
    """One entry of the library whose texts read differently."""

    kind: str
    words: str
    changes: tuple[TextChange, ...]


def entries(comparison: Comparison) -> list[Entry]:
    """Entries that were there before and read differently, deadlines first."""
    groups: dict[tuple[str, str, str], list[TextChange]] = {}
    for change in comparison.texts:
        if change.field:
            groups.setdefault((change.kind, change.id, change.title), []).append(change)
    found = [
        Entry(kind, _entry_words(kind, title), tuple(changes))
        for (kind, _, title), changes in groups.items()
    ]
    order = {kind: place for place, kind in enumerate(_FIRST)}
    return sorted(found, key=lambda entry: order.get(entry.kind, len(_FIRST)))


def _entry_words(kind: str, title: str) -> str:
    """期限“…”; a provision stands for itself."""
    if kind == "instruments" and title.startswith("《"):
        return title
    return f"{_NOUNS[kind]}“{clipped(title, _WHOLE)}”"


def whole_entries(comparison: Comparison) -> Iterator[str]:
    """A sentence for each kind of entry that is new or gone."""
    for kind, noun in _NOUNS.items():
        mine = [c for c in comparison.texts if c.kind == kind and not c.field]
        for word, titles in (
            ("新加了", [c.after for c in mine if c.after]),
            ("删掉了", [c.before for c in mine if c.before]),
        ):
            if titles:
                listed = "、".join(f"“{clipped(title, 30)}”" for title in titles[:8])
                more = "等" if len(titles) > 8 else ""
                yield f"{noun}：{word} {len(titles)} 个，{listed}{more}。"


def field_words(change: TextChange) -> str:
    """What a field is called; an option of a fact or a blank of a letter is named too."""
    *path, last = change.field.split(".")
    word = _FIELDS.get(last, f"“{last}”")
    inner = change.kind == "facts" and len(path) > 1
    return f"选项 {path[1]} 的{word}" if inner and path[0] == "options" else word


def both(change: TextChange) -> tuple[str, str]:
    """The text before and after, cut around what is different."""
    values = _VALUES.get(change.field.split(".")[-1], {})
    before, after = cut(
        values.get(change.before, change.before), values.get(change.after, change.after)
    )
    return before or "（没有）", after or "（没有）"


def cut(before: str, after: str) -> tuple[str, str]:
    """Two texts on one line each; of long ones only what is different, with a little around it."""
    before, after = _one_line(before), _one_line(after)
    if max(len(before), len(after)) <= _WHOLE:
        return before, after
    start = _common(before, after)
    end = _common(before[start:][::-1], after[start:][::-1])
    return _window(before, start, end), _window(after, start, end)


def _one_line(text: str) -> str:
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
    line = _one_line(text)
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
