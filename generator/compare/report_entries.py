# SPDX-License-Identifier: MIT
"""Entries of the library that read differently, in words: each change with what it is called."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest

from generator.compare.report_words import SECTIONS, WHOLE, clipped, cut, one_line
from generator.compare.results import Comparison, TextChange
from generator.compile.law_pages import KINDS as LAW_KINDS
from generator.compile.misquotes import KINDS as MISQUOTE_KINDS
from generator.compile.outcomes import KINDS, STAGES
from generator.compile.sums import KINDS as SUM_KINDS
from generator.schema import words_outcomes

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
    "sums": "算法",
    "instruments": "法律文件",
    "glossary": "词汇表",
    "misquotes": "常见误引",
    "channels": "渠道",
    "topics": "法条的问题分组",
    "front": "首页的入口",
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
    "below": "小于多少算这一段", "questions": "问题", "method": "怎样算",
    "labels": "格子的名字", "example": "例子",
    "neutral": "说不说该不该退", "given": "打开就等于答了的题", "ways": "入口", "guide": "哪份指引",
}  # fmt: skip
_KINDS: Mapping[str, Mapping[str, str]] = {
    "deadlines": KINDS,
    "sums": SUM_KINDS,
    "instruments": LAW_KINDS,
    "misquotes": {kind: heading for kind, (heading, _) in MISQUOTE_KINDS.items()},
    "facts": {"choice": "单选", "number": "数字", "date": "日期", "multi": "多选"},
}
_TONES = {
    "verdicts": words_outcomes.VALUES["Verdict"]["tone"],
    "warnings": words_outcomes.VALUES["Warn"]["tone"],
}
_VALUES: Mapping[str, Mapping[str, str]] = {
    "wait_kind": KINDS,
    "stage": STAGES,
    "method": words_outcomes.VALUES["Sum"]["method"],
    "status": {"in_force": "现行有效", "repealed": "已经失效"},
    "contested": {"True": "有", "False": "没有"},
}
_FIRST = ("deadlines", "outcomes", "warnings", "actions", "letters", "instruments")
_PARAGRAPHS = frozenset(
    {"body", "text", "answer", "note", "help", "summary", "how", "plain", "use", "twist", "reply",
     "wrong", "right", "limits", "meaning", "keep", "lead", "if_refused", "official", "verified"}
)  # fmt: skip


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
    return f"{_NOUNS[kind]}“{clipped(title, WHOLE)}”"


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


# ---- one change --------------------------------------------------------------------------------


@dataclass(frozen=True)
class Told:
    """One place that reads differently: what it is called, and how it read and reads."""

    words: str
    before: str
    after: str


def telling(entry: Entry, change: TextChange) -> Iterator[Told]:
    """A change of `entry`; of a text or list of several lines each line that is different."""
    words = f"{entry.words}{_field_words(change)}"
    before, after = _value(change, change.before), _value(change, change.after)
    if change.field.endswith(".order") or not (before and after):
        yield _told(words, before, after)
        return
    was, now = _lines(before), _lines(after)
    if len(was) == len(now) == 1:
        yield _told(words, before, after)
        return
    for one, other in _unlike(was, now):
        place = _place(one, other, _unit(change))
        yield _told(
            f"{words}，{place}",
            was[one] if one is not None else "",
            now[other] if other is not None else "",
        )


def _told(words: str, before: str, after: str) -> Told:
    shown = cut(before, after)
    return Told(words, shown[0] or "（没有）", shown[1] or "（没有）")


def _unlike(was: list[str], now: list[str]) -> Iterator[tuple[int | None, int | None]]:
    """The places of lines that are different, of those that came and of those that went."""
    blocks = SequenceMatcher(None, was, now, autojunk=False).get_opcodes()
    for kind, i, i_end, j, j_end in blocks:
        if kind != "equal":
            yield from zip_longest(range(i, i_end), range(j, j_end))


def _place(was: int | None, now: int | None, unit: str) -> str:
    if now is None:
        return f"原来的第 {(was or 0) + 1} {unit}"
    return f"新加的第 {now + 1} {unit}" if was is None else f"第 {now + 1} {unit}"


def _unit(change: TextChange) -> str:
    last = change.field.split(".")[-1]
    return "步" if last == "steps" else "段" if last in _PARAGRAPHS else "项"


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _value(change: TextChange, text: str) -> str:
    """A text as people say it: what stands for a choice in words, an order as one line."""
    *_, last = change.field.split(".")
    if change.field.endswith(".order"):
        return one_line(text).replace(" / ", " → ")
    by_kind = {"kind": _KINDS, "tone": _TONES}.get(last, {}).get(change.kind, {})
    return by_kind.get(text) or _VALUES.get(last, {}).get(text, text)


def _field_words(change: TextChange) -> str:
    """What a field is called; an option of a fact or a blank of a letter is named too."""
    *path, last = change.field.split(".")
    word = _FIELDS.get(last, f"“{last}”")
    match change.kind, path:
        case "facts", ["options"]:
            return "：选项的先后变了"
        case "facts", ["options", option]:
            return f"的选项 {option} 的{word}"
        case "outcomes", [section] if last == "order":
            return f"：{SECTIONS[section]}的先后变了"
        case "outcomes", ["reasons", number]:
            return f"的第 {number} 条理由的{word}"
        case "verdicts", ["better_than"]:
            return "：强弱变了"
    return f"的{word}"
